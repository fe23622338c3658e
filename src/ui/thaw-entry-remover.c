/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-remover"

#include "config.h"
#include "thaw-entry-remover.h"

#include "thaw-toast.h"

#include <glib/gi18n.h>

/* Long enough to read and to reach for the button. */
#define UNDO_TIMEOUT_SECS 10

/**
 * ThawEntryRemover:
 *
 * Deletes an entry in two steps: it is hidden at once, with a toast that offers
 * to bring it back, and is removed for good when the toast goes; that entry and
 * no other. Only one deletion waits at a time: the next one, and the end of the
 * window, finish it.
 */
struct _ThawEntryRemover
{
  GObject parent_instance;

  ThawJournal *journal;     /* (owned) */
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */

  AdwToast *toast; /* (owned) (nullable): offers to undo the deletion that waits */
};

G_DEFINE_FINAL_TYPE (ThawEntryRemover, thaw_entry_remover, G_TYPE_OBJECT)

typedef struct
{
  ThawEntryRemover *self;
  char *uuid;
} Removal;

static Removal *
removal_new (ThawEntryRemover *self,
             const char       *uuid)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->self = g_object_ref (self);
  removal->uuid = g_strdup (uuid);

  return removal;
}

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->self);
  g_free (removal->uuid);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
tell (ThawEntryRemover *self,
      const char       *sentence,
      const GError     *error)
{
  g_info ("%s %s", sentence, error->message);
  thaw_toast_tell (self->overlay, sentence);
}

static void
on_purged_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* What could not be removed stays hidden and is removed at the next start. */
  if (!thaw_journal_purge_finish (THAW_JOURNAL (source), result, &error))
    g_info ("A deleted entry is not yet removed: %s", error->message);
}

/* The entry that a toast offers to bring back. */
static const char *
get_uuid (AdwToast *toast)
{
  return g_variant_get_string (adw_toast_get_action_target_value (toast), NULL);
}

static void
on_toast_dismissed_cb (ThawEntryRemover *self,
                       AdwToast         *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);

  thaw_journal_purge_async (self->journal, get_uuid (toast), NULL, on_purged_cb, NULL);
}

static void
offer_undo (ThawEntryRemover *self,
            const char       *sentence,
            const char       *uuid)
{
  AdwToast *toast = adw_toast_new (sentence);

  /* Of two deletions in a row the second may have begun before the toast of the first was there. */
  thaw_entry_remover_finish (self);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undelete-entry");
  adw_toast_set_action_target (toast, "s", uuid);
  adw_toast_set_timeout (toast, UNDO_TIMEOUT_SECS);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
on_hidden_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  ThawEntryRemover *self = removal->self;
  gboolean is_hidden = thaw_journal_hide_finish (THAW_JOURNAL (source), result, &error);

  /* The window is gone. What is hidden is removed at the next start. */
  if (self->overlay == NULL)
    return;

  if (is_hidden)
    offer_undo (self, _("Entry deleted"), removal->uuid);
  else
    tell (self, _("This entry could not be deleted. Nothing was changed."), error);
}

static void
on_unhidden_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  ThawEntryRemover *self = removal->self;

  if (thaw_journal_unhide_finish (THAW_JOURNAL (source), result, &error) || self->overlay == NULL)
    return;

  g_info ("Not brought back: %s", error->message);
  offer_undo (self, _("This entry could not be brought back."), removal->uuid);
}

static void
thaw_entry_remover_dispose (GObject *object)
{
  ThawEntryRemover *self = THAW_ENTRY_REMOVER (object);

  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->overlay);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (thaw_entry_remover_parent_class)->dispose (object);
}

static void
thaw_entry_remover_class_init (ThawEntryRemoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_entry_remover_dispose;
}

static void
thaw_entry_remover_init (ThawEntryRemover *self)
{
}

/**
 * thaw_entry_remover_new:
 * @journal: where entries are deleted
 * @overlay: where the toasts appear, in a window with `win.undelete-entry`
 *
 * Returns: (transfer full): a remover
 */
ThawEntryRemover *
thaw_entry_remover_new (ThawJournal     *journal,
                        AdwToastOverlay *overlay)
{
  ThawEntryRemover *self = g_object_new (THAW_TYPE_ENTRY_REMOVER, NULL);

  self->journal = g_object_ref (journal);
  /* A deletion that is on its way keeps the remover, and must not keep what is left of a window. */
  g_set_weak_pointer (&self->overlay, overlay);

  return self;
}

/**
 * thaw_entry_remover_remove:
 * @uuid: an entry
 *
 * Hides the entry and offers to bring it back.
 */
void
thaw_entry_remover_remove (ThawEntryRemover *self,
                           const char       *uuid)
{
  g_return_if_fail (THAW_IS_ENTRY_REMOVER (self));
  g_return_if_fail (uuid != NULL);

  /* The purge of the former deletion is queued before this one hides anything. */
  thaw_entry_remover_finish (self);
  thaw_journal_hide_async (self->journal, uuid, NULL, on_hidden_cb, removal_new (self, uuid));
}

/**
 * thaw_entry_remover_undo:
 * @uuid: an entry that was deleted
 *
 * Brings the entry back. A toast's button calls this before the toast goes, so
 * that what is purged then is no longer hidden.
 */
void
thaw_entry_remover_undo (ThawEntryRemover *self,
                         const char       *uuid)
{
  g_return_if_fail (THAW_IS_ENTRY_REMOVER (self));
  g_return_if_fail (uuid != NULL);

  /* The toast goes now, and must not take for good what could not be brought back. */
  if (self->toast != NULL && g_str_equal (get_uuid (self->toast), uuid))
    {
      g_signal_handlers_disconnect_by_func (self->toast, on_toast_dismissed_cb, self);
      g_clear_object (&self->toast);
    }
  thaw_journal_unhide_async (self->journal, uuid, NULL, on_unhidden_cb, removal_new (self, uuid));
}

/**
 * thaw_entry_remover_finish:
 *
 * Ends the offer to undo and removes for good what was deleted.
 */
void
thaw_entry_remover_finish (ThawEntryRemover *self)
{
  g_return_if_fail (THAW_IS_ENTRY_REMOVER (self));

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
}
