/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-person-view"

#include "config.h"
#include "support/thaw-person-view.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-contact-way-row.h"
#include "support/thaw-people-changes.h"
#include "support/thaw-person-face.h"
#include "support/thaw-person-words.h"
#include "thaw-focus.h"

#define FACE_SIZE 72

/**
 * ThawPersonView:
 *
 * Somebody, to reach them: how, and what one may ask of them. What was done is told in a
 * toast of the overlay that the view is in; being reminded of them is up to whoever has the
 * action `reminders.add` (of a target).
 */
struct _ThawPersonView
{
  GtkBox parent_instance;

  GtkBox *head_box;
  GtkLabel *name_label;
  GtkLabel *role_label;
  GtkLabel *mark_label;
  GtkListBox *ways_list;
  GtkWidget *no_ways_label;
  AdwActionRow *contact_row;
  GtkWidget *talked_button;
  GtkWidget *remind_row;
  GtkWidget *ask_heading;
  GtkLabel *ask_label;
  GtkWidget *notes_heading;
  GtkLabel *notes_label;
  AdwAvatar *face;        /* (unowned): in @head_box */

  ThawServices *services; /* (owned) (nullable) */
  ThawPerson *person;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawPersonView, thaw_person_view, GTK_TYPE_BOX)

static void
talked_button_clicked_cb (ThawPersonView *self)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    thaw_people_changes_talked (ADW_TOAST_OVERLAY (overlay), self->services, self->person);
}

static void
show_or_hide (GtkLabel   *label,
              const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_ways (ThawPersonView *self)
{
  const ThawPerson *person = self->person;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->ways_list, 0)) != NULL)
    gtk_list_box_remove (self->ways_list, GTK_WIDGET (row));
  for (guint i = 0; i < person->ways->len; i++)
    gtk_list_box_append (self->ways_list,
                         thaw_contact_way_row_new (person->name, g_ptr_array_index (person->ways, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->ways_list), person->ways->len > 0);
  gtk_widget_set_visible (self->no_ways_label, person->ways->len == 0);
}

static void
show_contact (ThawPersonView *self)
{
  ThawDay today = thaw_clock_get_today (thaw_services_get_clock (self->services));
  g_autofree char *words = thaw_person_words_make_contact (self->person, today);
  g_autofree char *name = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->contact_row),
                                 words != NULL ? words : _("When you talk, you can note it here"));
  /* Translators: what a screen reader says of the button “We Talked”; %s is the name of a person */
  name = g_strdup_printf (_("%s and I talked today"), self->person->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->talked_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* From whom one keeps one’s distance, one is not to be sent to. */
static void
show_remind (ThawPersonView *self)
{
  g_autofree char *target = g_strconcat ("person:", self->person->id, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remind_row), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remind_row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remind_row), "reminders.add");
  if (self->person->keeps_distance)
    thaw_focus_leave (self->remind_row);
  gtk_widget_set_visible (self->remind_row, !self->person->keeps_distance);
}

static void
show_head (ThawPersonView *self)
{
  const ThawPerson *person = self->person;
  const char *mark = NULL;

  thaw_person_face_show (self->face, self->services, person->name, person->photo);
  gtk_label_set_text (self->name_label, person->name);
  gtk_label_set_text (self->role_label, thaw_person_words_get_role (person));
  if (person->keeps_distance)
    mark = _("You keep your distance");
  else if (person->is_favourite)
    mark = C_("person", "Favourite");
  show_or_hide (self->mark_label, mark);
}

static void
thaw_person_view_dispose (GObject *object)
{
  ThawPersonView *self = THAW_PERSON_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PERSON_VIEW);
  g_clear_object (&self->services);
  g_clear_pointer (&self->person, thaw_person_free);

  G_OBJECT_CLASS (thaw_person_view_parent_class)->dispose (object);
}

static void
thaw_person_view_class_init (ThawPersonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_person_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/support/thaw-person-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, head_box);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, name_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, role_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, mark_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, ways_list);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, no_ways_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, contact_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, talked_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, remind_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, ask_heading);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, ask_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, notes_heading);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonView, notes_label);
  gtk_widget_class_bind_template_callback (widget_class, talked_button_clicked_cb);
}

static void
thaw_person_view_init (ThawPersonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->face = ADW_AVATAR (thaw_person_face_new (FACE_SIZE));
  gtk_box_prepend (self->head_box, GTK_WIDGET (self->face));
}

/**
 * thaw_person_view_show:
 * @services: where people are kept
 * @person: somebody who was saved
 *
 * Shows somebody, or what has changed about them: what has the focus keeps it if it is
 * still there.
 */
void
thaw_person_view_show (ThawPersonView   *self,
                       ThawServices     *services,
                       const ThawPerson *person)
{
  g_autoptr (ThawPerson) former = NULL;

  g_return_if_fail (THAW_IS_PERSON_VIEW (self));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (person != NULL && person->id != NULL);

  former = g_steal_pointer (&self->person);
  g_set_object (&self->services, services);
  self->person = thaw_person_copy (person);

  show_head (self);
  show_contact (self);
  show_remind (self);
  if (former == NULL || !g_str_equal (former->name, person->name) ||
      !thaw_contact_ways_equal (former->ways, person->ways))
    show_ways (self);
  show_or_hide (self->ask_label, person->ask);
  gtk_widget_set_visible (self->ask_heading, person->ask != NULL);
  show_or_hide (self->notes_label, person->notes);
  gtk_widget_set_visible (self->notes_heading, person->notes != NULL);
}

/**
 * thaw_person_view_focus_ways:
 *
 * Moves the focus to the first way to reach them.
 *
 * Returns: whether there is one
 */
gboolean
thaw_person_view_focus_ways (ThawPersonView *self)
{
  g_return_val_if_fail (THAW_IS_PERSON_VIEW (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->ways_list)) &&
         gtk_widget_child_focus (GTK_WIDGET (self->ways_list), GTK_DIR_TAB_FORWARD);
}
