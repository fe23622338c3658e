/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-setup"

#include "config.h"
#include "practice/thaw-practice-setup.h"

#include "practice/thaw-session-levels.h"
#include "practice/thaw-session-options.h"
#include "thaw-toast.h"
#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n-lib.h>

/**
 * ThawPracticeSetup:
 *
 * What comes before a session: what it is and why it may help, what can be chosen,
 * and, if one likes, how one is. Start is always in sight, and has the focus first.
 *
 * Planning it is up to whoever has the action `practice.plan`, being reminded of it to
 * `reminders.add` (of a target); changing and deleting
 * one of the person's own to `practice.edit` and `practice.delete`, and making one's own
 * of another to `practice.adjust`. Those of `practice` get the id.
 *
 * Keyboard: Enter starts, Ctrl+Enter from everywhere, Escape goes back.
 */
struct _ThawPracticeSetup
{
  GtkBox parent_instance;

  ThawServices *services;  /* (owned) */
  ThawSessionSetup *setup; /* (owned) (nullable): what it is about */

  /* Template children */
  GtkMenuButton *own_button;
  GtkToggleButton *favourite_button;
  GtkScrolledWindow *scroller;
  GtkLabel *name_label;
  GtkLabel *summary_label;
  GtkWidget *freedom_label;
  AdwBin *options_bin;
  AdwExpanderRow *before_row;
  ThawSessionLevels *levels;
  GtkWidget *why_box;
  GtkLabel *why_label;
  GtkLabel *source_label;
  GtkWidget *start_button;
  GtkWidget *plan_button;
  GtkWidget *remind_row;

  gboolean is_showing; /* the star changes by itself */
};

G_DEFINE_FINAL_TYPE (ThawPracticeSetup, thaw_practice_setup, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLOSED,
  SIGNAL_START,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is said about it */

typedef struct
{
  const char *summary;
  const char *why;
  const char *general_why; /* of all such things */
  const char *source;
} Texts;

static const ThawActivityGroup *
find_group (GPtrArray  *groups,
            const char *id)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const ThawActivityGroup *group = g_ptr_array_index (groups, i);

      if (thaw_activity_find (group->activities, id) != NULL)
        return group;
    }

  return NULL;
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
show_texts (ThawPracticeSetup *self,
            const Texts       *texts)
{
  g_autofree char *why = NULL;

  if (texts->why != NULL && texts->general_why != NULL)
    why = g_strdup_printf ("%s\n\n%s", texts->why, texts->general_why);
  else
    why = g_strdup (texts->why != NULL ? texts->why : texts->general_why);

  show_text (self->summary_label, texts->summary);
  show_text (self->why_label, why);
  show_text (self->source_label, texts->source);
  gtk_widget_set_visible (self->why_box, why != NULL);
}

static void
show_activity (ThawPracticeSetup *self)
{
  ThawPracticeCatalog *catalog = thaw_services_get_practice_catalog (self->services);
  const ThawActivityGroup *group = find_group (thaw_practice_catalog_get_groups (catalog), self->setup->activity);
  const ThawActivity *activity = thaw_practice_catalog_find_activity (catalog, self->setup->activity);
  g_autoptr (GPtrArray) own = NULL;
  Texts texts = { NULL };

  if (activity == NULL)
    {
      /* That it cannot be read is said where it is written. */
      own = thaw_activity_store_list (thaw_services_get_activities (self->services), NULL);
      activity = thaw_activity_find (own, self->setup->activity);
    }

  if (activity != NULL)
    texts = (Texts) { .summary = activity->begin, .why = activity->why, .source = activity->source };
  if (group != NULL)
    {
      texts.general_why = group->why;
      if (texts.source == NULL)
        texts.source = group->source;
    }
  show_texts (self, &texts);
}

static void
show_description (ThawPracticeSetup *self)
{
  const ThawBreathPattern *pattern = self->setup->pattern;
  const ThawPractice *practice = self->setup->practice;

  gtk_label_set_label (self->name_label, self->setup->name);
  gtk_widget_set_visible (self->freedom_label, self->setup->kind == THAW_ACTIVITY_MINDFULNESS);

  if (pattern != NULL)
    {
      g_autofree char *rhythm = thaw_breath_pattern_describe (pattern);

      show_texts (self, &(Texts) { .summary = pattern->summary != NULL ? pattern->summary : rhythm,
                                   .why = pattern->why,
                                   .source = pattern->source });
    }
  else if (practice != NULL)
    {
      show_texts (self, &(Texts) { .summary = practice->summary, .why = practice->why, .source = practice->source });
    }
  else
    {
      show_activity (self);
    }
}

/* Favourites */

static void
show_star (ThawPracticeSetup *self,
           gboolean           is_favourite)
{
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (self->favourite_button, is_favourite);
  self->is_showing = FALSE;
  gtk_button_set_icon_name (GTK_BUTTON (self->favourite_button),
                            is_favourite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
update_star (ThawPracticeSetup *self)
{
  g_autoptr (GPtrArray) favourites = NULL;

  if (self->setup == NULL)
    return;

  favourites = thaw_activity_store_list_favourites (thaw_services_get_activities (self->services), NULL);
  show_star (self,
             favourites != NULL && g_ptr_array_find_with_equal_func (favourites, self->setup->activity, g_str_equal,
                                                                     NULL));
}

static void
on_favourite_set_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (ThawPracticeSetup) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay;

  if (thaw_activity_store_set_favourite_finish (THAW_ACTIVITY_STORE (source), result, &error))
    return;

  g_info ("Favourite not kept: %s", error->message);
  /* Not in a window any more. */
  if (self->services == NULL)
    return;

  update_star (self);
  overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    thaw_toast_tell (ADW_TOAST_OVERLAY (overlay), _("This could not be written to the journal."));
}

static void
favourite_toggled_cb (ThawPracticeSetup *self)
{
  gboolean is_favourite = gtk_toggle_button_get_active (self->favourite_button);

  if (self->is_showing)
    return;

  show_star (self, is_favourite);
  thaw_activity_store_set_favourite_async (thaw_services_get_activities (self->services), self->setup->activity,
                                           is_favourite, NULL, on_favourite_set_cb, g_object_ref (self));
}

/* Actions of others */

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* What Thaw brings along cannot be changed; a way of breathing can be taken as the beginning of another. */
static gboolean
is_own (ThawPracticeSetup *self)
{
  ThawPracticeCatalog *catalog = thaw_services_get_practice_catalog (self->services);

  return thaw_practice_catalog_get_name (catalog, self->setup->activity) == NULL;
}

static void
set_action (GtkWidget  *widget,
            const char *action,
            const char *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
}

static void
show_actions (ThawPracticeSetup *self)
{
  const char *id = self->setup->activity;
  g_autofree char *link = g_strconcat ("practice:", id, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (is_own (self))
    {
      add_item (menu, _("_Edit…"), "practice.edit", id);
      add_item (menu, _("_Delete"), "practice.delete", id);
    }
  else if (self->setup->pattern != NULL)
    {
      add_item (menu, _("_Adjust…"), "practice.adjust", id);
    }
  gtk_menu_button_set_menu_model (self->own_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->own_button), is_own (self) || self->setup->pattern != NULL);

  set_action (self->plan_button, "practice.plan", id);
  set_action (self->remind_row, "reminders.add", link);
}

static void
start (ThawPracticeSetup *self)
{
  if (self->setup != NULL)
    g_signal_emit (self, signals[SIGNAL_START], 0);
}

static void
show_setup (ThawPracticeSetup      *self,
            const ThawSessionSetup *setup)
{
  GtkWidget *options = thaw_session_options_new (setup);

  g_clear_pointer (&self->setup, thaw_session_setup_free);
  self->setup = thaw_session_setup_copy (setup);

  show_description (self);
  show_actions (self);

  g_signal_connect_object (options, "activate", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->options_bin, options);
  g_object_bind_property (options, "visible", self->options_bin, "visible", G_BINDING_SYNC_CREATE);
}

/* Of the same id. */
static gboolean
is_same (const ThawSessionSetup *a,
         const ThawSessionSetup *b)
{
  return g_str_equal (a->name, b->name) && a->kind == b->kind && a->minutes == b->minutes && a->breaths == b->breaths &&
         (a->pattern == NULL || memcmp (a->pattern->tenths, b->pattern->tenths, sizeof a->pattern->tenths) == 0);
}

/* The person may have changed what it is about. What they chose and answered stays, unless that changed. */
static void
on_changed_cb (ThawPracticeSetup *self)
{
  g_autoptr (ThawSessionSetup) setup = NULL;

  update_star (self);
  if (self->setup == NULL || !is_own (self))
    return;

  /* What was deleted goes on as it was, until somebody goes elsewhere. */
  setup = thaw_session_setup_new (self->services, self->setup->activity, NULL);
  if (setup == NULL)
    return;

  if (is_same (setup, self->setup))
    show_description (self);
  else
    show_setup (self, setup);
}

static void
start_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  start (THAW_PRACTICE_SETUP (widget));
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

static gboolean
thaw_practice_setup_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (THAW_PRACTICE_SETUP (widget)->start_button);
}

static void
thaw_practice_setup_dispose (GObject *object)
{
  ThawPracticeSetup *self = THAW_PRACTICE_SETUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PRACTICE_SETUP);
  g_clear_object (&self->services);
  g_clear_pointer (&self->setup, thaw_session_setup_free);

  G_OBJECT_CLASS (thaw_practice_setup_parent_class)->dispose (object);
}

static void
thaw_practice_setup_class_init (ThawPracticeSetupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_practice_setup_dispose;
  widget_class->grab_focus = thaw_practice_setup_grab_focus;

  /**
   * ThawPracticeSetup::closed:
   *
   * The person goes back without starting.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * ThawPracticeSetup::start:
   *
   * The person wants to begin with what is chosen.
   */
  signals[SIGNAL_START] = g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_SESSION_LEVELS);
  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-practice-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, own_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, favourite_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, scroller);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, name_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, freedom_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, options_bin);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, before_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, levels);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, why_box);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, why_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, source_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, start_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, plan_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeSetup, remind_row);
  gtk_widget_class_bind_template_callback (widget_class, favourite_toggled_cb);

  gtk_widget_class_install_action (widget_class, "setup.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "setup.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "setup.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "setup.start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "setup.start", NULL);
}

static void
thaw_practice_setup_init (ThawPracticeSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_practice_setup_new:
 * @services: where the texts and the favourites are
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
thaw_practice_setup_new (ThawServices *services)
{
  ThawPracticeSetup *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  self = g_object_new (THAW_TYPE_PRACTICE_SETUP, NULL);
  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_activities (services), "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_patterns (services), "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * thaw_practice_setup_begin:
 * @setup: what there is to choose, and what is chosen first; a copy is taken
 *
 * Is about something else from now on. No answer is left from before.
 */
void
thaw_practice_setup_begin (ThawPracticeSetup      *self,
                           const ThawSessionSetup *setup)
{
  gboolean is_activity;

  g_return_if_fail (THAW_IS_PRACTICE_SETUP (self));
  g_return_if_fail (setup != NULL);

  is_activity = setup->kind != THAW_ACTIVITY_MINDFULNESS;
  show_setup (self, setup);
  update_star (self);

  thaw_session_levels_set_asks_pleasure (self->levels,
                                         is_activity ? _("How pleasant do you expect it to be?") : NULL);
  thaw_session_levels_show (self->levels, THAW_MOOD_LEVEL_UNKNOWN, THAW_PLEASURE_UNKNOWN);
  adw_expander_row_set_subtitle (self->before_row,
                                 is_activity ? _("What you expect and how you are, if you like, to look back at "
                                                 "afterwards")
                                             : _("How you are, if you like, to look back at afterwards"));
  adw_expander_row_set_expanded (self->before_row, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * thaw_practice_setup_dup_setup:
 *
 * Returns: (transfer full): what is chosen now
 */
ThawSessionSetup *
thaw_practice_setup_dup_setup (ThawPracticeSetup *self)
{
  ThawSessionSetup *setup;

  g_return_val_if_fail (THAW_IS_PRACTICE_SETUP (self), NULL);
  g_return_val_if_fail (self->setup != NULL, NULL);

  setup = thaw_session_setup_copy (self->setup);
  thaw_session_options_store (THAW_SESSION_OPTIONS (adw_bin_get_child (self->options_bin)), setup);

  return setup;
}

/**
 * thaw_practice_setup_get_before:
 *
 * Returns: how the person is now, as far as they said so
 */
ThawMoodLevel
thaw_practice_setup_get_before (ThawPracticeSetup *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_SETUP (self), THAW_MOOD_LEVEL_UNKNOWN);

  return thaw_session_levels_get_level (self->levels);
}

/**
 * thaw_practice_setup_get_expected:
 *
 * Returns: how pleasant they expect it to be, or %THAW_PLEASURE_UNKNOWN
 */
int
thaw_practice_setup_get_expected (ThawPracticeSetup *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_SETUP (self), THAW_PLEASURE_UNKNOWN);

  return thaw_session_levels_get_pleasure (self->levels);
}
