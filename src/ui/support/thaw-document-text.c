/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-document-text"

#include "config.h"
#include "support/thaw-document-text.h"

#include "thaw-text-hits.h"

#define BULLET "•"

/* All that can be looked for is marked, and what is shown just now is marked and underlined. Dark letters on a light
 * ground, in either style. */
#define HIT_GROUND     0xf9f9, 0xf0f0, 0x6b6b
#define CURRENT_GROUND 0xffff, 0xbebe, 0x6f6f

/**
 * ThawDocumentText:
 *
 * The words of a document, one below the other: its title and headings, paragraphs, lists.
 * Links may be followed with the keyboard; words may be looked for.
 *
 * CSS: a node `document-text`; a label has the class of what it is.
 */
struct _ThawDocumentText
{
  GtkBox parent_instance;

  GPtrArray *labels;   /* (owned) (element-type GtkLabel): not owned, those in which words may be looked for */
  GPtrArray *bullets;  /* (owned) (element-type GtkLabel): not owned */
  double zoom;
  GArray *hits;        /* (owned) (element-type Hit) */
  guint current;       /* which of them is marked, G_MAXUINT for none */
};

G_DEFINE_FINAL_TYPE (ThawDocumentText, thaw_document_text, GTK_TYPE_BOX)

enum
{
  SIGNAL_LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Something that was found. */
typedef struct
{
  guint label;
  ThawTextHit place;
} Hit;

static void
add_attribute (PangoAttrList     *attributes,
               PangoAttribute    *attribute,
               const ThawTextHit *place)
{
  attribute->start_index = place->start;
  attribute->end_index = place->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark (PangoAttrList     *attributes,
      const ThawTextHit *place,
      gboolean           is_current)
{
  add_attribute (attributes,
                 is_current ? pango_attr_background_new (CURRENT_GROUND) : pango_attr_background_new (HIT_GROUND),
                 place);
  add_attribute (attributes, pango_attr_foreground_new (0, 0, 0), place);
  if (is_current)
    add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE), place);
}

static void
update_attributes (ThawDocumentText *self)
{
  guint hit = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (self->zoom));
      for (; hit < self->hits->len && g_array_index (self->hits, Hit, hit).label == i; hit++)
        mark (attributes, &g_array_index (self->hits, Hit, hit).place, hit == self->current);
      gtk_label_set_attributes (g_ptr_array_index (self->labels, i), attributes);
      pango_attr_list_unref (attributes);
    }
}

static void
scale_bullets (ThawDocumentText *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (self->zoom));
  for (guint i = 0; i < self->bullets->len; i++)
    gtk_label_set_attributes (g_ptr_array_index (self->bullets, i), attributes);
  pango_attr_list_unref (attributes);
}

static gboolean
on_activate_link_cb (ThawDocumentText *self,
                     const char       *target)
{
  /* Whoever follows it may take this text away. */
  g_autofree char *copy = g_strdup (target);

  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, copy);

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_label (ThawDocumentText   *self,
              GtkAccessibleRole   role,
              const ThawRichText *text,
              const char         *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "hexpand", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   NULL);

  if (text->links->len > 0)
    {
      g_autofree char *markup = thaw_rich_text_dup_markup (text);

      gtk_label_set_markup (GTK_LABEL (label), markup);
      g_signal_connect_object (label, "activate-link", G_CALLBACK (on_activate_link_cb), self, G_CONNECT_SWAPPED);
    }
  else
    gtk_label_set_text (GTK_LABEL (label), text->plain);

  gtk_widget_add_css_class (label, css_class);
  g_ptr_array_add (self->labels, label);

  return label;
}

static GtkWidget *
create_heading (ThawDocumentText   *self,
                const ThawRichText *text,
                const char         *css_class,
                int                 level)
{
  GtkWidget *label = create_label (self, GTK_ACCESSIBLE_ROLE_HEADING, text, css_class);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);

  return label;
}

static GtkWidget *
create_item (ThawDocumentText   *self,
             const ThawRichText *text)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "spacing", 9,
                                  NULL);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "label", BULLET,
                                    "valign", GTK_ALIGN_START,
                                    NULL);

  gtk_accessible_update_state (GTK_ACCESSIBLE (bullet), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (bullet, "item");
  g_ptr_array_add (self->bullets, bullet);
  gtk_box_append (GTK_BOX (item), bullet);
  gtk_box_append (GTK_BOX (item), create_label (self, GTK_ACCESSIBLE_ROLE_LABEL, text, "item"));

  return item;
}

/* Named by the heading above it: GTK 4.8 would call it by its class. */
static GtkWidget *
create_list (const char *name)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (list, "items");

  return list;
}

static void
add_blocks (ThawDocumentText   *self,
            const ThawDocument *document)
{
  const char *heading = document->title;
  GtkWidget *list = NULL;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ThawBlock *block = g_ptr_array_index (document->blocks, i);

      switch (block->kind)
        {
        case THAW_BLOCK_HEADING:
          heading = block->text->plain;
          gtk_box_append (GTK_BOX (self), create_heading (self, block->text, "section", 2));
          break;
        case THAW_BLOCK_PARAGRAPH:
          gtk_box_append (GTK_BOX (self), create_label (self, GTK_ACCESSIBLE_ROLE_LABEL, block->text, "paragraph"));
          break;
        case THAW_BLOCK_ITEM:
          if (list == NULL)
            {
              list = create_list (heading);
              gtk_box_append (GTK_BOX (self), list);
            }
          gtk_box_append (GTK_BOX (list), create_item (self, block->text));
          continue;
        case THAW_BLOCK_SOURCE:
          gtk_box_append (GTK_BOX (self), create_label (self, GTK_ACCESSIBLE_ROLE_LABEL, block->text, "source"));
          break;
        case THAW_BLOCK_NOTE:
          gtk_box_append (GTK_BOX (self), create_label (self, GTK_ACCESSIBLE_ROLE_LABEL, block->text, "note"));
          break;
        case THAW_BLOCK_BLANK:
          /* It is for a pen. */
          break;
        default:
          g_assert_not_reached ();
        }

      list = NULL;
    }
}

static void
forget_hits (ThawDocumentText *self)
{
  g_array_set_size (self->hits, 0);
  self->current = G_MAXUINT;
}

static void
thaw_document_text_finalize (GObject *object)
{
  ThawDocumentText *self = THAW_DOCUMENT_TEXT (object);

  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->bullets);
  g_array_unref (self->hits);

  G_OBJECT_CLASS (thaw_document_text_parent_class)->finalize (object);
}

static void
thaw_document_text_class_init (ThawDocumentTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_document_text_finalize;

  /**
   * ThawDocumentText::link-activated:
   * @target: where it leads, as `article:cbt`
   *
   * The person follows a link.
   */
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "document-text");
}

static void
thaw_document_text_init (ThawDocumentText *self)
{
  self->labels = g_ptr_array_new ();
  self->bullets = g_ptr_array_new ();
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->zoom = 1;
  self->current = G_MAXUINT;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * thaw_document_text_new:
 *
 * Returns: (transfer floating): a text without words in it yet
 */
GtkWidget *
thaw_document_text_new (void)
{
  return g_object_new (THAW_TYPE_DOCUMENT_TEXT, NULL);
}

/**
 * thaw_document_text_set_document:
 * @document: what to show; not needed any more afterwards. An empty title is not shown.
 */
void
thaw_document_text_set_document (ThawDocumentText   *self,
                                 const ThawDocument *document)
{
  GtkWidget *child;

  g_return_if_fail (THAW_IS_DOCUMENT_TEXT (self));
  g_return_if_fail (document != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->bullets, 0);
  forget_hits (self);

  if (document->title[0] != '\0')
    {
      g_autoptr (ThawRichText) title = thaw_rich_text_new (document->title);

      gtk_box_append (GTK_BOX (self), create_heading (self, title, "title-1", 1));
    }
  add_blocks (self, document);
  update_attributes (self);
  scale_bullets (self);
}

/**
 * thaw_document_text_set_zoom:
 * @zoom: how large letters are, 1 as others
 */
void
thaw_document_text_set_zoom (ThawDocumentText *self,
                             double            zoom)
{
  g_return_if_fail (THAW_IS_DOCUMENT_TEXT (self));
  g_return_if_fail (zoom > 0);

  self->zoom = zoom;
  update_attributes (self);
  scale_bullets (self);
}

/**
 * thaw_document_text_find:
 * @query: what to look for; nothing is found by white space
 *
 * Marks every place where @query stands.
 *
 * Returns: how many there are
 */
guint
thaw_document_text_find (ThawDocumentText *self,
                         const char       *query)
{
  g_return_val_if_fail (THAW_IS_DOCUMENT_TEXT (self), 0);
  g_return_val_if_fail (query != NULL, 0);

  forget_hits (self);
  for (guint i = 0; i < self->labels->len; i++)
    {
      g_autoptr (GArray) places = thaw_text_find_hits (gtk_label_get_text (g_ptr_array_index (self->labels, i)),
                                                       query);

      for (guint j = 0; j < places->len; j++)
        {
          Hit hit = { i, g_array_index (places, ThawTextHit, j) };

          g_array_append_val (self->hits, hit);
        }
    }
  update_attributes (self);

  return self->hits->len;
}

/**
 * thaw_document_text_mark_hit:
 * @index: one of those that were found, from 0 on
 *
 * Marks it more than the others.
 */
void
thaw_document_text_mark_hit (ThawDocumentText *self,
                             guint             index)
{
  g_return_if_fail (THAW_IS_DOCUMENT_TEXT (self));
  g_return_if_fail (index < self->hits->len);

  self->current = index;
  update_attributes (self);
}

/**
 * thaw_document_text_get_hit_y:
 * @index: one of those that were found, from 0 on
 * @out_y: (out): how far below the top of this widget it is
 *
 * Returns: whether that is known, as it is once the text is on the screen
 */
gboolean
thaw_document_text_get_hit_y (ThawDocumentText *self,
                              guint             index,
                              double           *out_y)
{
  const Hit *hit;
  GtkLabel *label;
  PangoRectangle place;
  double y;
  int layout_y;

  g_return_val_if_fail (THAW_IS_DOCUMENT_TEXT (self), FALSE);
  g_return_val_if_fail (index < self->hits->len, FALSE);

  hit = &g_array_index (self->hits, Hit, index);
  label = g_ptr_array_index (self->labels, hit->label);
  pango_layout_index_to_pos (gtk_label_get_layout (label), (int) hit->place.start, &place);
  gtk_label_get_layout_offsets (label, NULL, &layout_y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (label), GTK_WIDGET (self), 0, layout_y, NULL, &y))
    return FALSE;

  *out_y = y + pango_units_to_double (place.y);

  return TRUE;
}

/**
 * thaw_document_text_focus_link:
 * @y: how far below the top of this widget
 *
 * Goes to the first link that is not above @y.
 *
 * Returns: whether there is one
 */
gboolean
thaw_document_text_focus_link (ThawDocumentText *self,
                               double            y)
{
  g_return_val_if_fail (THAW_IS_DOCUMENT_TEXT (self), FALSE);

  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (self->labels, i);
      double bottom;

      /* Labels with links alone can be focused. */
      if (gtk_widget_get_focusable (label) &&
          gtk_widget_translate_coordinates (label, GTK_WIDGET (self), 0, gtk_widget_get_height (label), NULL,
                                            &bottom) &&
          bottom > y)
        return gtk_widget_child_focus (label, GTK_DIR_TAB_FORWARD);
    }

  return FALSE;
}
