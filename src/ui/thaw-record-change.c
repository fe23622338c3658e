/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-record-change"

#include "config.h"
#include "thaw-record-change.h"

#include <glib/gi18n.h>

#include "thaw-undo-toast.h"

/* Something on its way to the disk or out of it. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
  ThawStore *store;         /* (owned) */
  gpointer record;          /* (owned) */
  char *saved;              /* (owned) (nullable) */
  char *not_saved;          /* (owned) */
  char *removed;            /* (owned) */
  char *not_removed;        /* (owned) */
} Change;

static Change *
change_new (AdwToastOverlay       *overlay,
            ThawStore             *store,
            gconstpointer          record,
            const ThawChangeWords *words)
{
  Change *change = g_new0 (Change, 1);

  /* A toast has this, and must not keep the overlay that it is in. */
  g_set_weak_pointer (&change->overlay, overlay);
  change->store = g_object_ref (store);
  change->record = thaw_store_copy_record (store, record);
  change->saved = g_strdup (words->saved);
  change->not_saved = g_strdup (words->not_saved);
  change->removed = g_strdup (words->removed);
  change->not_removed = g_strdup (words->not_removed);

  return change;
}

static Change *
change_copy (const Change  *change,
             gconstpointer  record)
{
  ThawChangeWords words = { change->saved, change->not_saved, change->removed, change->not_removed };

  return change_new (change->overlay, change->store, record, &words);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->overlay);
  thaw_store_free_record (change->store, change->record);
  g_object_unref (change->store);
  g_free (change->saved);
  g_free (change->not_saved);
  g_free (change->removed);
  g_free (change->not_removed);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void save (gpointer data);
static void put_back (gpointer data);
static void take_out (gpointer data);

static void
tell (Change        *change,
      gconstpointer  record,
      const char    *sentence,
      const char    *button_label,
      ThawToastFunc  func)
{
  if (change->overlay != NULL)
    thaw_undo_toast_show (change->overlay, sentence, button_label, func, change_copy (change, record), change_free);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  gpointer saved = thaw_store_finish (source, result, &error);

  if (saved == NULL)
    {
      g_info ("Not saved: %s", error->message);
      tell (change, change->record, change->not_saved, _("_Try Again"), save);
      return;
    }

  if (change->saved != NULL && thaw_store_get_record_id (change->store, change->record) == NULL)
    tell (change, saved, change->saved, _("_Undo"), take_out);
  thaw_store_free_record (change->store, saved);
}

static void
save (gpointer data)
{
  Change *change = data;

  thaw_store_save_record_async (change->store, thaw_record_change_save, change->record, NULL, on_saved_cb,
                                change_copy (change, change->record));
}

/* What was taken back by its toast needs no other one. */
static void
on_put_back_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  gpointer saved = thaw_store_finish (source, result, &error);

  if (saved != NULL)
    {
      thaw_store_free_record (change->store, saved);
      return;
    }

  g_info ("Not put back: %s", error->message);
  tell (change, change->record, _("This could not be taken back."), _("_Try Again"), put_back);
}

static void
put_back (gpointer data)
{
  Change *change = data;

  thaw_store_save_record_async (change->store, thaw_record_change_remove, change->record, NULL, on_put_back_cb,
                                change_copy (change, change->record));
}

static void
on_taken_out_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_store_finish (source, result, &error) != NULL)
    {
      tell (change, change->record, change->removed, _("_Undo"), put_back);
      return;
    }

  g_info ("Not removed: %s", error->message);
  tell (change, change->record, change->not_removed, _("_Try Again"), take_out);
}

static void
take_out (gpointer data)
{
  Change *change = data;

  thaw_store_remove_record_async (change->store, thaw_record_change_remove,
                                  thaw_store_get_record_id (change->store, change->record), NULL, on_taken_out_cb,
                                  change_copy (change, change->record));
}

/**
 * thaw_record_change_save:
 * @overlay: where toasts appear
 * @store: where such things are kept
 * @record: one of them, a new one or one that is there
 * @words: what the person hears
 *
 * Keeps it. A new one can be taken back for a while; what could not be written can be
 * tried again.
 */
void
thaw_record_change_save (AdwToastOverlay       *overlay,
                         ThawStore             *store,
                         gconstpointer          record,
                         const ThawChangeWords *words)
{
  g_autoptr (Change) change = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_STORE (store) && record != NULL && words != NULL);

  change = change_new (overlay, store, record, words);
  save (change);
}

/**
 * thaw_record_change_remove:
 * @overlay: where toasts appear
 * @store: where such things are kept
 * @record: one of them that was saved
 * @words: what the person hears
 *
 * Takes it out, and offers to bring it back.
 */
void
thaw_record_change_remove (AdwToastOverlay       *overlay,
                           ThawStore             *store,
                           gconstpointer          record,
                           const ThawChangeWords *words)
{
  g_autoptr (Change) change = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_STORE (store) && record != NULL && words != NULL);

  change = change_new (overlay, store, record, words);
  take_out (change);
}

/**
 * thaw_record_change_offer_undo:
 * @overlay: where the toast appears
 * @store: where such things are kept
 * @sentence: what was done
 * @before: (nullable): it before, %NULL if it is new
 * @after: it now
 * @words: what the person hears when that is taken back
 *
 * Says that something was written down or changed, and offers to take that back.
 */
void
thaw_record_change_offer_undo (AdwToastOverlay       *overlay,
                               ThawStore             *store,
                               const char            *sentence,
                               gconstpointer          before,
                               gconstpointer          after,
                               const ThawChangeWords *words)
{
  g_autoptr (Change) change = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_STORE (store) && sentence != NULL && after != NULL && words != NULL);

  change = change_new (overlay, store, before != NULL ? before : after, words);
  tell (change, change->record, sentence, _("_Undo"), before != NULL ? put_back : take_out);
}
