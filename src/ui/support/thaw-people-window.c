/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-people-window"

#include "config.h"
#include "support/thaw-people-window.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-people-export.h"
#include "support/thaw-people-import.h"
#include "support/thaw-person-editor.h"
#include "support/thaw-person-row.h"
#include "thaw-close-guard.h"
#include "thaw-focus.h"
#include "thaw-text.h"
#include "widgets/thaw-stack.h"

/* More than a window shows, and few enough to be there at each key of a search. */
#define N_FIRST 50
#define N_MORE  100

/**
 * ThawPeopleWindow:
 *
 * All people of the person, and what can be done: reach them, write down that one talked,
 * add somebody, take them over from an address book, or give them to one. Of very many
 * only the first ones are rows; the search looks at all.
 *
 * Keyboard: Ctrl+F goes to the search, Ctrl+N adds somebody, Return on somebody opens
 * them, Escape empties the search, and closes the window.
 */
struct _ThawPeopleWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkEditable *search_entry;
  GtkWidget *not_found_label;
  GtkListBox *list;
  GtkLabel *count_label;
  GtkWidget *more_button;

  ThawServices *services; /* (owned) */
  ThawCloseGuard *guard;  /* (owned): of the windows over this one */
  GPtrArray *people;      /* (owned) (nullable) (element-type ThawPerson): as they were read last, in order */
  GPtrArray *keys;        /* (owned) (nullable) (element-type utf8): what of each is searched, NULL until it is */
  GPtrArray *found;       /* (owned) (element-type ThawPerson): those that are searched for, none owned */
  guint n_shown;          /* how many rows there may be */
  guint reload_source;
};

G_DEFINE_FINAL_TYPE (ThawPeopleWindow, thaw_people_window, ADW_TYPE_WINDOW)

/* Searching */

/* A number is found with and without the spaces in it. */
static void
append_way (GString              *words,
            const ThawContactWay *way)
{
  g_string_append_printf (words, " %s", way->value);
  if (way->kind != THAW_CONTACT_PHONE && way->kind != THAW_CONTACT_TEXT)
    return;

  g_string_append_c (words, ' ');
  for (const char *c = way->value; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        g_string_append_c (words, *c);
    }
}

static char *
make_key (const ThawPerson *person)
{
  g_autoptr (GString) words = g_string_new (person->name);

  g_string_append_printf (words, " %s %s", person->role != NULL ? person->role : "",
                          thaw_person_kind_get_name (person->kind));
  for (guint i = 0; i < person->ways->len; i++)
    append_way (words, g_ptr_array_index (person->ways, i));

  return thaw_text_fold (words->str);
}

static void
ensure_keys (ThawPeopleWindow *self)
{
  if (self->keys != NULL)
    return;

  self->keys = g_ptr_array_new_full (self->people->len, g_free);
  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (self->keys, make_key (g_ptr_array_index (self->people, i)));
}

static void
find (ThawPeopleWindow *self)
{
  g_autofree char *wanted = thaw_text_fold (gtk_editable_get_text (self->search_entry));

  g_ptr_array_set_size (self->found, 0);
  if (wanted[0] != '\0')
    ensure_keys (self);
  for (guint i = 0; i < self->people->len; i++)
    {
      if (wanted[0] == '\0' || strstr (g_ptr_array_index (self->keys, i), wanted) != NULL)
        g_ptr_array_add (self->found, g_ptr_array_index (self->people, i));
    }
}

/* The list */

static void
show_count (ThawPeopleWindow *self,
            guint             n_rows)
{
  guint n = self->found->len;
  g_autofree char *words = NULL;

  if (n_rows < n)
    /* Translators: of very many people, as “50 of 5000 people are shown.” */
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u person is shown.", "%u of %u people are shown.",
                                          n), n_rows, n);
  else if (n < self->people->len)
    /* Translators: of a search; %u is how many were found */
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person found", "%u people found", n), n);

  gtk_label_set_text (self->count_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), words != NULL && n > 0);
  gtk_widget_set_visible (self->more_button, n_rows < n);
}

/* Who has the focus in the list, or NULL. */
static char *
dup_focused_id (ThawPeopleWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, THAW_TYPE_PERSON_ROW) : NULL;

  return row != NULL ? g_strdup (thaw_person_row_get_person (THAW_PERSON_ROW (row))->id) : NULL;
}

/* Where somebody went, the focus goes along; where they are gone, it stays on whoever took their place. */
static void
move_focus_to (ThawPeopleWindow *self,
               const char       *id)
{
  g_autofree char *now = dup_focused_id (self);
  GtkListBoxRow *row;

  if (g_strcmp0 (now, id) == 0)
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_str_equal (thaw_person_row_get_person (THAW_PERSON_ROW (row))->id, id))
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return;
        }
    }
}

static void
show_rows (ThawPeopleWindow *self)
{
  guint n_rows = MIN (self->found->len, self->n_shown);
  g_autofree char *focused = dup_focused_id (self);
  GtkListBoxRow *row;

  for (guint i = 0; i < n_rows; i++)
    {
      const ThawPerson *person = g_ptr_array_index (self->found, i);

      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row != NULL)
        thaw_person_row_set_person (THAW_PERSON_ROW (row), person);
      else
        gtk_list_box_append (self->list, thaw_person_row_new (self->services, person));
    }

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n_rows)) != NULL)
    {
      if (thaw_focus_is_in (GTK_WIDGET (row)))
        {
          row = n_rows > 0 ? gtk_list_box_get_row_at_index (self->list, (int) n_rows - 1) : NULL;
          gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->search_entry));
        }
      gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) n_rows)));
    }

  if (focused != NULL)
    move_focus_to (self, focused);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_rows > 0);
  gtk_widget_set_visible (self->not_found_label, n_rows == 0);
  show_count (self, n_rows);
}

static void
show_page (ThawPeopleWindow *self,
           const char       *name)
{
  gboolean was_focused = thaw_focus_is_in (GTK_WIDGET (self->stack));

  thaw_stack_show (self->stack, gtk_stack_get_child_by_name (self->stack, name));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.export", g_str_equal (name, "people"));
  if (was_focused && !thaw_focus_is_in (gtk_stack_get_visible_child (self->stack)))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
reload (ThawPeopleWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = thaw_people_store_list (thaw_services_get_people (self->services), &error);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  if (people == NULL)
    {
      g_info ("People not read: %s", error->message);
      show_page (self, "failed");
      return;
    }

  g_ptr_array_set_size (self->found, 0);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  find (self);
  show_rows (self);
  show_page (self, self->people->len > 0 ? "people" : "empty");
}

static gboolean
on_reload_due_cb (gpointer user_data)
{
  ThawPeopleWindow *self = user_data;

  self->reload_source = 0;
  reload (self);

  return G_SOURCE_REMOVE;
}

/* Of several changes at once, the first one tells. */
static void
reload_soon (ThawPeopleWindow *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_idle_add (on_reload_due_cb, self);
}

static void
search_entry_search_changed_cb (ThawPeopleWindow *self)
{
  if (self->people == NULL)
    return;

  self->n_shown = N_FIRST;
  find (self);
  show_rows (self);
}

static void
search_entry_stop_search_cb (ThawPeopleWindow *self)
{
  if (gtk_editable_get_text (self->search_entry)[0] != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
more_button_clicked_cb (ThawPeopleWindow *self)
{
  GtkListBoxRow *row;
  guint n_before = self->n_shown;

  self->n_shown += N_MORE;
  show_rows (self);
  /* The button may be gone, and what was asked for is there. */
  row = gtk_list_box_get_row_at_index (self->list, (int) n_before);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Actions */

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ThawPeopleWindow *self = THAW_PEOPLE_WINDOW (widget);

  thaw_person_editor_open (self->toast_overlay, self->services, NULL);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawPeopleWindow *self = THAW_PEOPLE_WINDOW (widget);

  thaw_people_import_ask (self->toast_overlay, self->services);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawPeopleWindow *self = THAW_PEOPLE_WINDOW (widget);

  thaw_people_export_ask (self->toast_overlay, self->services, self->people);
}

static void
reload_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  reload (THAW_PEOPLE_WINDOW (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (THAW_PEOPLE_WINDOW (widget)->search_entry));
}

static gboolean
thaw_people_window_close_request (GtkWindow *window)
{
  if (!thaw_close_guard_may_close (THAW_PEOPLE_WINDOW (window)->guard))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (thaw_people_window_parent_class)->close_request (window);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_people_window_map (GtkWidget *widget)
{
  ThawPeopleWindow *self = THAW_PEOPLE_WINDOW (widget);

  GTK_WIDGET_CLASS (thaw_people_window_parent_class)->map (widget);

  if (self->people != NULL)
    return;

  reload (self);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
thaw_people_window_dispose (GObject *object)
{
  ThawPeopleWindow *self = THAW_PEOPLE_WINDOW (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_object (&self->guard);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PEOPLE_WINDOW);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_people_window_parent_class)->dispose (object);
}

static void
thaw_people_window_finalize (GObject *object)
{
  ThawPeopleWindow *self = THAW_PEOPLE_WINDOW (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_people_window_parent_class)->finalize (object);
}

static void
thaw_people_window_class_init (ThawPeopleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_people_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_people_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_people_window_close_request;
  widget_class->map = thaw_people_window_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-people-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleWindow, not_found_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPeopleWindow, more_button);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_button_clicked_cb);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "people.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "people.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "people.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "people.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "people.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "people.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_people_window_init (ThawPeopleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = thaw_close_guard_new (GTK_WINDOW (self));
  self->found = g_ptr_array_new ();
  self->n_shown = N_FIRST;
}

/**
 * thaw_people_window_new:
 * @services: where people are kept, with an open journal
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
GtkWindow *
thaw_people_window_new (ThawServices *services)
{
  ThawPeopleWindow *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  self = g_object_new (THAW_TYPE_PEOPLE_WINDOW, NULL);
  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_people (services), "changed", G_CALLBACK (reload_soon), self,
                           G_CONNECT_SWAPPED);
  /* “Today” becomes “yesterday”. */
  g_signal_connect_object (thaw_services_get_clock (services), "day-changed", G_CALLBACK (reload_soon), self,
                           G_CONNECT_SWAPPED);

  return GTK_WINDOW (self);
}
