/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-tile"

#include "config.h"
#include "pages/journal/thaw-entry-tile.h"

#include "pages/journal/thaw-entry-face.h"
#include "pages/journal/thaw-entry-words.h"

#define MIN_WIDTH 200
#define NATURAL_WIDTH 560

/**
 * ThawEntryTile:
 *
 * An entry in the list of the journal, with the day as a heading above it if it
 * is the first of one.
 *
 * A list view makes some two hundred rows before it shows anything, so the tile
 * is one widget (and one for the background) that makes its Pango layouts only
 * when it is drawn. Its height follows from the font and from what there is to
 * show, by the mean width of a character, without laying out a text.
 *
 * # CSS nodes
 *
 * `entrytile` with a child `box.entry-card`, the background.
 *
 * # Accessibility
 *
 * The whole entry in sentences is the name of the tile, and of the row around it,
 * which is what has the focus.
 */
struct _ThawEntryTile
{
  GtkWidget parent_instance;

  GtkWidget *card;                   /* (owned by the widget tree) */
  ThawVocabulary *vocabulary;        /* (owned) (nullable) */
  ThawCopingCatalog *coping_catalog; /* (owned) (nullable) */
  ThawEntryFace *face;               /* (owned): all but the card */
};

G_DEFINE_FINAL_TYPE (ThawEntryTile, thaw_entry_tile, GTK_TYPE_WIDGET)

enum
{
  PROP_SUMMARY = 1,
  PROP_HEADING,
  PROP_VOCABULARY,
  PROP_COPING_CATALOG,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
thaw_entry_tile_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (widget);

  if (thaw_entry_face_get_summary (self->face) == NULL)
    return;

  gtk_widget_snapshot_child (widget, self->card, snapshot);
  thaw_entry_face_snapshot (self->face, snapshot);
}

static void
thaw_entry_tile_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = *natural = thaw_entry_face_get_height (self->face, for_size < 0 ? NATURAL_WIDTH : for_size);
    }
}

static GtkSizeRequestMode
thaw_entry_tile_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
thaw_entry_tile_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (widget);
  int y = thaw_entry_face_get_card_y (self->face);
  const GtkAllocation card = { 0, y, width, height - y - THAW_ENTRY_FACE_CARD_GAP };

  thaw_entry_face_clear_layouts (self->face);
  gtk_widget_size_allocate (self->card, &card, -1);
}

static void
refresh_style (ThawEntryTile *self)
{
  /* Most changes of style are of colour. */
  if (thaw_entry_face_refresh_style (self->face))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
thaw_entry_tile_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (thaw_entry_tile_parent_class)->css_changed (widget, change);

  refresh_style (THAW_ENTRY_TILE (widget));
}

static void
thaw_entry_tile_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (thaw_entry_tile_parent_class)->system_setting_changed (widget, setting);

  refresh_style (THAW_ENTRY_TILE (widget));
}

static void
thaw_entry_tile_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (thaw_entry_tile_parent_class)->direction_changed (widget, previous);

  refresh_style (THAW_ENTRY_TILE (widget));
}

static void
thaw_entry_tile_constructed (GObject *object)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  G_OBJECT_CLASS (thaw_entry_tile_parent_class)->constructed (object);

  self->face = thaw_entry_face_new (GTK_WIDGET (self), self->vocabulary, self->coping_catalog);
}

static void
thaw_entry_tile_dispose (GObject *object)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  thaw_entry_face_set_summary (self->face, NULL);

  G_OBJECT_CLASS (thaw_entry_tile_parent_class)->dispose (object);
}

static void
thaw_entry_tile_finalize (GObject *object)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  g_clear_pointer (&self->face, thaw_entry_face_free);
  g_clear_object (&self->vocabulary);
  g_clear_object (&self->coping_catalog);

  G_OBJECT_CLASS (thaw_entry_tile_parent_class)->finalize (object);
}

static void
thaw_entry_tile_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  switch (prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_object (value, thaw_entry_face_get_summary (self->face));
      break;

    case PROP_HEADING:
      g_value_set_string (value, thaw_entry_face_get_heading (self->face));
      break;

    case PROP_VOCABULARY:
      g_value_set_object (value, self->vocabulary);
      break;

    case PROP_COPING_CATALOG:
      g_value_set_object (value, self->coping_catalog);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_entry_tile_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ThawEntryTile *self = THAW_ENTRY_TILE (object);

  switch (prop_id)
    {
    case PROP_SUMMARY:
      thaw_entry_tile_set_summary (self, g_value_get_object (value));
      break;

    case PROP_HEADING:
      thaw_entry_tile_set_heading (self, g_value_get_string (value));
      break;

    case PROP_VOCABULARY:
      self->vocabulary = g_value_dup_object (value);
      break;

    case PROP_COPING_CATALOG:
      self->coping_catalog = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_entry_tile_class_init (ThawEntryTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_entry_tile_constructed;
  object_class->dispose = thaw_entry_tile_dispose;
  object_class->finalize = thaw_entry_tile_finalize;
  object_class->get_property = thaw_entry_tile_get_property;
  object_class->set_property = thaw_entry_tile_set_property;

  widget_class->snapshot = thaw_entry_tile_snapshot;
  widget_class->measure = thaw_entry_tile_measure;
  widget_class->get_request_mode = thaw_entry_tile_get_request_mode;
  widget_class->size_allocate = thaw_entry_tile_size_allocate;
  widget_class->css_changed = thaw_entry_tile_css_changed;
  widget_class->system_setting_changed = thaw_entry_tile_system_setting_changed;
  widget_class->direction_changed = thaw_entry_tile_direction_changed;

  properties[PROP_SUMMARY] =
    g_param_spec_object ("summary", NULL, NULL, THAW_TYPE_ENTRY_SUMMARY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADING] =
    g_param_spec_string ("heading", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * ThawEntryTile:vocabulary:
   *
   * The words for emotions; without it, their slugs are shown.
   */
  properties[PROP_VOCABULARY] =
    g_param_spec_object ("vocabulary", NULL, NULL, THAW_TYPE_VOCABULARY,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * ThawEntryTile:coping-catalog:
   *
   * The words for what was done; without it, slugs are shown.
   */
  properties[PROP_COPING_CATALOG] =
    g_param_spec_object ("coping-catalog", NULL, NULL, THAW_TYPE_COPING_CATALOG,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "entrytile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
thaw_entry_tile_init (ThawEntryTile *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->card, "entry-card");
  gtk_widget_set_can_target (self->card, FALSE);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

/**
 * thaw_entry_tile_new:
 * @vocabulary: (nullable): the words for emotions
 * @coping_catalog: (nullable): the words for what was done
 *
 * Returns: (transfer floating): a tile without an entry
 */
GtkWidget *
thaw_entry_tile_new (ThawVocabulary    *vocabulary,
                     ThawCopingCatalog *coping_catalog)
{
  return g_object_new (THAW_TYPE_ENTRY_TILE,
                       "vocabulary", vocabulary,
                       "coping-catalog", coping_catalog,
                       NULL);
}

/**
 * thaw_entry_tile_get_summary:
 *
 * Returns: (transfer none) (nullable): the entry that is shown
 */
ThawEntrySummary *
thaw_entry_tile_get_summary (ThawEntryTile *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_TILE (self), NULL);

  return thaw_entry_face_get_summary (self->face);
}

static void
update_name (ThawEntryTile *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *sentences = thaw_entry_words_describe (thaw_entry_face_get_summary (self->face), self->vocabulary,
                                                          self->coping_catalog);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentences, -1);

  /* A list view's row, which has the focus, does not take its name from what is in it. */
  if (row != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentences, -1);
}

/**
 * thaw_entry_tile_set_summary:
 * @summary: (nullable): an entry
 *
 * Shows an entry.
 */
void
thaw_entry_tile_set_summary (ThawEntryTile    *self,
                             ThawEntrySummary *summary)
{
  ThawEntrySummary *former;

  g_return_if_fail (THAW_IS_ENTRY_TILE (self));
  g_return_if_fail (summary == NULL || THAW_IS_ENTRY_SUMMARY (summary));

  former = thaw_entry_face_get_summary (self->face);
  if (former == summary || (former != NULL && summary != NULL && thaw_entry_summary_equal (former, summary)))
    return;

  thaw_entry_face_set_summary (self->face, summary);
  if (summary != NULL)
    update_name (self);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/**
 * thaw_entry_tile_get_heading:
 *
 * Returns: (transfer none) (nullable): the day above the entry
 */
const char *
thaw_entry_tile_get_heading (ThawEntryTile *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_TILE (self), NULL);

  return thaw_entry_face_get_heading (self->face);
}

/**
 * thaw_entry_tile_set_heading:
 * @heading: (nullable): a day in words if the entry is the first of it
 *
 * Sets what stands above the entry.
 */
void
thaw_entry_tile_set_heading (ThawEntryTile *self,
                             const char    *heading)
{
  g_return_if_fail (THAW_IS_ENTRY_TILE (self));

  if (g_strcmp0 (thaw_entry_face_get_heading (self->face), heading) == 0)
    return;

  thaw_entry_face_set_heading (self->face, heading);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}
