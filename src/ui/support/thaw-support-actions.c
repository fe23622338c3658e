/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-support-actions"

#include "config.h"
#include "support/thaw-support-actions.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-care-plan-window.h"
#include "support/thaw-library-window.h"
#include "support/thaw-people-changes.h"
#include "support/thaw-people-window.h"
#include "support/thaw-person-editor.h"
#include "support/thaw-word-window.h"
#include "thaw-link-target.h"
#include "thaw-toast.h"
#include "thaw-window-over.h"

/**
 * ThawSupportActions:
 *
 * What pages ask for around support: the actions `people`, `new-person`, `open-person` and
 * `talked` (of the id of a person), `care-plan`, `library` (of a kind of article) and
 * `article` (of its id). Links in texts, wherever they lead, are opened by
 * thaw_support_actions_open_link().
 */
struct _ThawSupportActions
{
  GSimpleActionGroup parent_instance;

  ThawServices *services;    /* (owned) */
  AdwToastOverlay *overlay;  /* (unowned): the window that has these has it, too */
  GtkWindow *library;        /* (unowned) (nullable): NULL when it is closed */
  gboolean is_library_aside; /* while a practice is on to which it led */
};

G_DEFINE_FINAL_TYPE (ThawSupportActions, thaw_support_actions, G_TYPE_SIMPLE_ACTION_GROUP)

static GtkWindow *
get_window (ThawSupportActions *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));
}

static gboolean
is_journal_open (ThawSupportActions *self)
{
  return thaw_services_get_state (self->services) == THAW_SERVICES_READY;
}

static void
tell_not_opened (ThawSupportActions *self,
                 const char         *reason)
{
  g_info ("Not opened: %s", reason);
  thaw_toast_tell (self->overlay, _("This could not be opened."));
}

/* Over the window that the person looks at, which may be one of those over the main one. */
static void
present (ThawSupportActions *self,
         GtkWindow          *window)
{
  GtkWindow *active = thaw_window_find_active ();

  /* Not one that is there already. */
  if (gtk_window_get_transient_for (window) == NULL)
    thaw_window_put_over (window, active != NULL ? active : get_window (self));
  gtk_window_present (window);
}

/* People */

static void
on_people_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ThawSupportActions *self = user_data;

  if (is_journal_open (self))
    present (self, thaw_people_window_new (self->services));
}

static void
on_new_person_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ThawSupportActions *self = user_data;

  if (is_journal_open (self))
    thaw_person_editor_open (self->overlay, self->services, NULL);
}

/* The person of the id, or NULL, with a word to the user if they cannot be read. */
static ThawPerson *
find_person (ThawSupportActions *self,
             GVariant           *id)
{
  g_autoptr (GError) error = NULL;
  ThawPerson *person = thaw_people_store_get (thaw_services_get_people (self->services),
                                              g_variant_get_string (id, NULL), &error);

  if (person == NULL)
    tell_not_opened (self, error->message);

  return person;
}

static void
on_open_person_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ThawSupportActions *self = user_data;
  g_autoptr (ThawPerson) person = find_person (self, parameter);

  if (person != NULL)
    thaw_person_editor_open (self->overlay, self->services, person);
}

static void
on_talked_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ThawSupportActions *self = user_data;
  g_autoptr (ThawPerson) person = find_person (self, parameter);

  if (person != NULL)
    thaw_people_changes_talked (self->overlay, self->services, person);
}

/* The care plan */

static void
on_care_plan_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ThawSupportActions *self = user_data;

  if (is_journal_open (self))
    present (self, thaw_care_plan_window_new (self->services));
}

/* The library */

static void
on_link_activated_cb (ThawSupportActions *self,
                      const char         *target)
{
  thaw_support_actions_open_link (self, target);
}

/* It may be kept for a while, by what is on its way to the disk. */
static void
on_library_destroyed_cb (ThawSupportActions *self)
{
  self->library = NULL;
  self->is_library_aside = FALSE;
}

/* Closed, it is only hidden while it is aside. */
static void
set_library_aside (ThawSupportActions *self,
                   gboolean            is_aside)
{
  self->is_library_aside = is_aside;
  gtk_window_set_hide_on_close (self->library, is_aside);
}

static ThawLibraryWindow *
ensure_library (ThawSupportActions *self)
{
  if (self->library == NULL)
    {
      self->library = GTK_WINDOW (thaw_library_window_new (self->services));
      gtk_window_set_destroy_with_parent (self->library, TRUE);
      g_signal_connect_object (self->library, "destroy", G_CALLBACK (on_library_destroyed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->library, "link-activated", G_CALLBACK (on_link_activated_cb), self,
                               G_CONNECT_SWAPPED);
    }
  set_library_aside (self, FALSE);

  return THAW_LIBRARY_WINDOW (self->library);
}

static void
on_library_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ThawSupportActions *self = user_data;
  ThawArticleKind kind;

  if (!is_journal_open (self) || !thaw_article_kind_from_slug (g_variant_get_string (parameter, NULL), &kind))
    return;

  thaw_library_window_show_list (ensure_library (self), kind);
  present (self, self->library);
}

static void
on_article_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ThawSupportActions *self = user_data;

  if (!is_journal_open (self))
    return;

  thaw_library_window_show_article (ensure_library (self), g_variant_get_string (parameter, NULL));
  present (self, self->library);
}

static const GActionEntry entries[] = {
  { .name = "people", .activate = on_people_cb },
  { .name = "new-person", .activate = on_new_person_cb },
  { .name = "open-person", .parameter_type = "s", .activate = on_open_person_cb },
  { .name = "talked", .parameter_type = "s", .activate = on_talked_cb },
  { .name = "care-plan", .activate = on_care_plan_cb },
  { .name = "library", .parameter_type = "s", .activate = on_library_cb },
  { .name = "article", .parameter_type = "s", .activate = on_article_cb },
};

static void
thaw_support_actions_dispose (GObject *object)
{
  ThawSupportActions *self = THAW_SUPPORT_ACTIONS (object);

  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_support_actions_parent_class)->dispose (object);
}

static void
thaw_support_actions_class_init (ThawSupportActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_support_actions_dispose;
}

static void
thaw_support_actions_init (ThawSupportActions *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * thaw_support_actions_new:
 * @services: what is there, and where it is kept
 * @overlay: where toasts appear, in the window that the actions are for
 *
 * Returns: (transfer full): the actions, to be inserted as `support`
 */
ThawSupportActions *
thaw_support_actions_new (ThawServices    *services,
                          AdwToastOverlay *overlay)
{
  ThawSupportActions *self = g_object_new (THAW_TYPE_SUPPORT_ACTIONS, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), self);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), self);

  self->services = g_object_ref (services);
  self->overlay = overlay;

  return self;
}

/* What is in the main window is not seen under a window over it. */
static void
open_in_window (ThawSupportActions *self,
                const char         *action,
                const char         *target)
{
  if (self->library != NULL)
    gtk_window_close (self->library);
  gtk_widget_activate_action (GTK_WIDGET (self->overlay), action, "s", target);
  gtk_window_present (get_window (self));
}

/* Whoever practises for a while goes on reading afterwards. */
static void
open_practice (ThawSupportActions *self,
               const char         *activity)
{
  if (self->library != NULL)
    set_library_aside (self, TRUE);
  open_in_window (self, "win.practice", activity);
}

static void
open_word (ThawSupportActions *self,
           const char         *slug)
{
  GtkWindow *window = thaw_word_window_new (self->services, slug);

  if (window != NULL)
    present (self, window);
  else
    tell_not_opened (self, "there is no such word");
}

static void
open_part (ThawSupportActions *self,
           const char         *name)
{
  if (g_str_equal (name, "people") || g_str_equal (name, "care-plan"))
    g_action_group_activate_action (G_ACTION_GROUP (self), name, NULL);
  else
    open_in_window (self, "win.show-page", name);
}

static void
open_person (ThawSupportActions *self,
             const char         *id)
{
  g_autoptr (GPtrArray) people = thaw_people_store_list (thaw_services_get_people (self->services), NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->id, id))
        {
          thaw_person_editor_open (self->overlay, self->services, person);
          return;
        }
    }

  tell_not_opened (self, "there is no such person");
}

/**
 * thaw_support_actions_open_link:
 * @target: where a link leads, as `article:cbt` or `practice:body-scan`
 *
 * Goes there. A target that nobody knows is passed over, with a word to the person.
 */
void
thaw_support_actions_open_link (ThawSupportActions *self,
                                const char         *target)
{
  ThawLinkKind kind;
  const char *name;

  g_return_if_fail (THAW_IS_SUPPORT_ACTIONS (self));
  g_return_if_fail (target != NULL);

  if (!thaw_link_target_parse (target, &kind, &name))
    {
      tell_not_opened (self, target);
      return;
    }

  switch (kind)
    {
    case THAW_LINK_ARTICLE:
      g_action_group_activate_action (G_ACTION_GROUP (self), "article", g_variant_new_string (name));
      break;

    case THAW_LINK_PRACTICE:
      open_practice (self, name);
      break;

    case THAW_LINK_WORD:
      open_word (self, name);
      break;

    case THAW_LINK_HELP:
      gtk_widget_activate_action (GTK_WIDGET (self->overlay), "app.help-now", NULL);
      break;

    case THAW_LINK_PAGE:
      open_part (self, name);
      break;

    case THAW_LINK_CHECK_IN:
      open_in_window (self, "win.show-page", "today");
      break;

    case THAW_LINK_ENTRY:
      gtk_widget_activate_action (GTK_WIDGET (self->overlay), "win.new-entry", NULL);
      break;

    case THAW_LINK_PERSON:
      open_person (self, name);
      break;

    default:
      g_return_if_reached ();
    }
}

/**
 * thaw_support_actions_come_back:
 *
 * The practice is left: shows the article again that led to it, as it was, if one did.
 */
void
thaw_support_actions_come_back (ThawSupportActions *self)
{
  g_return_if_fail (THAW_IS_SUPPORT_ACTIONS (self));

  if (!self->is_library_aside)
    return;

  set_library_aside (self, FALSE);
  gtk_window_present (self->library);
}

/**
 * thaw_support_actions_stay_away:
 *
 * The person has gone elsewhere than to the practice: the article that led to it is not
 * to come back.
 */
void
thaw_support_actions_stay_away (ThawSupportActions *self)
{
  g_return_if_fail (THAW_IS_SUPPORT_ACTIONS (self));

  if (!self->is_library_aside)
    return;

  set_library_aside (self, FALSE);
  gtk_window_close (self->library);
}
