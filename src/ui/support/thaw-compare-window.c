/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-compare-window"

#include "config.h"
#include "support/thaw-compare-window.h"

#include "support/thaw-document-text.h"
#include "support/thaw-pair-layout.h"
#include "thaw-link-target.h"
#include "widgets/thaw-heading.h"

/* How long a line of the list is at most: with large text, too, it is not wider than a small screen. */
#define MAX_CHOICE_CHARS 24

/**
 * ThawCompareWindow:
 *
 * Two kinds of support beside each other, section by section: what it is, what a session is
 * like, what research says. Where there is no room for two columns, one stands below the
 * other.
 */
struct _ThawCompareWindow
{
  AdwWindow parent_instance;

  GtkDropDown *left_drop_down;
  GtkDropDown *right_drop_down;
  GtkWidget *sections_box;

  ThawLibrary *library;   /* (owned) (nullable): the articles belong to it */
  ThawSettings *settings; /* (owned) (nullable) */
  GPtrArray *articles;    /* (owned) (element-type ThawArticle): the kinds of support, not owned */
  gboolean is_choosing;   /* code chooses, not the person */
};

G_DEFINE_FINAL_TYPE (ThawCompareWindow, thaw_compare_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const ThawArticle *
get_chosen (ThawCompareWindow *self,
            GtkDropDown       *drop_down)
{
  return g_ptr_array_index (self->articles, gtk_drop_down_get_selected (drop_down));
}

static const ThawArticleSection *
find_section (const ThawArticle *article,
              const char        *role)
{
  for (guint i = 0; i < article->sections->len; i++)
    {
      const ThawArticleSection *section = g_ptr_array_index (article->sections, i);

      if (g_strcmp0 (section->role, role) == 0)
        return section;
    }

  return NULL;
}

static void
on_link_activated_cb (ThawCompareWindow *self,
                      const char        *target)
{
  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, target);
}

/* The words of one article on one question, with its name, which tells the columns apart. */
static GtkWidget *
create_column (ThawCompareWindow        *self,
               const ThawArticle        *article,
               const ThawArticleSection *section)
{
  GtkWidget *column = g_object_new (GTK_TYPE_BOX,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                    "orientation", GTK_ORIENTATION_VERTICAL,
                                    "spacing", 3,
                                    NULL);
  GtkWidget *name = gtk_label_new (article->title);
  GtkWidget *text = thaw_document_text_new ();
  g_autoptr (ThawDocument) document = thaw_document_new ("");

  for (guint i = 0; section != NULL && i < section->blocks->len; i++)
    {
      const ThawBlock *block = g_ptr_array_index (section->blocks, i);

      thaw_document_add_rich (document, block->kind, block->text);
    }
  thaw_document_text_set_document (THAW_DOCUMENT_TEXT (text), document);
  thaw_document_text_set_zoom (THAW_DOCUMENT_TEXT (text), thaw_settings_get_article_zoom (self->settings));
  g_signal_connect_object (text, "link-activated", G_CALLBACK (on_link_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL, article->title, -1);
  gtk_box_append (GTK_BOX (column), name);
  gtk_box_append (GTK_BOX (column), text);

  return column;
}

static void
fill (ThawCompareWindow *self)
{
  const ThawArticle *left = get_chosen (self, self->left_drop_down);
  const ThawArticle *right = get_chosen (self, self->right_drop_down);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sections_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->sections_box), child);

  for (guint i = 0; i < left->sections->len; i++)
    {
      const ThawArticleSection *section = g_ptr_array_index (left->sections, i);
      GtkWidget *pair = g_object_new (GTK_TYPE_BOX, "layout-manager", thaw_pair_layout_new (), NULL);

      if (section->heading != NULL)
        gtk_box_append (GTK_BOX (self->sections_box), thaw_heading_new (section->heading, 2, "title-4"));
      gtk_box_append (GTK_BOX (pair), create_column (self, left, section));
      gtk_box_append (GTK_BOX (pair), create_column (self, right, find_section (right, section->role)));
      gtk_box_append (GTK_BOX (self->sections_box), pair);
    }
}

static void
drop_down_notify_selected_cb (ThawCompareWindow *self)
{
  if (!self->is_choosing)
    fill (self);
}

/* What the article itself leads to first, and else its neighbour. */
static guint
choose_other (ThawCompareWindow *self,
              guint              index)
{
  const ThawArticle *article = g_ptr_array_index (self->articles, index);

  for (guint i = 0; i < article->see->len; i++)
    {
      ThawLinkKind kind;
      const char *name;
      guint other;

      if (thaw_link_target_parse (g_ptr_array_index (article->see, i), &kind, &name) && kind == THAW_LINK_ARTICLE &&
          g_ptr_array_find (self->articles, thaw_library_find (self->library, name), &other))
        return other;
    }

  return (index + 1) % self->articles->len;
}

static void
choose (ThawCompareWindow *self,
        const ThawArticle *article)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  guint index = 0;

  for (guint i = 0; i < self->articles->len; i++)
    {
      const ThawArticle *one = g_ptr_array_index (self->articles, i);

      gtk_string_list_append (titles, one->title);
      if (one == article)
        index = i;
    }

  self->is_choosing = TRUE;
  gtk_drop_down_set_model (self->left_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_model (self->right_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->left_drop_down, index);
  gtk_drop_down_set_selected (self->right_drop_down, choose_other (self, index));
  self->is_choosing = FALSE;
  g_object_unref (titles);
}

static void
on_title_set_up_cb (GtkListItemFactory *factory,
                    GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_title_bound_cb (GtkListItemFactory *factory,
                   GtkListItem        *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* In the list a title goes on in the next line, and what is chosen has a mark, as in GTK’s own. */
static void
on_choice_set_up_cb (GtkListItemFactory *factory,
                     GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHOICE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_object_bind_property (item, "selected", mark, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
on_choice_bound_cb (GtkListItemFactory *factory,
                    GtkListItem        *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item))),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* What is chosen takes no more room than there is: else a long title would make the window wider than a screen. */
static void
let_shrink (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_title_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_title_bound_cb), NULL);
  g_signal_connect (list_factory, "setup", G_CALLBACK (on_choice_set_up_cb), NULL);
  g_signal_connect (list_factory, "bind", G_CALLBACK (on_choice_bound_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_list_factory (drop_down, list_factory);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_compare_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_compare_window_parent_class)->map (widget);

  fill (THAW_COMPARE_WINDOW (widget));
}

static void
thaw_compare_window_dispose (GObject *object)
{
  ThawCompareWindow *self = THAW_COMPARE_WINDOW (object);

  self->is_choosing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_COMPARE_WINDOW);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (thaw_compare_window_parent_class)->dispose (object);
}

static void
thaw_compare_window_finalize (GObject *object)
{
  g_ptr_array_unref (THAW_COMPARE_WINDOW (object)->articles);

  G_OBJECT_CLASS (thaw_compare_window_parent_class)->finalize (object);
}

static void
thaw_compare_window_class_init (ThawCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_compare_window_finalize;
  widget_class->map = thaw_compare_window_map;

  /**
   * ThawCompareWindow::link-activated:
   * @target: where it leads, as `article:cbt`
   *
   * The person follows a link.
   */
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (THAW_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawCompareWindow, left_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawCompareWindow, right_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawCompareWindow, sections_box);
  gtk_widget_class_bind_template_callback (widget_class, drop_down_notify_selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_compare_window_init (ThawCompareWindow *self)
{
  self->articles = g_ptr_array_new ();
  self->is_choosing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  let_shrink (self->left_drop_down);
  let_shrink (self->right_drop_down);
  self->is_choosing = FALSE;
}

/**
 * thaw_compare_window_new:
 * @parent: the window over which it appears
 * @library: has the kinds of support, two at least
 * @settings: how large letters are
 * @article: (transfer none): one of them, which is put on the left
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawCompareWindow *
thaw_compare_window_new (GtkWindow         *parent,
                         ThawLibrary       *library,
                         ThawSettings      *settings,
                         const ThawArticle *article)
{
  const ThawLibraryFilter filter = { .kind = THAW_ARTICLE_SUPPORT };
  ThawCompareWindow *self;

  g_return_val_if_fail (THAW_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (THAW_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (article != NULL && article->kind == THAW_ARTICLE_SUPPORT, NULL);

  self = g_object_new (THAW_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->settings = g_object_ref (settings);
  g_ptr_array_unref (self->articles);
  self->articles = thaw_library_search (library, &filter);
  choose (self, article);

  return self;
}
