/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-help-now-window"

#include "config.h"
#include "support/thaw-help-now-window.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-contact-way-row.h"
#include "support/thaw-help-country-row.h"
#include "support/thaw-help-line-view.h"
#include "support/thaw-own-lines.h"
#include "thaw-focus.h"
#include "thaw-help-choice.h"
#include "widgets/thaw-heading.h"

/**
 * ThawHelpNowWindow:
 *
 * Whom to call, at any hour: the person’s own lines first, then the number for
 * emergencies and the lines of their country. Nothing is called before they press a
 * button. Without a journal all is there but the person’s own lines.
 */
struct _ThawHelpNowWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkBox *content_box;
  GtkBox *own_box;
  GtkBox *emergency_box;
  GtkLabel *message_label;
  GtkBox *lines_box;
  GtkWidget *choice_group;
  ThawHelpCountryRow *country_row;
  GtkWidget *add_row;

  ThawServices *services;  /* (owned) */
  ThawOwnLines *own_lines; /* (owned) */
  gboolean is_focused;     /* the first way to call had the focus once */
};

G_DEFINE_FINAL_TYPE (ThawHelpNowWindow, thaw_help_now_window, ADW_TYPE_WINDOW)

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* The person’s own lines */

/* The line whose view has the focus, or NULL. */
static char *
dup_focused_id (ThawHelpNowWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->own_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (THAW_IS_HELP_LINE_VIEW (child) && thaw_focus_is_in (child))
        return g_strdup (thaw_help_line_view_get_id (THAW_HELP_LINE_VIEW (child)));
    }

  return NULL;
}

/* Where a call is one key away: not at the buttons that change a line or delete it. */
static gboolean
focus_first (ThawHelpNowWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->own_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (THAW_IS_HELP_LINE_VIEW (child))
        return gtk_widget_grab_focus (child);
    }

  return gtk_widget_child_focus (GTK_WIDGET (self->emergency_box), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (GTK_WIDGET (self->content_box), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
find_own (ThawHelpNowWindow *self,
          const char        *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->own_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (THAW_IS_HELP_LINE_VIEW (child) &&
          g_str_equal (thaw_help_line_view_get_id (THAW_HELP_LINE_VIEW (child)), id))
        return child;
    }

  return NULL;
}

static void
focus_own (ThawHelpNowWindow *self,
           const char        *id)
{
  GtkWidget *view = find_own (self, id);

  if (view != NULL)
    gtk_widget_grab_focus (view);
  else
    focus_first (self);
}

/* A line that was added, or brought back, while the window is seen. */
static const char *
find_added_id (ThawHelpNowWindow *self,
               GPtrArray         *lines)
{
  for (guint i = 0; self->is_focused && i < lines->len; i++)
    {
      const ThawOwnLine *line = g_ptr_array_index (lines, i);

      if (find_own (self, line->id) == NULL)
        return line->id;
    }

  return NULL;
}

static gboolean
is_journal_open (ThawHelpNowWindow *self)
{
  return thaw_services_get_state (self->services) == THAW_SERVICES_READY;
}

static void
fill_own (ThawHelpNowWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *focused = NULL;
  const char *added;

  gtk_widget_set_visible (self->add_row, is_journal_open (self));
  if (!is_journal_open (self))
    return;

  lines = thaw_line_store_list (thaw_services_get_own_lines (self->services), &error);
  if (lines == NULL)
    {
      /* What was there stays: nobody would want it to go at that moment. */
      g_info ("Own lines not read: %s", error->message);
      return;
    }

  added = find_added_id (self, lines);
  focused = dup_focused_id (self);
  if (focused != NULL)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  empty (self->own_box);
  if (lines->len > 0)
    gtk_box_append (self->own_box, thaw_heading_new (_("Your Own Lines"), 2, "title-4"));
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (self->own_box, thaw_help_line_view_new_own (g_ptr_array_index (lines, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->own_box), lines->len > 0);
  /* It is far above the row that adds one: whoever added it sees that it is there. */
  if (added != NULL)
    focus_own (self, added);
  else if (focused != NULL)
    focus_own (self, focused);
}

/* Those that Thaw knows */

/* Says why there are no lines of their country, and what to call all the same. */
static void
show_message (ThawHelpNowWindow *self,
              const char        *message)
{
  g_autofree char *text = NULL;

  if (message != NULL)
    text = g_strjoin (" ", message,
                      _("In an emergency, call the number for emergencies where you are: in much of Europe it is 112, "
                        "in North America 911."),
                      NULL);
  gtk_label_set_label (self->message_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), text != NULL);
}

static void
fill_emergency (ThawHelpNowWindow     *self,
                const ThawHelpCountry *country)
{
  gboolean is_known = country != NULL && country->emergency != NULL;

  empty (self->emergency_box);
  if (is_known)
    {
      g_autoptr (ThawContactWay) way = thaw_contact_way_new (THAW_CONTACT_PHONE, country->name, country->emergency);
      GtkWidget *list = gtk_list_box_new ();

      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
      gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("In an emergency"), -1);
      gtk_list_box_append (GTK_LIST_BOX (list), thaw_contact_way_row_new (_("the emergency number"), way));
      gtk_box_append (self->emergency_box, thaw_heading_new (_("In an Emergency"), 2, "title-4"));
      gtk_box_append (self->emergency_box, list);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->emergency_box), is_known);
}

static void
add_lines (ThawHelpNowWindow *self,
           GPtrArray         *lines,
           ThawHelpKind       kind,
           const char        *heading)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const ThawHelpLine *line = g_ptr_array_index (lines, i);

      if (line->kind != kind)
        continue;

      if (!has_heading)
        gtk_box_append (self->lines_box, thaw_heading_new (heading, 2, "title-4"));
      has_heading = TRUE;
      gtk_box_append (self->lines_box, thaw_help_line_view_new (line));
    }
}

static void
fill_lines (ThawHelpNowWindow *self)
{
  g_autofree char *code = thaw_help_choice_dup_country (thaw_services_get_settings (self->services));
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  ThawHelpCatalog *catalog = thaw_services_get_help_catalog (self->services, &error);
  const ThawHelpCountry *country;

  if (catalog == NULL)
    {
      g_info ("Lines not read: %s", error->message);
      fill_emergency (self, NULL);
      show_message (self, _("The lines that come with Thaw could not be read."));
      return;
    }

  country = thaw_help_catalog_find_country (catalog, code);
  fill_emergency (self, country);
  empty (self->lines_box);
  if (country != NULL)
    show_message (self, NULL);
  else if (code == NULL)
    show_message (self, _("Choose your country, and Thaw shows the lines that it knows there."));
  else
    show_message (self, _("Thaw knows no lines in your country yet. The following is there for everybody."));

  if (country != NULL)
    g_ptr_array_extend (lines, country->lines, NULL, NULL);
  g_ptr_array_extend (lines, thaw_help_catalog_get_everywhere (catalog), NULL, NULL);
  add_lines (self, lines, THAW_HELP_CRISIS, _("In a Crisis"));
  add_lines (self, lines, THAW_HELP_ADDICTION, _("About Alcohol and Other Drugs"));
  add_lines (self, lines, THAW_HELP_DIRECTORY, _("More Lines"));
}

/* Nothing is of more use then. It stays there once it is made, for whoever wants to look again at what they chose. */
static void
put_choice_first (ThawHelpNowWindow *self)
{
  g_autofree char *code = thaw_help_choice_dup_country (thaw_services_get_settings (self->services));

  if (code == NULL)
    gtk_box_reorder_child_after (self->content_box, self->choice_group, GTK_WIDGET (self->message_label));
}

/* What can be done */

static void
add_line_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  thaw_own_lines_add (THAW_HELP_NOW_WINDOW (widget)->own_lines);
}

static void
edit_line_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  thaw_own_lines_edit (THAW_HELP_NOW_WINDOW (widget)->own_lines, g_variant_get_string (parameter, NULL));
}

static void
delete_line_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  thaw_own_lines_delete (THAW_HELP_NOW_WINDOW (widget)->own_lines, g_variant_get_string (parameter, NULL));
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_help_now_window_map (GtkWidget *widget)
{
  ThawHelpNowWindow *self = THAW_HELP_NOW_WINDOW (widget);

  GTK_WIDGET_CLASS (thaw_help_now_window_parent_class)->map (widget);

  if (!self->is_focused)
    self->is_focused = focus_first (self);
}

static void
thaw_help_now_window_dispose (GObject *object)
{
  ThawHelpNowWindow *self = THAW_HELP_NOW_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_HELP_NOW_WINDOW);
  g_clear_object (&self->own_lines);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_help_now_window_parent_class)->dispose (object);
}

static void
thaw_help_now_window_class_init (ThawHelpNowWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_help_now_window_dispose;
  widget_class->map = thaw_help_now_window_map;

  g_type_ensure (THAW_TYPE_HELP_COUNTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-help-now-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, own_box);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, emergency_box);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, lines_box);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, choice_group);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, country_row);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpNowWindow, add_row);
  gtk_widget_class_install_action (widget_class, "help.add-line", NULL, add_line_action);
  gtk_widget_class_install_action (widget_class, "help.edit-line", "s", edit_line_action);
  gtk_widget_class_install_action (widget_class, "help.delete-line", "s", delete_line_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_help_now_window_init (ThawHelpNowWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_help_now_window_new:
 * @services: what knows the lines, and the country
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
GtkWindow *
thaw_help_now_window_new (ThawServices *services)
{
  ThawHelpNowWindow *self = g_object_new (THAW_TYPE_HELP_NOW_WINDOW, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WINDOW (self));

  self->services = g_object_ref (services);
  self->own_lines = thaw_own_lines_new (services, self->toast_overlay);
  thaw_help_country_row_set_services (self->country_row, services);
  g_signal_connect_object (thaw_services_get_settings (services), "notify::help-country", G_CALLBACK (fill_lines), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_own_lines (services), "changed", G_CALLBACK (fill_own), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (services, "state-changed", G_CALLBACK (fill_own), self, G_CONNECT_SWAPPED);
  fill_own (self);
  fill_lines (self);
  put_choice_first (self);

  return GTK_WINDOW (self);
}
