/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-person-row"

#include "config.h"
#include "support/thaw-person-row.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-people-changes.h"
#include "support/thaw-person-editor.h"
#include "support/thaw-person-face.h"
#include "support/thaw-person-words.h"

#define FACE_SIZE 40

/**
 * ThawPersonRow:
 *
 * Somebody in a list: who they are, and when one last talked. Pressed, it opens them; a
 * button writes down that one talked today. What was done is told in a toast of the
 * overlay that the row is in.
 */
struct _ThawPersonRow
{
  AdwActionRow parent_instance;

  AdwAvatar *face;
  GtkWidget *favourite_image;
  GtkWidget *talked_button;

  ThawServices *services; /* (owned) (nullable): NULL once it is gone */
  ThawPerson *person;     /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawPersonRow, thaw_person_row, ADW_TYPE_ACTION_ROW)

static AdwToastOverlay *
get_overlay (ThawPersonRow *self)
{
  return ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY));
}

static void
on_talked_clicked_cb (ThawPersonRow *self)
{
  thaw_people_changes_talked (get_overlay (self), self->services, self->person);
}

static void
thaw_person_row_activate (AdwActionRow *row)
{
  ThawPersonRow *self = THAW_PERSON_ROW (row);

  thaw_person_editor_open (get_overlay (self), self->services, self->person);
}

static char *
make_subtitle (ThawPersonRow *self)
{
  const char *role = thaw_person_words_get_role (self->person);
  g_autofree char *contact = NULL;

  if (self->person->keeps_distance)
    contact = g_strdup (_("You keep your distance"));
  else
    contact = thaw_person_words_make_contact (self->person,
                                              thaw_clock_get_today (thaw_services_get_clock (self->services)));

  return contact != NULL ? g_strconcat (role, "\n", contact, NULL) : g_strdup (role);
}

static void
show_person (ThawPersonRow *self)
{
  const ThawPerson *person = self->person;
  g_autofree char *subtitle = make_subtitle (self);
  /* Translators: what a screen reader says of the button “We Talked”; %s is the name of a person */
  g_autofree char *name = g_strdup_printf (_("%s and I talked today"), person->name);

  thaw_person_face_show (self->face, self->services, person->name, person->photo);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (self->favourite_image, person->is_favourite && !person->keeps_distance);
  gtk_widget_set_visible (self->talked_button, !person->keeps_distance);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->talked_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
thaw_person_row_dispose (GObject *object)
{
  ThawPersonRow *self = THAW_PERSON_ROW (object);

  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_person_row_parent_class)->dispose (object);
}

static void
thaw_person_row_finalize (GObject *object)
{
  g_clear_pointer (&THAW_PERSON_ROW (object)->person, thaw_person_free);

  G_OBJECT_CLASS (thaw_person_row_parent_class)->finalize (object);
}

static void
thaw_person_row_class_init (ThawPersonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_person_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_person_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = thaw_person_row_activate;
}

static void
thaw_person_row_init (ThawPersonRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);

  self->face = ADW_AVATAR (thaw_person_face_new (FACE_SIZE));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->face));

  self->favourite_image = gtk_image_new_from_icon_name ("starred-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->favourite_image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("person", "Favourite"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->favourite_image);

  self->talked_button = gtk_button_new_with_mnemonic (_("We _Talked"));
  gtk_widget_set_valign (self->talked_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->talked_button, "flat");
  gtk_widget_add_css_class (self->talked_button, "person-talked");
  g_signal_connect_object (self->talked_button, "clicked", G_CALLBACK (on_talked_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->talked_button);
}

/**
 * thaw_person_row_new:
 * @services: where people are kept
 * @person: somebody who was saved
 *
 * Returns: (transfer floating): a row for a list that is somewhere in an #AdwToastOverlay
 */
GtkWidget *
thaw_person_row_new (ThawServices     *services,
                     const ThawPerson *person)
{
  ThawPersonRow *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (person != NULL && person->id != NULL, NULL);

  self = g_object_new (THAW_TYPE_PERSON_ROW, NULL);
  self->services = g_object_ref (services);
  self->person = thaw_person_copy (person);
  show_person (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_person_row_get_person:
 *
 * Returns: (transfer none): who it is
 */
const ThawPerson *
thaw_person_row_get_person (ThawPersonRow *self)
{
  g_return_val_if_fail (THAW_IS_PERSON_ROW (self), NULL);

  return self->person;
}

/**
 * thaw_person_row_set_person:
 * @person: somebody who was saved
 *
 * Shows somebody else, or what has changed about them, or since yesterday.
 */
void
thaw_person_row_set_person (ThawPersonRow    *self,
                            const ThawPerson *person)
{
  ThawPerson *copy;

  g_return_if_fail (THAW_IS_PERSON_ROW (self));
  g_return_if_fail (person != NULL && person->id != NULL);

  copy = thaw_person_copy (person);
  thaw_person_free (self->person);
  self->person = copy;
  show_person (self);
}
