/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-people-changes"

#include "config.h"
#include "support/thaw-people-changes.h"

#include <glib/gi18n-lib.h>

#include "thaw-named-words.h"
#include "thaw-undo-toast.h"

/* That somebody and the person talked, on its way to the disk. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
  ThawServices *services;   /* (owned) */
  ThawPerson *person;       /* (owned): as they were */
  ThawDay contact;          /* the day of the last contact that is to be written */
  gboolean is_back;         /* that is the one from before */
} Change;

static Change *
change_new (AdwToastOverlay  *overlay,
            ThawServices     *services,
            const ThawPerson *person)
{
  Change *change = g_new0 (Change, 1);

  /* A toast has this, and must not keep the overlay that it is in. */
  g_set_weak_pointer (&change->overlay, overlay);
  change->services = g_object_ref (services);
  change->person = thaw_person_copy (person);

  return change;
}

static Change *
change_copy (Change *change)
{
  Change *copy = change_new (change->overlay, change->services, change->person);

  copy->contact = change->contact;
  copy->is_back = change->is_back;

  return copy;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->overlay);
  g_object_unref (change->services);
  thaw_person_free (change->person);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void write_contact (gpointer data);
static void take_contact_back (gpointer data);

static void
tell (Change        *change,
      const char    *sentence,
      const char    *button_label,
      ThawToastFunc  func)
{
  if (change->overlay != NULL)
    thaw_undo_toast_show (change->overlay, sentence, button_label, func, change_copy (change), change_free);
}

static void
tell_contact_not_written (Change       *change,
                          const GError *error)
{
  g_info ("Contact not written down: %s", error->message);
  tell (change, _("This could not be saved. Nothing was changed."), _("_Try Again"), write_contact);
}

static void
on_contact_written_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPerson) saved = thaw_people_store_save_finish (THAW_PEOPLE_STORE (source), result, &error);
  g_autofree char *sentence = NULL;

  if (saved == NULL)
    {
      tell_contact_not_written (change, error);
      return;
    }

  /* What was taken back is not told: it can be seen. */
  if (change->is_back)
    return;

  /* Translators: %s is the name of a person */
  sentence = g_strdup_printf (_("You and %s talked today"), saved->name);
  tell (change, sentence, _("_Undo"), take_contact_back);
}

/* Of whatever else was changed since, nothing is touched. */
static void
write_contact (gpointer data)
{
  Change *change = data;
  ThawPeopleStore *store = thaw_services_get_people (change->services);
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPerson) person = thaw_people_store_get (store, change->person->id, &error);

  if (person == NULL)
    {
      tell_contact_not_written (change, error);
      return;
    }

  person->last_contact = change->contact;
  thaw_people_store_save_async (store, person, NULL, on_contact_written_cb, change_copy (change));
}

static void
take_contact_back (gpointer data)
{
  g_autoptr (Change) back = change_copy (data);

  back->contact = back->person->last_contact;
  back->is_back = TRUE;
  write_contact (back);
}

/**
 * thaw_people_changes_talked:
 * @overlay: where toasts appear
 * @services: where people are kept
 * @person: somebody who was saved
 *
 * Writes down that they talked today, and offers to take that back.
 */
void
thaw_people_changes_talked (AdwToastOverlay  *overlay,
                            ThawServices     *services,
                            const ThawPerson *person)
{
  g_autoptr (Change) change = NULL;

  g_return_if_fail (person != NULL && person->id != NULL);

  change = change_new (overlay, services, person);
  change->contact = thaw_clock_get_today (thaw_services_get_clock (services));
  write_contact (change);
}

/**
 * thaw_people_changes_remove:
 * @overlay: where toasts appear
 * @services: where people are kept
 * @person: somebody who was saved
 *
 * Deletes somebody, and offers to bring them back.
 */
void
thaw_people_changes_remove (AdwToastOverlay  *overlay,
                            ThawServices     *services,
                            const ThawPerson *person)
{
  g_auto (ThawNamedWords) words = { NULL };

  g_return_if_fail (person != NULL && person->id != NULL);

  thaw_named_words_init (&words, person->name);
  thaw_record_change_remove (overlay, THAW_STORE (thaw_services_get_people (services)), person, &words.words);
}

/**
 * thaw_people_changes_offer_undo:
 * @overlay: where the toast appears
 * @services: where people are kept
 * @before: (nullable): as they were, %NULL if they are new
 * @after: as they are now
 *
 * Says that somebody was added or changed, and offers to take that back.
 */
void
thaw_people_changes_offer_undo (AdwToastOverlay  *overlay,
                                ThawServices     *services,
                                const ThawPerson *before,
                                const ThawPerson *after)
{
  g_auto (ThawNamedWords) words = { NULL };
  g_autofree char *sentence = NULL;

  g_return_if_fail (after != NULL && after->id != NULL);

  thaw_named_words_init (&words, after->name);
  /* Translators: %s is the name of a person */
  sentence = g_strdup_printf (before != NULL ? _("“%s” changed") : _("“%s” added"), after->name);
  thaw_record_change_offer_undo (overlay, THAW_STORE (thaw_services_get_people (services)), sentence, before, after,
                                 &words.words);
}
