/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-people-nudge"

#include "config.h"
#include "support/thaw-people-nudge.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-people-changes.h"
#include "support/thaw-person-editor.h"
#include "support/thaw-person-words.h"
#include "thaw-focus.h"
#include "widgets/thaw-wrap-layout.h"

/**
 * ThawPeopleNudge:
 *
 * Says that it has been a while since one talked with somebody, to who wanted to hear that
 * of them. Of several only one is named, and nobody else on a day on which that was
 * answered. Invisible otherwise. What was done is told in a toast of the overlay that this
 * is in.
 */
struct _ThawPeopleNudge
{
  AdwBin parent_instance;

  GtkLabel *sentence_label;
  GtkWidget *reach_button;
  GtkWidget *talked_button;

  ThawServices *services; /* (owned) (nullable): NULL once it is gone */
  ThawPerson *person;     /* (owned) (nullable): who is named */
  char *answered;         /* (owned) (nullable): the identity of somebody with whom they talked */
  ThawDay answered_day;   /* when that was said */
  gboolean is_stale;      /* there may be something else to say */
};

G_DEFINE_FINAL_TYPE (ThawPeopleNudge, thaw_people_nudge, ADW_TYPE_BIN)

static ThawDay
get_today (ThawPeopleNudge *self)
{
  return thaw_clock_get_today (thaw_services_get_clock (self->services));
}

static AdwToastOverlay *
get_overlay (ThawPeopleNudge *self)
{
  return ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY));
}

/* Who has waited for longest, of those of whom one wants to hear today. */
static const ThawPerson *
choose (ThawPeopleNudge *self,
        GPtrArray       *people)
{
  ThawDay today = get_today (self);
  gboolean is_answered = self->answered != NULL && self->answered_day == today;
  const ThawPerson *chosen = NULL;
  int longest = -1;

  for (guint i = 0; i < people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (people, i);
      int overdue = today - person->last_contact - person->nudge_days;

      if (thaw_person_is_nudge_due (person, today) && overdue > longest &&
          (!is_answered || g_str_equal (person->id, self->answered)))
        {
          chosen = person;
          longest = overdue;
        }
    }

  return chosen;
}

/* The focus must not be left on what is gone. */
static void
hide (ThawPeopleNudge *self)
{
  thaw_focus_leave (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->person, thaw_person_free);
}

static void
show_person (ThawPeopleNudge  *self,
             const ThawPerson *person)
{
  g_autofree char *sentence = thaw_person_words_make_nudge (person, get_today (self));
  /* Translators: what a screen reader says of the button “Reach Out…”; %s is the name of a person */
  g_autofree char *reach = g_strdup_printf (_("Reach out to %s"), person->name);
  /* Translators: what a screen reader says of the button “We Talked”; %s is the name of a person */
  g_autofree char *talked = g_strdup_printf (_("%s and I talked today"), person->name);
  ThawPerson *copy = thaw_person_copy (person);

  g_clear_pointer (&self->person, thaw_person_free);
  self->person = copy;
  gtk_label_set_text (self->sentence_label, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reach_button), GTK_ACCESSIBLE_PROPERTY_LABEL, reach, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->talked_button), GTK_ACCESSIBLE_PROPERTY_LABEL, talked, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
on_changed_cb (ThawPeopleNudge *self)
{
  self->is_stale = TRUE;
}

static void
reach_out_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ThawPeopleNudge *self = THAW_PEOPLE_NUDGE (widget);

  if (self->person != NULL)
    thaw_person_editor_open (get_overlay (self), self->services, self->person);
}

static void
talked_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawPeopleNudge *self = THAW_PEOPLE_NUDGE (widget);

  if (self->person == NULL)
    return;

  g_free (self->answered);
  self->answered = g_strdup (self->person->id);
  self->answered_day = get_today (self);
  thaw_people_changes_talked (get_overlay (self), self->services, self->person);
}

static void
put_off_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawPeopleNudge *self = THAW_PEOPLE_NUDGE (widget);

  thaw_settings_set_people_put_off_day (thaw_services_get_settings (self->services), get_today (self));
  self->is_stale = TRUE;
  hide (self);
}

static void
thaw_people_nudge_dispose (GObject *object)
{
  ThawPeopleNudge *self = THAW_PEOPLE_NUDGE (object);

  /* AdwBin takes its child out itself and must not find it gone. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PEOPLE_NUDGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_people_nudge_parent_class)->dispose (object);
}

static void
thaw_people_nudge_finalize (GObject *object)
{
  ThawPeopleNudge *self = THAW_PEOPLE_NUDGE (object);

  g_clear_pointer (&self->person, thaw_person_free);
  g_free (self->answered);

  G_OBJECT_CLASS (thaw_people_nudge_parent_class)->finalize (object);
}

static void
thaw_people_nudge_class_init (ThawPeopleNudgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_people_nudge_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_people_nudge_finalize;

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-people-nudge.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleNudge, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleNudge, reach_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleNudge, talked_button);
  gtk_widget_class_install_action (widget_class, "people-nudge.reach-out", NULL, reach_out_action);
  gtk_widget_class_install_action (widget_class, "people-nudge.talked", NULL, talked_action);
  gtk_widget_class_install_action (widget_class, "people-nudge.put-off", NULL, put_off_action);
}

static void
thaw_people_nudge_init (ThawPeopleNudge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_stale = TRUE;
}

/**
 * thaw_people_nudge_new:
 * @services: where people are kept
 *
 * Returns: (transfer floating): a nudge, invisible until thaw_people_nudge_update() finds
 *   somebody to name
 */
GtkWidget *
thaw_people_nudge_new (ThawServices *services)
{
  ThawPeopleNudge *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  self = g_object_new (THAW_TYPE_PEOPLE_NUDGE, NULL);
  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_people (services), "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_clock (services), "day-changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * thaw_people_nudge_update:
 *
 * If people or the day have changed since the last time, looks whom to name, and shows or
 * hides itself.
 */
void
thaw_people_nudge_update (ThawPeopleNudge *self)
{
  g_autoptr (GPtrArray) people = NULL;
  const ThawPerson *person = NULL;

  g_return_if_fail (THAW_IS_PEOPLE_NUDGE (self));

  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  /* What cannot be read is told elsewhere, and nobody is named then. */
  if (thaw_settings_get_people_put_off_day (thaw_services_get_settings (self->services)) != get_today (self))
    people = thaw_people_store_list (thaw_services_get_people (self->services), NULL);
  if (people != NULL)
    person = choose (self, people);

  if (person != NULL)
    show_person (self, person);
  else
    hide (self);
}
