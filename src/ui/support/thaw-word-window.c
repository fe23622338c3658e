/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-word-window"

#include "config.h"
#include "support/thaw-word-window.h"

#include <glib/gi18n-lib.h>

#include "widgets/picker/thaw-word-details.h"
#include "widgets/thaw-heading.h"

/**
 * ThawWordWindow:
 *
 * What a word of the vocabulary means, for whoever came across it while reading. Words
 * near to it are links, and are shown in its place.
 */
struct _ThawWordWindow
{
  AdwWindow parent_instance;

  ThawWordList *list;     /* (owned) */
  char *slug;             /* (owned): the word that is shown */
  GtkWidget *scroller;    /* (unowned) */
};

G_DEFINE_FINAL_TYPE (ThawWordWindow, thaw_word_window, ADW_TYPE_WINDOW)

static void
show_word (ThawWordWindow *self)
{
  const ThawWord *word = thaw_word_list_find (self->list, self->slug);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "practice");
  gtk_box_append (GTK_BOX (box), thaw_heading_new (word->word, 1, "title-2"));
  gtk_box_append (GTK_BOX (box), thaw_word_details_new_to_read (self->list, word));
  gtk_window_set_title (GTK_WINDOW (self), word->word);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
}

static void
show_word_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ThawWordWindow *self = THAW_WORD_WINDOW (widget);
  const char *slug = g_variant_get_string (parameter, NULL);

  if (thaw_word_list_find (self->list, slug) == NULL)
    return;

  g_free (self->slug);
  self->slug = g_strdup (slug);
  /* The link that was pressed goes. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  show_word (self);
  gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_word_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_word_window_parent_class)->map (widget);

  show_word (THAW_WORD_WINDOW (widget));
}

static void
thaw_word_window_finalize (GObject *object)
{
  ThawWordWindow *self = THAW_WORD_WINDOW (object);

  g_clear_object (&self->list);
  g_free (self->slug);

  G_OBJECT_CLASS (thaw_word_window_parent_class)->finalize (object);
}

static void
thaw_word_window_class_init (ThawWordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = thaw_word_window_finalize;
  widget_class->map = thaw_word_window_map;

  /* That of the links in the details, which are made for a picker. */
  gtk_widget_class_install_action (widget_class, "picker.show-word", "s", show_word_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_word_window_init (ThawWordWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_default_size (GTK_WINDOW (self), 400, 480);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, -1);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * thaw_word_window_new:
 * @services: what knows the words
 * @slug: a word of the vocabulary
 *
 * Returns: (transfer none) (nullable): a window, owned by GTK until it is closed; %NULL if
 *   there is no such word
 */
GtkWindow *
thaw_word_window_new (ThawServices *services,
                      const char   *slug)
{
  g_autoptr (ThawWordList) list = NULL;
  ThawWordWindow *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (slug != NULL, NULL);

  list = thaw_word_list_new (thaw_services_get_vocabulary (services), NULL, NULL);
  if (thaw_word_list_find (list, slug) == NULL)
    return NULL;

  self = g_object_new (THAW_TYPE_WORD_WINDOW, NULL);
  self->list = g_steal_pointer (&list);
  self->slug = g_strdup (slug);

  return GTK_WINDOW (self);
}
