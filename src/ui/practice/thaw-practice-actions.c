/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-actions"

#include "config.h"
#include "practice/thaw-practice-actions.h"

#include <glib/gi18n.h>

#include "practice/thaw-helps-window.h"
#include "practice/thaw-own-practices.h"
#include "practice/thaw-plan-dialog.h"
#include "practice/thaw-session-changes.h"
#include "practice/thaw-session-setup.h"
#include "practice/thaw-session-window.h"
#include "thaw-toast.h"

/**
 * ThawPracticeActions:
 *
 * What pages and panes ask for around practising, beside practising itself: the
 * actions `plan`, `edit`, `adjust`, `delete` (of the id of something to do), `new-pattern`,
 * `new-activity`, `what-helps`, `log-session`, and `open-session` and
 * `delete-session` (of the UUID of a session).
 */
struct _ThawPracticeActions
{
  GSimpleActionGroup parent_instance;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (unowned): the window that has these has it, too */
  ThawOwnPractices *own;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawPracticeActions, thaw_practice_actions, G_TYPE_SIMPLE_ACTION_GROUP)

static GtkWindow *
get_window (ThawPracticeActions *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));
}

static void
tell_not_opened (ThawPracticeActions *self,
                 const GError        *error)
{
  g_info ("Not opened: %s", error->message);
  thaw_toast_tell (self->overlay, _("This could not be opened."));
}

static void
on_plan_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ThawPracticeActions *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSessionSetup) setup = NULL;

  setup = thaw_session_setup_new (self->services, g_variant_get_string (parameter, NULL), &error);
  if (setup != NULL)
    thaw_plan_dialog_present (self->overlay, self->services, setup->kind, setup->activity, setup->name);
  else
    tell_not_opened (self, error);
}

static void
on_edit_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  thaw_own_practices_edit (THAW_PRACTICE_ACTIONS (user_data)->own, g_variant_get_string (parameter, NULL));
}

static void
on_adjust_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  thaw_own_practices_adjust (THAW_PRACTICE_ACTIONS (user_data)->own, g_variant_get_string (parameter, NULL));
}

/* What is deleted has no set-up to look at any more. */
static void
on_delete_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ThawPracticeActions *self = user_data;

  thaw_own_practices_delete (self->own, g_variant_get_string (parameter, NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->overlay), "win.show-page", "s", "practice");
}

static void
on_new_pattern_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  thaw_own_practices_add_pattern (THAW_PRACTICE_ACTIONS (user_data)->own);
}

static void
on_new_activity_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  thaw_own_practices_add_activity (THAW_PRACTICE_ACTIONS (user_data)->own);
}

static void
on_what_helps_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ThawPracticeActions *self = user_data;

  gtk_window_present (GTK_WINDOW (thaw_helps_window_new (get_window (self), self->services)));
}

static void
open_session (ThawPracticeActions *self,
              const ThawSession   *session)
{
  gtk_window_present (GTK_WINDOW (thaw_session_window_new (self->overlay, self->services, session)));
}

static void
on_log_session_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  open_session (THAW_PRACTICE_ACTIONS (user_data), NULL);
}

static void
on_open_session_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ThawPracticeActions *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) session = thaw_session_store_get (thaw_services_get_sessions (self->services),
                                                            g_variant_get_string (parameter, NULL), &error);

  if (session != NULL)
    open_session (self, session);
  else
    tell_not_opened (self, error);
}

static void
on_delete_session_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ThawPracticeActions *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) session = thaw_session_store_get (thaw_services_get_sessions (self->services),
                                                            g_variant_get_string (parameter, NULL), &error);

  if (session != NULL)
    thaw_session_changes_delete (self->overlay, self->services, session);
  else
    tell_not_opened (self, error);
}

static const GActionEntry entries[] = {
  { .name = "plan", .parameter_type = "s", .activate = on_plan_cb },
  { .name = "edit", .parameter_type = "s", .activate = on_edit_cb },
  { .name = "adjust", .parameter_type = "s", .activate = on_adjust_cb },
  { .name = "delete", .parameter_type = "s", .activate = on_delete_cb },
  { .name = "new-pattern", .activate = on_new_pattern_cb },
  { .name = "new-activity", .activate = on_new_activity_cb },
  { .name = "what-helps", .activate = on_what_helps_cb },
  { .name = "log-session", .activate = on_log_session_cb },
  { .name = "open-session", .parameter_type = "s", .activate = on_open_session_cb },
  { .name = "delete-session", .parameter_type = "s", .activate = on_delete_session_cb },
};

static void
thaw_practice_actions_dispose (GObject *object)
{
  ThawPracticeActions *self = THAW_PRACTICE_ACTIONS (object);

  g_clear_object (&self->own);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_practice_actions_parent_class)->dispose (object);
}

static void
thaw_practice_actions_class_init (ThawPracticeActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_practice_actions_dispose;
}

static void
thaw_practice_actions_init (ThawPracticeActions *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * thaw_practice_actions_new:
 * @services: what there is to do, and where it is kept
 * @overlay: where toasts appear, in the window that the actions are for
 *
 * Returns: (transfer full): the actions, to be inserted as `practice`
 */
ThawPracticeActions *
thaw_practice_actions_new (ThawServices    *services,
                           AdwToastOverlay *overlay)
{
  ThawPracticeActions *self = g_object_new (THAW_TYPE_PRACTICE_ACTIONS, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), self);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), self);

  self->services = g_object_ref (services);
  self->overlay = overlay;
  self->own = thaw_own_practices_new (services, overlay);

  return self;
}
