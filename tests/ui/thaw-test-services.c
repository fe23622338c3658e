/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-services"

#include "config.h"
#include "thaw-test-services.h"

/**
 * thaw_test_services_set_up:
 *
 * Makes services with an empty journal.
 */
void
thaw_test_services_set_up (ThawTestServices *self)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autoptr (GError) error = NULL;

  self->directory = thaw_test_make_dir ();
  self->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  self->services = thaw_services_new (self->directory, self->clock, settings);
  self->journal = thaw_services_get_journal (self->services);

  thaw_database_open_sync (thaw_services_get_database (self->services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/**
 * thaw_test_services_tear_down:
 *
 * Asserts that nobody holds on to the services, and removes the journal.
 */
void
thaw_test_services_tear_down (ThawTestServices *self)
{
  /* What was cancelled still has to hear of it. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  thaw_database_close (thaw_services_get_database (self->services));
  while (g_main_context_iteration (NULL, FALSE))
    ;

  self->journal = NULL;
  g_assert_finalize_object (g_steal_pointer (&self->services));
  g_clear_object (&self->clock);
  g_clear_pointer (&self->directory, thaw_test_remove_dir);
}

/**
 * thaw_test_services_add:
 * @iso: when, as `2026-03-29T09:15:00+02:00`
 * @title: (nullable): a title
 * @text: (nullable): a text
 *
 * Returns: (transfer full): the UUID of the new entry
 */
char *
thaw_test_services_add (ThawTestServices *self,
                        const char       *iso,
                        const char       *title,
                        const char       *text)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_feeling (entry, 5);
  thaw_entry_set_title (entry, title);
  thaw_entry_set_text (entry, text);
  saved = thaw_journal_save_sync (self->journal, entry, &error);
  g_assert_no_error (error);

  return g_strdup (thaw_entry_get_uuid (saved));
}

/**
 * thaw_test_services_add_many:
 * @n_entries: how many
 * @n_per_day: how many on each day, the last of which is 2026-03-28
 *
 * Imports entries with the texts “entry 0 …” for the newest, “entry 1 …” and so on.
 * Every tenth names joy and carries the tag “river”.
 */
void
thaw_test_services_add_many (ThawTestServices *self,
                             guint             n_entries,
                             guint             n_per_day)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  const gint64 newest_ms = thaw_moment_from_iso ("2026-03-28T20:00:00+00:00", NULL).utc_ms;
  const gint64 step_ms = 3600 * 1000 / 2;

  for (guint i = 0; i < n_entries; i++)
    {
      ThawEntry *entry = thaw_entry_new ();
      g_autofree char *text = g_strdup_printf ("entry %u walked along the water and noticed the cold air", i);
      ThawMoment moment = { .utc_ms = newest_ms - (gint64) (i / n_per_day) * 24 * 3600 * 1000 -
                                      (i % n_per_day) * step_ms };

      moment.day = THAW_DAY_EPOCH + (ThawDay) (moment.utc_ms / (24 * 3600 * 1000));
      if (moment.utc_ms < 0 && moment.utc_ms % (24 * 3600 * 1000) != 0)
        moment.day--;
      thaw_entry_set_moment (entry, &moment);
      thaw_entry_set_feeling (entry, (int) (i % 11));
      thaw_entry_set_text (entry, text);
      if (i % 10 == 0)
        {
          thaw_entry_set_emotion (entry, "joy", 2);
          thaw_entry_set_tag (entry, "river", THAW_TAG_PLACE, FALSE);
        }
      g_ptr_array_add (entries, entry);
    }

  thaw_journal_import_sync (self->journal, entries, FALSE, NULL, &error);
  g_assert_no_error (error);
}
