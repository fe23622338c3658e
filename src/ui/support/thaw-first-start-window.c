/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-first-start-window"

#include "config.h"
#include "support/thaw-first-start-window.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-help-country-row.h"
#include "support/thaw-person-editor.h"
#include "widgets/thaw-stack.h"

/**
 * ThawFirstStartWindow:
 *
 * Three screens for whoever is here for the first time: what Thaw does, that all stays on
 * this machine and is no treatment, and what could be set up. They can be left at any
 * moment, and are shown once.
 *
 * Keyboard: Enter goes on, Alt with an arrow goes back and forth, Escape leaves.
 */
struct _ThawFirstStartWindow
{
  AdwWindow parent_instance;

  GtkLabel *step_label;
  GtkWidget *back_button;
  GtkWidget *skip_button;
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  ThawHelpCountryRow *country_row;
  GtkButton *next_button;

  ThawServices *services; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawFirstStartWindow, thaw_first_start_window, ADW_TYPE_WINDOW)

static guint
count_screens (ThawFirstStartWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->stack);

  return g_list_model_get_n_items (G_LIST_MODEL (pages));
}

/* From 0 on. */
static guint
get_step (ThawFirstStartWindow *self)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->stack);
  guint step = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != visible;
       child = gtk_widget_get_next_sibling (child))
    step++;

  return step;
}

static void
show_step (ThawFirstStartWindow *self,
           guint                 step)
{
  guint n_screens = count_screens (self);
  g_autofree char *words = NULL;
  GtkWidget *screen = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  for (guint i = 0; i < step; i++)
    screen = gtk_widget_get_next_sibling (screen);
  thaw_stack_show (self->stack, screen);
  /* The focus stays on this button. With its description, assistive technology hears which screen came. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_stack_page_get_title (gtk_stack_get_page (self->stack, screen)), -1);

  /* Translators: which of several screens it is, as “1 of 3” */
  words = g_strdup_printf (_("%u of %u"), step + 1, n_screens);
  gtk_label_set_label (self->step_label, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "first-start.back", step > 0);
  gtk_widget_set_visible (self->back_button, step > 0);
  gtk_widget_set_visible (self->skip_button, step + 1 < n_screens);
  gtk_button_set_label (self->next_button, step + 1 < n_screens ? _("_Next") : _("_Begin"));
}

/* The focus is where Enter goes on, wherever it was: the button to go back may be gone. */
static void
turn_to (ThawFirstStartWindow *self,
         guint                 step)
{
  show_step (self, step);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawFirstStartWindow *self = THAW_FIRST_START_WINDOW (widget);
  guint step = get_step (self);

  if (step + 1 < count_screens (self))
    turn_to (self, step + 1);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawFirstStartWindow *self = THAW_FIRST_START_WINDOW (widget);

  turn_to (self, get_step (self) - 1);
}

/* As a book is read. */
static gboolean
turn_page (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  gboolean is_right = GPOINTER_TO_INT (user_data) > 0;
  gboolean is_onward = is_right == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);

  /* Onward it does not leave the last screen: that is for a button that says so. */
  if (!is_onward)
    gtk_widget_activate_action (widget, "first-start.back", NULL);
  else if (get_step (THAW_FIRST_START_WINDOW (widget)) + 1 < count_screens (THAW_FIRST_START_WINDOW (widget)))
    gtk_widget_activate_action (widget, "first-start.next", NULL);

  return GDK_EVENT_STOP;
}

static void
add_person_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ThawFirstStartWindow *self = THAW_FIRST_START_WINDOW (widget);

  thaw_person_editor_open (self->toast_overlay, self->services, NULL);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_first_start_window_map (GtkWidget *widget)
{
  ThawFirstStartWindow *self = THAW_FIRST_START_WINDOW (widget);

  GTK_WIDGET_CLASS (thaw_first_start_window_parent_class)->map (widget);

  /* Once, however it is left. */
  thaw_settings_set_first_start_shown (thaw_services_get_settings (self->services), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
thaw_first_start_window_dispose (GObject *object)
{
  ThawFirstStartWindow *self = THAW_FIRST_START_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_FIRST_START_WINDOW);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_first_start_window_parent_class)->dispose (object);
}

static void
add_page_key (GtkWidgetClass *widget_class,
              guint           keyval,
              int             by)
{
  g_autoptr (GtkShortcut) shortcut = NULL;

  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_ALT_MASK),
                               gtk_callback_action_new (turn_page, GINT_TO_POINTER (by), NULL));
  gtk_widget_class_add_shortcut (widget_class, shortcut);
}

static void
thaw_first_start_window_class_init (ThawFirstStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_first_start_window_dispose;
  widget_class->map = thaw_first_start_window_map;

  g_type_ensure (THAW_TYPE_HELP_COUNTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-first-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawFirstStartWindow, step_label);
  gtk_widget_class_bind_template_child (widget_class, ThawFirstStartWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ThawFirstStartWindow, skip_button);
  gtk_widget_class_bind_template_child (widget_class, ThawFirstStartWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawFirstStartWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ThawFirstStartWindow, country_row);
  gtk_widget_class_bind_template_child (widget_class, ThawFirstStartWindow, next_button);
  gtk_widget_class_install_action (widget_class, "first-start.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "first-start.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "first-start.add-person", NULL, add_person_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  add_page_key (widget_class, GDK_KEY_Left, -1);
  add_page_key (widget_class, GDK_KEY_Right, 1);
}

static void
thaw_first_start_window_init (ThawFirstStartWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_step (self, 0);
}

/**
 * thaw_first_start_window_new:
 * @services: what is set up
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
GtkWindow *
thaw_first_start_window_new (ThawServices *services)
{
  ThawFirstStartWindow *self = g_object_new (THAW_TYPE_FIRST_START_WINDOW, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WINDOW (self));

  self->services = g_object_ref (services);
  thaw_help_country_row_set_services (self->country_row, services);

  return GTK_WINDOW (self);
}

/**
 * thaw_first_start_window_is_wanted:
 * @services: with an open journal
 *
 * Returns: whether somebody may be here for the first time: the screens were not shown, and
 *   the journal has no entries
 */
gboolean
thaw_first_start_window_is_wanted (ThawServices *services)
{
  g_autoptr (GError) error = NULL;
  ThawDay first, last;

  g_return_val_if_fail (THAW_IS_SERVICES (services), FALSE);

  /* The first to be asked: it costs nothing. */
  if (thaw_settings_get_first_start_shown (thaw_services_get_settings (services)))
    return FALSE;

  if (!thaw_journal_get_extent (thaw_services_get_journal (services), &first, &last, &error))
    {
      /* There is somebody else’s trouble to look at first. */
      g_info ("It is not known whether this is a first start: %s", error->message);
      return FALSE;
    }

  if (first == THAW_DAY_NONE)
    return TRUE;

  thaw_settings_set_first_start_shown (thaw_services_get_settings (services), TRUE);

  return FALSE;
}
