/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-person-form"

#include "config.h"
#include "support/thaw-person-form.h"

#include <glib/gi18n-lib.h>

#include "widgets/thaw-day-button.h"
#include "support/thaw-line-text.h"
#include "support/thaw-photo-row.h"
#include "support/thaw-way-editor.h"
#include "thaw-focus.h"
#include "thaw-text.h"
#include "widgets/check-in/thaw-words-view.h"
#include "widgets/thaw-spin.h"

/* After how many days Today speaks, until the person says otherwise. */
#define USUAL_NUDGE_DAYS 14

/**
 * ThawPersonForm:
 *
 * All that there is to say of somebody. Nothing has to be said: whoever has no name is
 * called by what they are.
 */
struct _ThawPersonForm
{
  GtkBox parent_instance;

  ThawPhotoRow *photo_row;
  GtkEditable *name_row;
  AdwComboRow *kind_row;
  GtkEditable *role_row;
  GtkLabel *name_label;
  GtkWidget *ways_box;
  GtkWidget *add_button;
  ThawWordsView *ask_view;
  ThawWordsView *notes_view;
  GtkWidget *too_long_label;
  ThawDayButton *day_button;
  GtkSwitch *nudge_switch;
  GtkWidget *days_row;
  GtkSpinButton *days_spin;
  GtkSwitch *favourite_switch;
  GtkSwitch *distance_switch;

  gboolean is_filling; /* code changes the form, not the person */
};

G_DEFINE_FINAL_TYPE (ThawPersonForm, thaw_person_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_short_enough (GtkEditable *row)
{
  g_autofree char *text = thaw_line_text_dup (row);

  return text[0] == '\0' || thaw_text_is_line (text, THAW_PERSON_MAX_NAME_BYTES);
}

static gboolean
are_few_enough (ThawWordsView *view)
{
  g_autofree char *text = thaw_words_view_dup_text (view);

  return strlen (text) <= THAW_PERSON_MAX_TEXT_BYTES;
}

/* What somebody is called who was given no name. */
static char *
dup_name (ThawPersonForm *self)
{
  g_autofree char *name = thaw_line_text_dup (self->name_row);
  g_autofree char *role = thaw_line_text_dup (self->role_row);

  if (name[0] != '\0')
    return g_steal_pointer (&name);
  if (role[0] != '\0' && is_short_enough (self->role_row))
    return g_steal_pointer (&role);

  return g_strdup (thaw_person_kind_get_name ((ThawPersonKind) adw_combo_row_get_selected (self->kind_row)));
}

static void
mark (GtkEditable *row,
      gboolean     is_valid)
{
  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* Says below the name what becomes of it. */
static void
show_name (ThawPersonForm *self)
{
  gboolean is_name_valid = is_short_enough (self->name_row);
  gboolean is_role_valid = is_short_enough (self->role_row);
  g_autofree char *written = thaw_line_text_dup (self->name_row);
  g_autofree char *name = dup_name (self);
  g_autofree char *sentence = NULL;

  if (!is_name_valid || !is_role_valid)
    sentence = g_strdup (_("This is too long to be kept. Shorten it a little, and it will be saved."));
  else if (written[0] == '\0')
    /* Translators: of somebody who was given no name; %s is “Friend” or the like */
    sentence = g_strdup_printf (_("Without a name, they are listed as “%s”."), name);

  mark (self->name_row, is_name_valid);
  mark (self->role_row, is_role_valid);
  gtk_label_set_text (self->name_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), sentence != NULL);
  thaw_photo_row_set_name (self->photo_row, name);
}

static void
form_changed_cb (ThawPersonForm *self)
{
  if (self->is_filling)
    return;

  gtk_widget_set_visible (self->too_long_label, !are_few_enough (self->ask_view) || !are_few_enough (self->notes_view));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
name_row_changed_cb (ThawPersonForm *self)
{
  if (self->is_filling)
    return;

  show_name (self);
  form_changed_cb (self);
}

static void
kind_row_notify_selected_cb (ThawPersonForm *self)
{
  name_row_changed_cb (self);
}

static void
photo_row_settled_cb (ThawPersonForm *self,
                      gboolean        is_well)
{
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0, is_well);
}

static void
nudge_switch_notify_active_cb (ThawPersonForm *self)
{
  gtk_widget_set_visible (self->days_row, gtk_switch_get_active (self->nudge_switch));
  form_changed_cb (self);
}

/* The ways to reach somebody */

static void
update_ways (ThawPersonForm *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->ways_box);
  guint n_ways = 0;

  for (GtkWidget *editor = first; editor != NULL; editor = gtk_widget_get_next_sibling (editor))
    {
      thaw_way_editor_set_first (THAW_WAY_EDITOR (editor), editor == first);
      n_ways++;
    }

  gtk_widget_set_visible (self->ways_box, n_ways > 0);
  gtk_widget_set_visible (self->add_button, n_ways < THAW_PERSON_MAX_WAYS);
}

static void
on_way_made_first_cb (ThawPersonForm *self,
                      ThawWayEditor  *editor)
{
  gtk_box_reorder_child_after (GTK_BOX (self->ways_box), GTK_WIDGET (editor), NULL);
  /* Its button is gone. */
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  update_ways (self);
  form_changed_cb (self);
}

static void
on_way_removed_cb (ThawPersonForm *self,
                   ThawWayEditor  *editor)
{
  thaw_focus_leave (GTK_WIDGET (editor));
  gtk_box_remove (GTK_BOX (self->ways_box), GTK_WIDGET (editor));
  update_ways (self);
  form_changed_cb (self);
}

static GtkWidget *
add_way (ThawPersonForm       *self,
         const ThawContactWay *way)
{
  GtkWidget *editor = thaw_way_editor_new (way);

  g_signal_connect_object (editor, "changed", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "made-first", G_CALLBACK (on_way_made_first_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "removed", G_CALLBACK (on_way_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->ways_box), editor);

  return editor;
}

static void
add_button_clicked_cb (ThawPersonForm *self)
{
  GtkWidget *editor = add_way (self, NULL);

  update_ways (self);
  gtk_widget_grab_focus (editor);
}

static gboolean
thaw_person_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_PERSON_FORM (widget)->name_row));
}

static void
thaw_person_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_PERSON_FORM);

  G_OBJECT_CLASS (thaw_person_form_parent_class)->dispose (object);
}

static void
thaw_person_form_class_init (ThawPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_person_form_dispose;
  widget_class->grab_focus = thaw_person_form_grab_focus;

  /**
   * ThawPersonForm::changed:
   *
   * Something else is said there.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawPersonForm::settled:
   * @is_well: whether that went well; if not, it is told
   *
   * What the form was busy with is done.
   */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (THAW_TYPE_DAY_BUTTON);
  g_type_ensure (THAW_TYPE_PHOTO_ROW);
  g_type_ensure (THAW_TYPE_WORDS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/support/thaw-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, photo_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, role_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, name_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, ways_box);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, add_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, ask_view);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, notes_view);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, too_long_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, day_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, nudge_switch);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, days_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, days_spin);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, favourite_switch);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonForm, distance_switch);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_row_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, photo_row_settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, nudge_switch_notify_active_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_button_clicked_cb);
}

static void
thaw_person_form_init (ThawPersonForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < THAW_N_PERSON_KINDS; i++)
    gtk_string_list_append (kinds, thaw_person_kind_get_name ((ThawPersonKind) i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  thaw_words_view_set_name (self->ask_view, _("What you may ask of them"));
  thaw_words_view_set_name (self->notes_view, _("Notes"));
  thaw_spin_ignore_scrolling (self->days_spin);
}

/**
 * thaw_person_form_set_services:
 * @services: what knows the day, and keeps photos
 *
 * To be called once, before anything else.
 */
void
thaw_person_form_set_services (ThawPersonForm *self,
                               ThawServices   *services)
{
  g_return_if_fail (THAW_IS_PERSON_FORM (self));
  g_return_if_fail (THAW_IS_SERVICES (services));

  thaw_day_button_set_clock (self->day_button, thaw_services_get_clock (services));
  thaw_photo_row_set_services (self->photo_row, services);
}

static void
set_text_or_none (GtkEditable *row,
                  const char  *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

/**
 * thaw_person_form_fill:
 * @person: somebody; one without an identity has no name yet
 *
 * Shows what is said of somebody.
 */
void
thaw_person_form_fill (ThawPersonForm   *self,
                       const ThawPerson *person)
{
  GtkWidget *child;

  g_return_if_fail (THAW_IS_PERSON_FORM (self));
  g_return_if_fail (person != NULL);

  self->is_filling = TRUE;
  gtk_editable_set_text (self->name_row, person->name);
  adw_combo_row_set_selected (self->kind_row, person->kind);
  set_text_or_none (self->role_row, person->role);
  while ((child = gtk_widget_get_first_child (self->ways_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->ways_box), child);
  for (guint i = 0; i < person->ways->len; i++)
    add_way (self, g_ptr_array_index (person->ways, i));
  update_ways (self);
  thaw_words_view_set_text (self->ask_view, person->ask != NULL ? person->ask : "");
  thaw_words_view_set_text (self->notes_view, person->notes != NULL ? person->notes : "");
  thaw_day_button_set_day (self->day_button, person->last_contact);
  gtk_switch_set_active (self->nudge_switch, person->nudge_days > 0);
  gtk_spin_button_set_value (self->days_spin, person->nudge_days > 0 ? person->nudge_days : USUAL_NUDGE_DAYS);
  gtk_switch_set_active (self->favourite_switch, person->is_favourite);
  gtk_switch_set_active (self->distance_switch, person->keeps_distance);
  thaw_photo_row_set_photo (self->photo_row, person->photo);
  show_name (self);
  self->is_filling = FALSE;
}

static char *
dup_text_or_null (ThawWordsView *view)
{
  return thaw_words_view_is_blank (view) ? NULL : thaw_words_view_dup_text (view);
}

/**
 * thaw_person_form_read:
 * @person: somebody
 *
 * Says of @person what is said in the form, which has to be valid.
 */
void
thaw_person_form_read (ThawPersonForm *self,
                       ThawPerson     *person)
{
  g_autofree char *role = NULL;

  g_return_if_fail (THAW_IS_PERSON_FORM (self));
  g_return_if_fail (person != NULL);

  g_free (person->name);
  person->name = dup_name (self);
  person->kind = (ThawPersonKind) adw_combo_row_get_selected (self->kind_row);
  role = thaw_line_text_dup (self->role_row);
  g_free (person->role);
  person->role = role[0] != '\0' ? g_steal_pointer (&role) : NULL;

  g_ptr_array_set_size (person->ways, 0);
  for (GtkWidget *editor = gtk_widget_get_first_child (self->ways_box); editor != NULL;
       editor = gtk_widget_get_next_sibling (editor))
    {
      ThawContactWay *way = thaw_way_editor_dup_way (THAW_WAY_EDITOR (editor));

      if (way != NULL)
        g_ptr_array_add (person->ways, way);
    }

  g_free (person->ask);
  person->ask = dup_text_or_null (self->ask_view);
  g_free (person->notes);
  person->notes = dup_text_or_null (self->notes_view);
  g_free (person->photo);
  person->photo = g_strdup (thaw_photo_row_get_photo (self->photo_row));
  person->last_contact = thaw_day_button_get_day (self->day_button);
  person->nudge_days = gtk_switch_get_active (self->nudge_switch) ? gtk_spin_button_get_value_as_int (self->days_spin)
                                                                  : 0;
  person->is_favourite = gtk_switch_get_active (self->favourite_switch);
  person->keeps_distance = gtk_switch_get_active (self->distance_switch);
}

/**
 * thaw_person_form_finish_typing:
 *
 * Takes a number that was typed and not left yet, as when the window closes.
 */
void
thaw_person_form_finish_typing (ThawPersonForm *self)
{
  g_return_if_fail (THAW_IS_PERSON_FORM (self));

  gtk_spin_button_update (self->days_spin);
}

/**
 * thaw_person_form_is_busy:
 *
 * Returns: whether a photo is on its way that will be a part of what is said;
 *   #ThawPersonForm::settled follows
 */
gboolean
thaw_person_form_is_busy (ThawPersonForm *self)
{
  g_return_val_if_fail (THAW_IS_PERSON_FORM (self), FALSE);

  return thaw_photo_row_is_busy (self->photo_row);
}

/* The first place where something is written that cannot be kept. */
static GtkWidget *
find_problem (ThawPersonForm *self)
{
  if (!is_short_enough (self->name_row))
    return GTK_WIDGET (self->name_row);
  if (!is_short_enough (self->role_row))
    return GTK_WIDGET (self->role_row);

  for (GtkWidget *editor = gtk_widget_get_first_child (self->ways_box); editor != NULL;
       editor = gtk_widget_get_next_sibling (editor))
    {
      if (!thaw_way_editor_is_valid (THAW_WAY_EDITOR (editor)))
        return editor;
    }

  if (!are_few_enough (self->ask_view))
    return GTK_WIDGET (self->ask_view);
  if (!are_few_enough (self->notes_view))
    return GTK_WIDGET (self->notes_view);

  return NULL;
}

/**
 * thaw_person_form_is_valid:
 *
 * Returns: whether all that is said there can be kept; where it cannot, that is told
 */
gboolean
thaw_person_form_is_valid (ThawPersonForm *self)
{
  g_return_val_if_fail (THAW_IS_PERSON_FORM (self), FALSE);

  return find_problem (self) == NULL;
}

/**
 * thaw_person_form_focus_problem:
 *
 * Leads to the first place where something is written that cannot be kept.
 */
void
thaw_person_form_focus_problem (ThawPersonForm *self)
{
  GtkWidget *problem;

  g_return_if_fail (THAW_IS_PERSON_FORM (self));

  problem = find_problem (self);
  if (problem != NULL)
    gtk_widget_grab_focus (problem);
}
