/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-list-people"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-people-store.h"

#define SEPARATOR " · "

static void
append_ways (GString   *line,
             GPtrArray *ways)
{
  for (guint i = 0; i < ways->len; i++)
    {
      const ThawContactWay *way = g_ptr_array_index (ways, i);

      g_string_append_printf (line, "%s%s", i == 0 ? SEPARATOR : ", ", way->value);
      if (way->label != NULL)
        g_string_append_printf (line, " (%s)", way->label);
    }
}

/* `Ann Lee · Friend · from the choir · favourite · 555-0100 (mobile), ann@example.org · last contact 2026-11-23` */
static void
print_person (const ThawPerson *person)
{
  g_autoptr (GString) line = g_string_new (person->name);

  g_string_append_printf (line, "%s%s", SEPARATOR, thaw_person_kind_get_name (person->kind));
  if (person->role != NULL)
    g_string_append_printf (line, "%s%s", SEPARATOR, person->role);
  if (person->is_favourite)
    /* Translators: of somebody in a list of people */
    g_string_append_printf (line, "%s%s", SEPARATOR, _("favourite"));
  if (person->keeps_distance)
    /* Translators: of somebody in a list of people: the person would rather keep their distance from them */
    g_string_append_printf (line, "%s%s", SEPARATOR, _("keep distance"));
  append_ways (line, person->ways);
  if (person->last_contact != THAW_DAY_NONE)
    {
      char day[THAW_DAY_ISO_SIZE];

      thaw_day_write_iso (person->last_contact, day);
      g_string_append (line, SEPARATOR);
      /* Translators: of somebody in a list of people; %s is a day, as 2026-11-23 */
      g_string_append_printf (line, _("last contact %s"), day);
    }

  thaw_cli_print ("%s\n", line->str);
}

int
thaw_cli_run_list_people (const ThawCliCommand *command,
                          GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawPeopleStore) store = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { NULL } };
  int status;

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options))
    return THAW_CLI_WRONG_USAGE;

  journal = thaw_cli_journal_open_to_read (options.directory, &error);
  if (journal == NULL)
    return thaw_cli_fail (error);

  store = thaw_people_store_new (journal->database, clock);
  people = thaw_people_store_list (store, &error);
  if (people == NULL)
    return thaw_cli_fail (error);

  for (guint i = 0; i < people->len; i++)
    print_person (g_ptr_array_index (people, i));

  return THAW_CLI_OK;
}
