/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-plan-window"

#include "config.h"
#include "support/thaw-care-plan-window.h"

#include <glib/gi18n-lib.h>

#include "print/thaw-document-printer.h"
#include "support/thaw-care-changes.h"
#include "support/thaw-care-choice.h"
#include "support/thaw-care-section.h"
#include "support/thaw-person-editor.h"
#include "thaw-care-plan.h"
#include "thaw-close-guard.h"
#include "thaw-help-choice.h"
#include "thaw-toast.h"
#include "thaw-undo-toast.h"
#include "thaw-window-over.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-save-problem.h"

/**
 * ThawCarePlanWindow:
 *
 * The care plan in its six parts, to be written, put into order, and taken along on paper.
 * What is written is saved within a second.
 *
 * Keyboard: see #ThawCareRow for the lines; Ctrl+P prints, Ctrl+S saves as PDF, Escape
 * closes, and all is kept.
 */
struct _ThawCarePlanWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkBox *content_box;
  ThawSaveProblem *save_problem;

  ThawServices *services;                        /* (owned) */
  ThawCloseGuard *close_guard;                   /* (owned) */
  ThawCareSection *sections[THAW_N_CARE_PARTS];  /* (unowned) */
  GPtrArray *items;                              /* (owned) (nullable) (element-type ThawCareItem) */
  GPtrArray *people;                             /* (owned) (nullable) (element-type ThawPerson) */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawCarePlanWindow, thaw_care_plan_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

/* What is there */

static void
read_people (ThawCarePlanWindow *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *people = thaw_people_store_list (thaw_services_get_people (self->services), &error);

  if (people == NULL)
    {
      g_info ("People not read: %s", error->message);
      return;
    }

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
}

static void read_all (gpointer data);

static void
read_items (ThawCarePlanWindow *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = thaw_care_store_list (thaw_services_get_care_items (self->services), &error);

  if (items == NULL)
    {
      g_info ("Care plan not read: %s", error->message);
      thaw_undo_toast_show (self->toast_overlay, _("The care plan could not be read."), _("_Try Again"), read_all,
                            self, NULL);
      return;
    }

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
}

static void
show (ThawCarePlanWindow *self)
{
  for (guint i = 0; self->items != NULL && i < THAW_N_CARE_PARTS; i++)
    thaw_care_section_show (self->sections[i], self->items, self->people);
}

static void
on_items_changed_cb (ThawCarePlanWindow *self)
{
  read_items (self);
  show (self);
}

static void
on_people_changed_cb (ThawCarePlanWindow *self)
{
  read_people (self);
  show (self);
}

static void
read_all (gpointer data)
{
  ThawCarePlanWindow *self = data;

  read_people (self);
  on_items_changed_cb (self);
}

static const ThawCareItem *
find_item (ThawCarePlanWindow *self,
           GVariant           *id)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->id, g_variant_get_string (id, NULL)))
        return item;
    }

  return NULL;
}

/* Words */

static void
on_section_saved_cb (ThawCarePlanWindow *self,
                     const GError       *error)
{
  if (error != NULL)
    thaw_save_problem_show (self->save_problem, error);
  else
    thaw_save_problem_hide (self->save_problem);
}

static void
on_section_settled_cb (ThawCarePlanWindow *self)
{
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (keeper);
  ThawWordsState state = THAW_WORDS_KEPT;

  for (guint i = 0; i < THAW_N_CARE_PARTS; i++)
    {
      ThawWordsState one = thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->sections[i]));

      if (one == THAW_WORDS_ON_THEIR_WAY || state == THAW_WORDS_KEPT)
        state = one;
    }

  return state;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (keeper);

  for (guint i = 0; i < THAW_N_CARE_PARTS; i++)
    thaw_words_keeper_keep (THAW_WORDS_KEEPER (self->sections[i]));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

static void
save_problem_retry_cb (ThawCarePlanWindow *self)
{
  thaw_words_keeper_keep (THAW_WORDS_KEEPER (self));
}

static gboolean
thaw_care_plan_window_close_request (GtkWindow *window)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (window);

  if (!thaw_close_guard_may_close (self->close_guard))
    return TRUE;

  return GTK_WINDOW_CLASS (thaw_care_plan_window_parent_class)->close_request (window);
}

/* Lines */

static void
open_person (ThawCarePlanWindow *self,
             const char         *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPerson) person = thaw_people_store_get (thaw_services_get_people (self->services), id, &error);

  if (person != NULL)
    {
      thaw_person_editor_open (self->toast_overlay, self->services, person);
      return;
    }

  g_info ("Person not opened: %s", error->message);
  thaw_toast_tell (self->toast_overlay, _("This person could not be opened."));
}

/* It is done in the main window, and what is between the two would hide it. */
static void
open_activity (ThawCarePlanWindow *self,
               const char         *id)
{
  g_autofree char *target = g_strconcat ("practice:", id, NULL);
  /* The library goes on the way, and takes along what is over it. */
  g_autoptr (GtkWindow) window = g_object_ref (GTK_WINDOW (self));

  thaw_window_ask_below (window, "win.open-link", target);
  gtk_window_close (window);
}

static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (widget);
  const ThawCareItem *item = find_item (self, parameter);

  if (item == NULL)
    return;

  if (item->person != NULL)
    open_person (self, item->person);
  else if (item->activity != NULL)
    open_activity (self, item->activity);
  else
    thaw_care_section_edit (self->sections[item->part], item);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (widget);
  const ThawCareItem *item = find_item (self, parameter);

  if (item != NULL)
    thaw_care_section_move (self->sections[item->part], item->id, g_str_equal (action_name, "care.move-up") ? -1 : 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (widget);
  const ThawCareItem *item = find_item (self, parameter);

  if (item != NULL)
    thaw_care_changes_remove (self->toast_overlay, self->services, item);
}

static int
get_next_position (ThawCarePlanWindow *self,
                   ThawCarePart        part)
{
  int last = -1;

  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (self->items, i);

      if (item->part == part)
        last = MAX (last, item->position);
    }

  return MIN (last + 1, THAW_CARE_MAX_POSITION);
}

static void
add_person_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (widget);
  ThawCarePart part;

  if (thaw_care_part_from_slug (g_variant_get_string (parameter, NULL), &part))
    thaw_care_choice_present_people (self->toast_overlay, self->services, part, get_next_position (self, part));
}

static void
add_activity_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (widget);
  ThawCarePart part;

  if (thaw_care_part_from_slug (g_variant_get_string (parameter, NULL), &part))
    thaw_care_choice_present_activities (self->toast_overlay, self->services, part, get_next_position (self, part));
}

/* Paper */

static ThawDocument *
create_document (ThawCarePlanWindow *self)
{
  g_autofree char *country = thaw_help_choice_dup_country (thaw_services_get_settings (self->services));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_care_item_free);
  g_autoptr (GPtrArray) own_lines = thaw_line_store_list (thaw_services_get_own_lines (self->services), NULL);
  ThawCarePlan plan = { items, self->people, own_lines, thaw_services_get_help_catalog (self->services, NULL),
                        country };

  for (guint i = 0; i < THAW_N_CARE_PARTS; i++)
    thaw_care_section_collect (self->sections[i], items);

  return thaw_care_plan_to_document (&plan);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (ThawDocument) document = create_document (THAW_CARE_PLAN_WINDOW (widget));

  thaw_document_print (document, GTK_WINDOW (widget));
}

static void
save_pdf_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (widget);
  g_autoptr (ThawDocument) document = create_document (self);

  thaw_document_save_as (document, GTK_WINDOW (self), self->toast_overlay);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_care_plan_window_map (GtkWidget *widget)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (widget);
  gboolean is_first = self->items == NULL;

  GTK_WIDGET_CLASS (thaw_care_plan_window_parent_class)->map (widget);

  if (!is_first)
    return;

  read_all (self);
  gtk_widget_child_focus (GTK_WIDGET (self->sections[0]), GTK_DIR_TAB_FORWARD);
}

static void
thaw_care_plan_window_dispose (GObject *object)
{
  ThawCarePlanWindow *self = THAW_CARE_PLAN_WINDOW (object);

  g_clear_object (&self->close_guard);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_CARE_PLAN_WINDOW);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_care_plan_window_parent_class)->dispose (object);
}

static void
thaw_care_plan_window_class_init (ThawCarePlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_care_plan_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_care_plan_window_close_request;
  widget_class->map = thaw_care_plan_window_map;

  g_type_ensure (THAW_TYPE_SAVE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-care-plan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawCarePlanWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawCarePlanWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, ThawCarePlanWindow, save_problem);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_retry_cb);
  gtk_widget_class_install_action (widget_class, "care.activate", "s", activate_action);
  gtk_widget_class_install_action (widget_class, "care.move-up", "s", move_action);
  gtk_widget_class_install_action (widget_class, "care.move-down", "s", move_action);
  gtk_widget_class_install_action (widget_class, "care.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "care.add-person", "s", add_person_action);
  gtk_widget_class_install_action (widget_class, "care.add-activity", "s", add_activity_action);
  gtk_widget_class_install_action (widget_class, "care.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "care.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "care.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "care.save-pdf", NULL);
}

static void
thaw_care_plan_window_init (ThawCarePlanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->close_guard = thaw_close_guard_new (GTK_WINDOW (self));
}

/**
 * thaw_care_plan_window_new:
 * @services: where the care plan is kept, and people, and what there is to do
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
GtkWindow *
thaw_care_plan_window_new (ThawServices *services)
{
  ThawCarePlanWindow *self = g_object_new (THAW_TYPE_CARE_PLAN_WINDOW, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WINDOW (self));

  self->services = g_object_ref (services);
  for (guint i = 0; i < THAW_N_CARE_PARTS; i++)
    {
      GtkWidget *section = thaw_care_section_new (services, self->toast_overlay, i);

      self->sections[i] = THAW_CARE_SECTION (section);
      g_signal_connect_object (section, "saved", G_CALLBACK (on_section_saved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (section, "settled", G_CALLBACK (on_section_settled_cb), self, G_CONNECT_SWAPPED);
      thaw_close_guard_watch (self->close_guard, THAW_WORDS_KEEPER (section));
      gtk_box_append (self->content_box, section);
    }
  g_signal_connect_object (thaw_services_get_care_items (services), "changed", G_CALLBACK (on_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_people (services), "changed", G_CALLBACK (on_people_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WINDOW (self);
}
