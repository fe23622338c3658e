/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-choice"

#include "config.h"
#include "support/thaw-care-choice.h"

#include <glib/gi18n-lib.h>

#include "practice/thaw-activity-choice.h"
#include "support/thaw-care-changes.h"
#include "thaw-toast.h"

/* What a dialog asks about. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned): in the window that owns the dialog */
  ThawServices *services;   /* (owned) */
  ThawCarePart part;
  int position;             /* where it will stand */
  GtkWidget *choice;        /* (unowned): in the dialog */
  GPtrArray *people;        /* (owned) (nullable) (element-type ThawPerson): in the order of the choice */
} Question;

static Question *
question_new (AdwToastOverlay *overlay,
              ThawServices    *services,
              ThawCarePart     part,
              int              position)
{
  Question *question = g_new0 (Question, 1);

  question->overlay = overlay;
  question->services = g_object_ref (services);
  question->part = part;
  question->position = position;

  return question;
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->services);
  g_clear_pointer (&question->people, g_ptr_array_unref);
  g_free (question);
}

static void
add_item (Question   *question,
          const char *text,
          const char *person,
          const char *activity)
{
  g_autoptr (ThawCareItem) item = thaw_care_item_new (question->part, question->position, text);

  item->person = g_strdup (person);
  item->activity = g_strdup (activity);
  thaw_care_changes_save (question->overlay, question->services, item);
}

/* With the choice in a list, as everywhere. */
static GtkWidget *
create_dialog (Question   *question,
               const char *heading,
               GtkWidget  *choice)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (question->overlay)));
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  question->choice = choice;
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), choice);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "add", _("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);

  return dialog;
}

/* People */

/* Those whom one would rather not meet are not offered. */
static GPtrArray *
read_people (ThawServices  *services,
             GError       **error)
{
  g_autoptr (GPtrArray) all = thaw_people_store_list (thaw_services_get_people (services), error);
  GPtrArray *people;

  if (all == NULL)
    return NULL;

  people = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_person_free);
  for (guint i = 0; i < all->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (all, i);

      if (!person->keeps_distance)
        g_ptr_array_add (people, thaw_person_copy (person));
    }

  return people;
}

static GtkWidget *
create_people_choice (GPtrArray *people)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < people->len; i++)
    gtk_string_list_append (names, ((const ThawPerson *) g_ptr_array_index (people, i))->name);

  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)),
                              gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who"), -1);

  return choice;
}

static void
on_people_response_cb (AdwMessageDialog *dialog,
                       const char       *response,
                       Question         *question)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->choice));
  const ThawPerson *person;

  if (!g_str_equal (response, "add") || selected >= question->people->len)
    return;

  person = g_ptr_array_index (question->people, selected);
  add_item (question, person->name, person->id, NULL);
}

/**
 * thaw_care_choice_present_people:
 * @overlay: where toasts appear, in the window that asks
 * @services: where people and the care plan are kept
 * @part: where in the plan somebody is to stand
 * @position: and at which place there
 *
 * Asks for one of the person’s people, and puts them into the care plan.
 */
void
thaw_care_choice_present_people (AdwToastOverlay *overlay,
                                 ThawServices    *services,
                                 ThawCarePart     part,
                                 int              position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  const char *sentence;
  GtkWidget *dialog;
  Question *question;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));

  people = read_people (services, &error);
  if (people == NULL || people->len == 0)
    {
      g_info ("Nobody to choose: %s", error != NULL ? error->message : "there is nobody");
      sentence = error != NULL ? _("Your people could not be read.")
                               : _("There is nobody yet. Add people on the page Support.");
      thaw_toast_tell (overlay, sentence);
      return;
    }

  question = question_new (overlay, services, part, position);
  question->people = g_steal_pointer (&people);
  dialog = create_dialog (question, _("Somebody of Mine"), create_people_choice (question->people));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_people_response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Things to do */

static void
on_activities_response_cb (AdwMessageDialog *dialog,
                           const char       *response,
                           Question         *question)
{
  const ThawActivity *activity = thaw_activity_choice_get (THAW_ACTIVITY_CHOICE (question->choice));

  if (g_str_equal (response, "add"))
    add_item (question, activity->name, NULL, activity->id);
}

/* The first thing to do that there is, to begin with. */
static ThawSession *
create_session (ThawServices *services)
{
  GPtrArray *groups = thaw_practice_catalog_get_groups (thaw_services_get_practice_catalog (services));
  const ThawActivityGroup *group = g_ptr_array_index (groups, 0);
  const ThawActivity *first = g_ptr_array_index (group->activities, 0);

  return thaw_session_new (first->kind, first->id, first->name);
}

/**
 * thaw_care_choice_present_activities:
 * @overlay: where toasts appear, in the window that asks
 * @services: what there is to do, and where the care plan is kept
 * @part: where in the plan it is to stand
 * @position: and at which place there
 *
 * Asks for something to do, and puts it into the care plan.
 */
void
thaw_care_choice_present_activities (AdwToastOverlay *overlay,
                                     ThawServices    *services,
                                     ThawCarePart     part,
                                     int              position)
{
  g_autoptr (ThawSession) session = NULL;
  GtkWidget *dialog;
  Question *question;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));

  session = create_session (services);
  question = question_new (overlay, services, part, position);
  dialog = create_dialog (question, _("Something to Do"), thaw_activity_choice_new (services, session));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_activities_response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
