/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-rarer"

#include "config.h"
#include "reminders/thaw-reminder-rarer.h"

#include <glib/gi18n-lib.h>

#include "thaw-record-change.h"
#include "thaw-undo-toast.h"

/* That a reminder comes less often, on its way to the disk. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
  ThawReminderStore *store; /* (owned) */
  ThawReminder *former;     /* (owned): as it was */
} Change;

static Change *
change_new (AdwToastOverlay    *overlay,
            ThawReminderStore  *store,
            const ThawReminder *former)
{
  Change *change = g_new0 (Change, 1);

  /* A toast has this, and must not keep the overlay that it is in. */
  g_set_weak_pointer (&change->overlay, overlay);
  change->store = g_object_ref (store);
  change->former = thaw_reminder_copy (former);

  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->overlay);
  g_object_unref (change->store);
  thaw_reminder_free (change->former);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void save (gpointer data);

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReminder) saved = thaw_reminder_store_save_finish (change->store, result, &error);
  const ThawChangeWords words = { .not_saved = _("This could not be taken back.") };

  if (saved == NULL)
    g_info ("Not made rarer: %s", error->message);
  if (change->overlay == NULL)
    return;

  if (saved == NULL)
    {
      thaw_undo_toast_show (change->overlay, _("This could not be saved. Nothing was changed."), _("_Try Again"), save,
                            change_new (change->overlay, change->store, change->former), change_free);
      return;
    }

  /* Not which one, which was just said and may be long: where it is narrow, that would be all there is to read. */
  thaw_record_change_offer_undo (change->overlay, THAW_STORE (change->store), _("It comes less often now"),
                                 change->former, saved, &words);
}

static void
save (gpointer data)
{
  const Change *change = data;
  g_autoptr (ThawReminder) rarer = thaw_reminder_copy (change->former);

  if (thaw_reminder_make_rarer (rarer))
    thaw_reminder_store_save_async (change->store, rarer, NULL, on_saved_cb,
                                    change_new (change->overlay, change->store, change->former));
}

/**
 * thaw_reminder_rarer_make:
 * @overlay: where toasts appear
 * @store: where reminders are kept
 * @reminder: one that was saved
 *
 * Has it come less often, and offers to take that back.
 */
void
thaw_reminder_rarer_make (AdwToastOverlay    *overlay,
                          ThawReminderStore  *store,
                          const ThawReminder *reminder)
{
  g_autoptr (Change) change = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_REMINDER_STORE (store) && reminder != NULL);

  change = change_new (overlay, store, reminder);
  save (change);
}
