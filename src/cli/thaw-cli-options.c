/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-options"

#include "config.h"
#include "thaw-cli-options.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "thaw-cli-output.h"
#include "thaw-database.h"

void
thaw_cli_options_clear (ThawCliOptions *self)
{
  g_clear_pointer (&self->directory, g_free);
  g_clear_pointer (&self->rest, g_strfreev);
}

/**
 * thaw_cli_options_parse:
 * @self: (out caller-allocates): what every command is told
 * @command: the command
 * @entries: the options of this command alone
 * @args: what was typed after the command's name
 * @out_status: (out): what the shell is told, if there is nothing more to do
 *
 * Reads what was typed. Texts come in as they were typed, whatever the locale
 * says, and may not be UTF-8: so options that take words are of the kind
 * %G_OPTION_ARG_FILENAME.
 *
 * Returns: whether to go on; if not, help or an error was shown
 */
gboolean
thaw_cli_options_parse (ThawCliOptions        *self,
                        const ThawCliCommand  *command,
                        const GOptionEntry    *entries,
                        GStrv                 *args,
                        int                   *out_status)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GStrvBuilder) with_name = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("thaw-cli ", command->name, NULL);
  g_auto (GStrv) words = NULL;
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &self->directory,
      N_("Use the journal in this folder"), N_("FOLDER") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show these options"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest, NULL, NULL },
    { NULL },
  };

  *self = (ThawCliOptions) { NULL };
  context = g_option_context_new (command->arguments != NULL ? g_dgettext (GETTEXT_PACKAGE, command->arguments) : NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  g_strv_builder_add (with_name, program);
  g_strv_builder_addv (with_name, (const char **) *args);
  words = g_strv_builder_end (with_name);
  g_set_prgname (program);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      thaw_cli_complain ("%s", error->message);
      *out_status = THAW_CLI_WRONG_USAGE;
      return FALSE;
    }

  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      thaw_cli_print ("%s", text);
      *out_status = THAW_CLI_OK;
      return FALSE;
    }

  if (self->directory == NULL)
    self->directory = thaw_database_dup_default_directory ();
  if (self->rest == NULL)
    self->rest = g_new0 (char *, 1);

  return TRUE;
}

static gboolean
parse_day (const char *text,
           ThawDay    *out_day)
{
  *out_day = thaw_day_from_iso (text);
  if (text == NULL || *out_day != THAW_DAY_NONE)
    return TRUE;

  /* Translators: %s is what a person typed; keep the example as it is */
  thaw_cli_complain (_("“%s” is no day; a day is written as 2026-11-23"), text);

  return FALSE;
}

/**
 * thaw_cli_parse_days:
 * @from: (nullable): the first day, as it was typed
 * @to: (nullable): the last day, as it was typed
 * @filter: where to put them
 *
 * Returns: whether both are days; if not, it was said
 */
gboolean
thaw_cli_parse_days (const char        *from,
                     const char        *to,
                     ThawJournalFilter *filter)
{
  return parse_day (from, &filter->first_day) && parse_day (to, &filter->last_day);
}

/**
 * thaw_cli_parse_number:
 * @text: what was typed
 * @lowest: the least it may be
 * @highest: the most it may be
 * @out_number: (out): the number
 *
 * Reads a number with a decimal point, whatever the locale says.
 *
 * Returns: whether @text is a number in these bounds
 */
gboolean
thaw_cli_parse_number (const char *text,
                       double      lowest,
                       double      highest,
                       double     *out_number)
{
  char *end;

  *out_number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && !isnan (*out_number) && *out_number >= lowest && *out_number <= highest;
}

/**
 * thaw_cli_check_no_rest:
 *
 * Returns: whether nothing but options was typed; if not, it was said
 */
gboolean
thaw_cli_check_no_rest (const ThawCliOptions *self)
{
  if (self->rest[0] == NULL)
    return TRUE;

  /* Translators: %s is what a person typed */
  thaw_cli_complain (_("What is “%s” for?"), self->rest[0]);

  return FALSE;
}
