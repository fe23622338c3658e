/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-contact-way-row"

#include "config.h"
#include "support/thaw-contact-way-row.h"

#include <glib/gi18n-lib.h>

#include "thaw-toast.h"
#include "widgets/thaw-tooltip.h"

/* U+2066 and U+2069: a number stays in its order also where one reads from right to left. */
#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define POP_ISOLATE           "\u2069"
#define ZERO_WIDTH_SPACE      "\u200b"

/**
 * ThawContactWayRow:
 *
 * A way to reach somebody: what it is, a button that copies it, and one that calls,
 * writes or opens it where the desktop can be asked for that. Nothing is opened
 * before somebody presses it. What was done is told in a toast of the overlay that
 * the row is in.
 */
struct _ThawContactWayRow
{
  AdwActionRow parent_instance;

  ThawContactWay *way; /* (owned) */
  char *uri;           /* (owned) (nullable): NULL if there is nothing to open */
};

G_DEFINE_FINAL_TYPE (ThawContactWayRow, thaw_contact_way_row, ADW_TYPE_ACTION_ROW)

static void
tell (ThawContactWayRow *self,
      const char        *sentence)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    thaw_toast_tell (ADW_TOAST_OVERLAY (overlay), sentence);
}

static void
copy (ThawContactWayRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->way->value);
}

static const char *
get_copied_sentence (ThawContactKind kind)
{
  switch (kind)
    {
    case THAW_CONTACT_PHONE:
    case THAW_CONTACT_TEXT:
      return _("Number copied");
    case THAW_CONTACT_MAIL:
    case THAW_CONTACT_WEB:
    case THAW_CONTACT_ADDRESS:
      return _("Address copied");
    case THAW_CONTACT_MESSENGER:
    default:
      return _("Copied");
    }
}

static const char *
get_not_opened_sentence (ThawContactKind kind)
{
  switch (kind)
    {
    case THAW_CONTACT_PHONE:
      return _("No program on this computer could call this number. It was copied.");
    case THAW_CONTACT_TEXT:
      return _("No program on this computer could write to this number. It was copied.");
    case THAW_CONTACT_MAIL:
      return _("No program on this computer could write to this address. It was copied.");
    case THAW_CONTACT_MESSENGER:
    case THAW_CONTACT_WEB:
    case THAW_CONTACT_ADDRESS:
    default:
      return _("No program on this computer could open this. It was copied.");
    }
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ThawContactWayRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    return;

  /* Who was asked by the desktop, and said no, knows it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* The address itself is nobody’s business. */
  g_info ("A way to reach somebody was not opened: %s", error->message);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  copy (self);
  tell (self, get_not_opened_sentence (self->way->kind));
}

static void
on_open_clicked_cb (ThawContactWayRow *self)
{
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->uri, GDK_CURRENT_TIME, NULL,
                     on_opened_cb, g_object_ref (self));
}

static void
on_copy_clicked_cb (ThawContactWayRow *self)
{
  copy (self);
  tell (self, get_copied_sentence (self->way->kind));
}

static const char *
get_open_label (ThawContactKind kind)
{
  switch (kind)
    {
    case THAW_CONTACT_PHONE:
      return C_("way to reach somebody", "C_all");
    case THAW_CONTACT_TEXT:
    case THAW_CONTACT_MAIL:
      return C_("way to reach somebody", "_Write");
    case THAW_CONTACT_MESSENGER:
    case THAW_CONTACT_WEB:
    case THAW_CONTACT_ADDRESS:
    default:
      return C_("way to reach somebody", "_Open");
    }
}

static char *
make_open_name (ThawContactKind  kind,
                const char      *whom,
                const char      *which)
{
  switch (kind)
    {
    case THAW_CONTACT_PHONE:
      /* Translators: a name, and which number of theirs, as “Call Anna, mobile” */
      return g_strdup_printf (_("Call %s, %s"), whom, which);
    case THAW_CONTACT_TEXT:
    case THAW_CONTACT_MAIL:
      /* Translators: a name, and which number or address of theirs, as “Write to Anna, work” */
      return g_strdup_printf (_("Write to %s, %s"), whom, which);
    case THAW_CONTACT_MESSENGER:
    case THAW_CONTACT_WEB:
    case THAW_CONTACT_ADDRESS:
    default:
      /* Translators: a name, and what of theirs is opened, as “Open Anna, Signal” */
      return g_strdup_printf (_("Open %s, %s"), whom, which);
    }
}

static void
add_open_button (ThawContactWayRow *self,
                 const char        *whom,
                 const char        *which)
{
  g_autofree char *name = make_open_name (self->way->kind, whom, which);
  GtkWidget *button = gtk_button_new_with_mnemonic (get_open_label (self->way->kind));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* What stands on it is in its name already, and would be read out once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
add_copy_button (ThawContactWayRow *self,
                 const char        *whom,
                 const char        *which)
{
  /* Translators: a name, and what of theirs is copied, as “Copy Anna, mobile” */
  g_autofree char *name = g_strdup_printf (_("Copy %s, %s"), whom, which);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  thaw_tooltip_set_new (button, C_("way to reach somebody", "Copy"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

/* An address that is too long for a line goes on in the next one at a dot, and not in the middle of a word. */
static char *
make_breakable (const char *address)
{
  g_auto (GStrv) parts = g_strsplit (address, ".", -1);

  return g_strjoinv (ZERO_WIDTH_SPACE ".", parts);
}

/* Where people live is written as they write; all else as everybody does. */
static void
show_way (ThawContactWayRow *self)
{
  const ThawContactWay *way = self->way;
  gboolean is_dotted = way->kind == THAW_CONTACT_WEB || way->kind == THAW_CONTACT_MAIL;
  g_autofree char *words = is_dotted ? make_breakable (way->value) : g_strdup (way->value);
  g_autofree char *value = NULL;
  g_autofree char *kind = NULL;

  value = way->kind == THAW_CONTACT_ADDRESS ? g_strdup (words)
                                            : g_strconcat (LEFT_TO_RIGHT_ISOLATE, words, POP_ISOLATE, NULL);
  if (way->label != NULL)
    /* Translators: a way to reach somebody, and which of those, as “Phone, work” */
    kind = g_strdup_printf (_("%s, %s"), thaw_contact_kind_get_name (way->kind), way->label);
  else
    kind = g_strdup (thaw_contact_kind_get_name (way->kind));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), kind);
}

static void
thaw_contact_way_row_finalize (GObject *object)
{
  ThawContactWayRow *self = THAW_CONTACT_WAY_ROW (object);

  g_clear_pointer (&self->way, thaw_contact_way_free);
  g_free (self->uri);

  G_OBJECT_CLASS (thaw_contact_way_row_parent_class)->finalize (object);
}

static void
thaw_contact_way_row_class_init (ThawContactWayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_contact_way_row_finalize;
}

/* The label with the title, for which libadwaita has no function. */
static GtkLabel *
find_title_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title"))
    return GTK_LABEL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_title_label (child);

      if (label != NULL)
        return label;
    }

  return NULL;
}

/* A hyphen at the end of a line would read as a part of the address. */
static void
keep_free_of_hyphens (ThawContactWayRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkLabel *label = find_title_label (GTK_WIDGET (self));

  g_return_if_fail (label != NULL);

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
}

static void
thaw_contact_way_row_init (ThawContactWayRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  keep_free_of_hyphens (self);
}

/**
 * thaw_contact_way_row_new:
 * @name_of_whom: the person or the line that it reaches
 * @way: a way to reach them
 *
 * Returns: (transfer floating): a row for a list that is somewhere in an #AdwToastOverlay
 */
GtkWidget *
thaw_contact_way_row_new (const char           *name_of_whom,
                          const ThawContactWay *way)
{
  ThawContactWayRow *self;
  const char *which;

  g_return_val_if_fail (name_of_whom != NULL, NULL);
  g_return_val_if_fail (way != NULL, NULL);

  self = g_object_new (THAW_TYPE_CONTACT_WAY_ROW, NULL);
  self->way = thaw_contact_way_copy (way);
  self->uri = thaw_contact_way_dup_uri (way);

  show_way (self);
  /* A line that stands in a list of others has its name for a label. */
  which = way->label != NULL && !g_str_equal (way->label, name_of_whom) ? way->label : way->value;
  add_copy_button (self, name_of_whom, which);
  if (self->uri != NULL)
    add_open_button (self, name_of_whom, which);

  return GTK_WIDGET (self);
}
