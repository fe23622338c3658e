/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-changes"

#include "config.h"
#include "practice/thaw-session-changes.h"

#include <glib/gi18n.h>

#include "thaw-undo-toast.h"

/* A session on its way to the disk or out of it. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
  ThawServices *services;   /* (owned) */
  ThawSession *session;     /* (owned) */
} Change;

static Change *
change_new (AdwToastOverlay   *overlay,
            ThawServices      *services,
            const ThawSession *session)
{
  Change *change = g_new0 (Change, 1);

  /* A toast has this, and must not keep the overlay that it is in. */
  g_set_weak_pointer (&change->overlay, overlay);
  change->services = g_object_ref (services);
  change->session = thaw_session_copy (session);

  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->overlay);
  g_object_unref (change->services);
  thaw_session_free (change->session);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void put_back (gpointer data);
static void delete (gpointer data);

static void
tell (Change        *change,
      const char    *sentence,
      const char    *button_label,
      ThawToastFunc  func)
{
  if (change->overlay != NULL)
    thaw_undo_toast_show (change->overlay, sentence, button_label, func,
                          change_new (change->overlay, change->services, change->session), change_free);
}

static void
on_put_back_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) saved = thaw_session_store_save_finish (THAW_SESSION_STORE (source), result, &error);

  if (saved != NULL)
    return;

  g_info ("Session not put back: %s", error->message);
  tell (change, _("This could not be taken back."), _("_Try Again"), put_back);
}

static void
put_back (gpointer data)
{
  Change *change = data;

  thaw_session_store_save_async (thaw_services_get_sessions (change->services), change->session, NULL, on_put_back_cb,
                                 change_new (change->overlay, change->services, change->session));
}

static void
on_deleted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_session_store_remove_finish (THAW_SESSION_STORE (source), result, &error))
    {
      tell (change, _("Session deleted"), _("_Undo"), put_back);
      return;
    }

  g_info ("Session not deleted: %s", error->message);
  tell (change, _("This session could not be deleted. Nothing was changed."), _("_Try Again"), delete);
}

static void
delete (gpointer data)
{
  Change *change = data;

  thaw_session_store_remove_async (thaw_services_get_sessions (change->services), change->session->uuid, NULL,
                                   on_deleted_cb, change_new (change->overlay, change->services, change->session));
}

/**
 * thaw_session_changes_delete:
 * @overlay: where toasts appear
 * @services: where sessions are kept
 * @session: a session that was saved
 *
 * Deletes the session, and offers to bring it back.
 */
void
thaw_session_changes_delete (AdwToastOverlay   *overlay,
                             ThawServices      *services,
                             const ThawSession *session)
{
  g_autoptr (Change) change = change_new (overlay, services, session);

  delete (change);
}

/**
 * thaw_session_changes_offer_undo:
 * @overlay: where the toast appears
 * @services: where sessions are kept
 * @sentence: what was done
 * @before: (nullable): the session before, %NULL if it is new
 * @after: the session now
 *
 * Says that a session was written down or changed, and offers to take that back.
 */
void
thaw_session_changes_offer_undo (AdwToastOverlay   *overlay,
                                 ThawServices      *services,
                                 const char        *sentence,
                                 const ThawSession *before,
                                 const ThawSession *after)
{
  g_autoptr (Change) change = change_new (overlay, services, before != NULL ? before : after);

  tell (change, sentence, _("_Undo"), before != NULL ? put_back : delete);
}
