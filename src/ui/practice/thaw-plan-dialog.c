/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-plan-dialog"

#include "config.h"
#include "practice/thaw-plan-dialog.h"

#include <glib/gi18n.h>

#include "practice/thaw-planner.h"
#include "thaw-date-words.h"

/* The times that are offered. */
#define STEP_MINUTES 30
#define MINUTES_PER_DAY (24 * 60)

typedef struct
{
  AdwToastOverlay *overlay; /* (unowned): in the window that owns the dialog */
  ThawServices *services;   /* (owned) */
  ThawPlan *plan;           /* (owned) */
  AdwComboRow *time_row;    /* (unowned) */
  int first_minute;         /* the first time that is offered */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->services);
  thaw_plan_free (question->plan);
  g_free (question);
}

/* The first line of the list is “any time”. */
static int
get_minute (Question *question)
{
  guint selected = adw_combo_row_get_selected (question->time_row);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return THAW_PLAN_ANY_TIME;

  return question->first_minute + (int) (selected - 1) * STEP_MINUTES;
}

static void
on_response_cb (AdwMessageDialog *dialog,
                const char       *response,
                Question         *question)
{
  if (!g_str_equal (response, "plan"))
    return;

  question->plan->minute = get_minute (question);
  thaw_planner_save (question->overlay, question->services, question->plan);
}

static GtkWidget *
create_time_row (int first_minute)
{
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  /* Translators: one of the times that something can be planned for */
  gtk_string_list_append (times, _("Any time"));
  for (int minute = first_minute; minute < MINUTES_PER_DAY; minute += STEP_MINUTES)
    {
      g_autofree char *words = thaw_minute_to_time_words (minute);

      gtk_string_list_append (times, words);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("When"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (times));

  return row;
}

/**
 * thaw_plan_dialog_present:
 * @overlay: where toasts appear, in the window that asks
 * @services: where the plan is kept
 * @kind: what kind of thing is planned
 * @activity: what is planned: the id of a way of breathing, of a practice or of an activity
 * @name: what that is called
 *
 * Asks for what time of today something shall be planned.
 */
void
thaw_plan_dialog_present (AdwToastOverlay  *overlay,
                          ThawServices     *services,
                          ThawActivityKind  kind,
                          const char       *activity,
                          const char       *name)
{
  GtkWindow *parent;
  GtkWidget *dialog, *list;
  ThawClock *clock;
  Question *question;
  ThawMoment now;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (activity != NULL && name != NULL);

  clock = thaw_services_get_clock (services);
  now = thaw_clock_get_moment (clock);
  question = g_new0 (Question, 1);
  question->overlay = overlay;
  question->services = g_object_ref (services);
  question->plan = thaw_plan_new (thaw_clock_get_today (clock), kind, activity, name);
  question->first_minute = (thaw_moment_get_ms_of_day (&now) / 60000 / STEP_MINUTES + 1) * STEP_MINUTES;

  parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (overlay)));
  dialog = adw_message_dialog_new (parent, _("Plan for Today"), name);
  adw_message_dialog_set_body_use_markup (ADW_MESSAGE_DIALOG (dialog), FALSE);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "plan", _("_Plan"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "plan", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "plan");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  question->time_row = ADW_COMBO_ROW (create_time_row (question->first_minute));
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->time_row));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);

  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free, 0);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}
