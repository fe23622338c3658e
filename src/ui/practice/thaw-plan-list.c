/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-plan-list"

#include "config.h"
#include "practice/thaw-plan-list.h"

#include <glib/gi18n.h>

#include "practice/thaw-planner.h"
#include "thaw-date-words.h"
#include "thaw-focus.h"
#include "widgets/thaw-heading.h"

#define PLAN_KEY "thaw-plan"

/**
 * ThawPlanList:
 *
 * What is planned for today, with a way to begin it. What was done says so; what was
 * not says nothing. Invisible while nothing is planned.
 */
struct _ThawPlanList
{
  GtkBox parent_instance;

  GtkWidget *list;        /* (owned by the widget tree) */
  ThawServices *services; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawPlanList, thaw_plan_list, GTK_TYPE_BOX)

/* The first session of today that was the planned thing, or NULL. A session stands for one plan. */
static ThawSession *
take_session (GPtrArray      *sessions,
              const ThawPlan *plan)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      if (thaw_plan_was_done_in (plan, g_ptr_array_index (sessions, i)))
        return g_ptr_array_steal_index (sessions, i);
    }

  return NULL;
}

static void
on_remove_clicked_cb (GtkButton    *button,
                      ThawPlanList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  thaw_planner_remove (ADW_TOAST_OVERLAY (overlay), self->services, g_object_get_data (G_OBJECT (row), PLAN_KEY));
}

/* As it is called in the person’s language, or as it was called when it was planned. */
static const char *
get_name (ThawPlanList   *self,
          const ThawPlan *plan)
{
  const char *name = thaw_practice_catalog_get_name (thaw_services_get_practice_catalog (self->services),
                                                     plan->activity);

  return name != NULL ? name : plan->name;
}

static GtkWidget *
create_remove_button (ThawPlanList   *self,
                      const ThawPlan *plan)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = NULL;

  /* Translators: for assistive technology; %s is something that is planned for today, as “A walk outside” */
  label = g_strdup_printf (_("Take off the plan: %s"), get_name (self, plan));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Take off the Plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, 0);

  return button;
}

static GtkWidget *
create_row (ThawPlanList      *self,
            const ThawPlan    *plan,
            const ThawSession *session)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (self, plan));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), PLAN_KEY, thaw_plan_copy (plan), (GDestroyNotify) thaw_plan_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", plan->activity);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.practice");

  if (session != NULL)
    {
      g_autofree char *time = thaw_moment_to_time_words (&session->moment);

      /* Translators: something that was planned was done; %s is a time, as “09:15” */
      subtitle = g_strdup_printf (_("Done at %s"), time);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", "object-select-symbolic",
                                               NULL));
    }
  else
    {
      subtitle = plan->minute != THAW_PLAN_ANY_TIME ? thaw_minute_to_time_words (plan->minute)
                                                    : g_strdup (_("Any time"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (self, plan));
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkListBoxRow *
get_row (ThawPlanList *self,
         guint         index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index);
}

static const ThawPlan *
get_plan (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), PLAN_KEY);
}

/* Which of @plans shall have the focus: the one that has it, or what comes in its place; none if it is elsewhere. */
static gboolean
find_heir (ThawPlanList *self,
           GPtrArray    *plans,
           guint        *out_index)
{
  guint focused = 0;

  while (get_row (self, focused) != NULL && !thaw_focus_is_in (GTK_WIDGET (get_row (self, focused))))
    focused++;
  if (get_row (self, focused) == NULL || plans->len == 0)
    return FALSE;

  for (*out_index = 0; *out_index < plans->len; (*out_index)++)
    {
      const ThawPlan *plan = g_ptr_array_index (plans, *out_index);

      if (g_str_equal (plan->uuid, get_plan (get_row (self, focused))->uuid))
        return TRUE;
    }
  *out_index = MIN (focused, plans->len - 1);

  return TRUE;
}

static void
fill (ThawPlanList *self,
      GPtrArray    *plans,
      GPtrArray    *sessions)
{
  guint heir = 0;
  gboolean has_focus = find_heir (self, plans, &heir);

  /* The window would look for another place for a focus that went with its row, later than it is given back. */
  if (has_focus)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  else
    thaw_focus_leave (GTK_WIDGET (self));

  while (get_row (self, 0) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (get_row (self, 0)));
  for (guint i = 0; i < plans->len; i++)
    {
      const ThawPlan *plan = g_ptr_array_index (plans, i);
      g_autoptr (ThawSession) session = take_session (sessions, plan);

      gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, plan, session));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), plans->len > 0);

  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, heir)));
}

static void
thaw_plan_list_dispose (GObject *object)
{
  g_clear_object (&THAW_PLAN_LIST (object)->services);

  G_OBJECT_CLASS (thaw_plan_list_parent_class)->dispose (object);
}

static void
thaw_plan_list_class_init (ThawPlanListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_plan_list_dispose;
}

static void
thaw_plan_list_init (ThawPlanList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_box_append (GTK_BOX (self), thaw_heading_new (_("Planned for Today"), 2, "heading"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Planned for today"),
                                  -1);
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * thaw_plan_list_set_services:
 * @services: where plans are kept
 *
 * To be called once.
 */
void
thaw_plan_list_set_services (ThawPlanList *self,
                             ThawServices *services)
{
  g_return_if_fail (THAW_IS_PLAN_LIST (self));
  g_return_if_fail (THAW_IS_SERVICES (services) && self->services == NULL);

  self->services = g_object_ref (services);
}

/**
 * thaw_plan_list_update:
 *
 * Reads what is planned for today. Whoever shows it says when.
 */
void
thaw_plan_list_update (ThawPlanList *self)
{
  ThawDay today;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  g_return_if_fail (THAW_IS_PLAN_LIST (self));
  g_return_if_fail (self->services != NULL);

  today = thaw_clock_get_today (thaw_services_get_clock (self->services));
  plans = thaw_plan_store_list_day (thaw_services_get_plans (self->services), today, &error);
  if (plans != NULL && plans->len > 0)
    sessions = thaw_session_store_list_days (thaw_services_get_sessions (self->services), today, today, &error);
  if (error != NULL)
    {
      /* What was there stays; the window says what is wrong with the journal. */
      g_info ("Plans not read: %s", error->message);
      return;
    }

  fill (self, plans, sessions);
}
