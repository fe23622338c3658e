/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli"

#include "config.h"
#include "thaw-cli.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <unistd.h>

#include "thaw-cli-output.h"

static const ThawCliCommand commands[] = {
  { "add", N_("[TEXT… | -]"), N_("Check in: write an entry"), thaw_cli_run_add },
  { "list", NULL, N_("Show entries, the newest first, one a line"), thaw_cli_run_list },
  { "search", N_("WORD…"), N_("Show entries in which all words occur"), thaw_cli_run_search },
  { "add-session", N_("ACTIVITY"), N_("Write down something that you did"), thaw_cli_run_add_session },
  { "list-sessions", NULL, N_("Show what was done, the newest first, one a line"), thaw_cli_run_list_sessions },
  { "list-activities", NULL, N_("Show what there is to do"), thaw_cli_run_list_activities },
  { "list-people", NULL, N_("Show people and how to reach them, one a line"), thaw_cli_run_list_people },
  { "list-reminders", NULL, N_("Show reminders and when they come, one a line"), thaw_cli_run_list_reminders },
  { "export", NULL, N_("Write the journal as JSON, CSV or Markdown, or the people as vCards"), thaw_cli_run_export },
  { "import", N_("FILE | -"), N_("Add entries or people from a file"), thaw_cli_run_import },
  { "summary", NULL, N_("Count and average what is in the journal"), thaw_cli_run_summary },
  { "verify", NULL, N_("Check that the journal’s file is whole"), thaw_cli_run_verify },
  { "backup", N_("[FILE]"), N_("Copy the whole journal into one file"), thaw_cli_run_backup },
  { "demo", NULL, N_("Fill an empty journal with a sample"), thaw_cli_run_demo },
};

static void
print_usage (void)
{
  /* Translators: a line of help; keep “thaw-cli” and the capitals that stand for words to type */
  thaw_cli_print ("%s\n\n", _("Usage: thaw-cli COMMAND [OPTION…]"));
  thaw_cli_print ("%s\n\n", _("Reads and writes the journal of Thaw without a window, also while Thaw is running."));

  /* Translators: a heading over a list of commands */
  thaw_cli_print ("%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    thaw_cli_print ("  %-15s  %s\n", commands[i].name, g_dgettext (GETTEXT_PACKAGE, commands[i].summary));

  thaw_cli_print ("\n%s\n", _("“thaw-cli COMMAND --help” shows the options of a command."));
}

static int
run_command (const char *name,
             GStrv      *args)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (name, commands[i].name))
        return commands[i].run (&commands[i], args);
    }

  if (name[0] == '-')
    {
      /* Translators: %s is what a person typed; keep “thaw-cli list” as it is */
      thaw_cli_complain (_("Options follow the command, as “thaw-cli list %s”"), name);
      return THAW_CLI_WRONG_USAGE;
    }

  /* Translators: %s is what a person typed */
  thaw_cli_complain (_("There is no command “%s”; “thaw-cli --help” shows all"), name);

  return THAW_CLI_WRONG_USAGE;
}

/* If a standard stream is closed, the next file that is opened takes its number, and what is printed would go into the
 * journal. Opened the wrong way round, so that using them fails as it should. */
static void
occupy_standard_streams (void)
{
  const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };

  for (int fd = 0; fd < 3; fd++)
    {
      if (fcntl (fd, F_GETFD) == -1 && open ("/dev/null", modes[fd]) != fd)
        _exit (THAW_CLI_FAILED);
    }
}

/**
 * thaw_cli_run:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * All of thaw-cli.
 *
 * Returns: what the shell is told: %THAW_CLI_OK, %THAW_CLI_FAILED or
 *   %THAW_CLI_WRONG_USAGE
 */
int
thaw_cli_run (int    argc,
              char **argv)
{
  g_auto (GStrv) args = NULL;
  const char *name;
  int status = THAW_CLI_OK;

  occupy_standard_streams ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (argc < 2)
    {
      thaw_cli_complain ("%s", _("Which command? “thaw-cli --help” shows all"));
      return THAW_CLI_WRONG_USAGE;
    }

  name = argv[1];
  args = g_strdupv (argv + 2);
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    print_usage ();
  else if (g_str_equal (name, "--version"))
    thaw_cli_print ("thaw-cli %s\n", THAW_VERSION);
  else
    status = run_command (name, &args);

  return thaw_cli_end_output () ? status : THAW_CLI_FAILED;
}
