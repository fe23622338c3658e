/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-filter-chips"

#include "config.h"
#include "widgets/journal-filter/thaw-filter-chips.h"

#include "widgets/journal-filter/thaw-filter-words.h"
#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n.h>

#define SPACING 6

/* What a button takes away. */
#define PART_KEY "thaw-filter-part"

/**
 * ThawFilterChips:
 *
 * What the journal is filtered by, in words, each part with a button that takes
 * it away. Invisible while there is no filter. A query is not shown: it stands in
 * the search entry.
 */
struct _ThawFilterChips
{
  GtkWidget parent_instance;

  ThawVocabulary *vocabulary;        /* (owned) (nullable) */
  ThawCopingCatalog *coping_catalog; /* (owned) (nullable) */
  ThawJournalFilter *filter;         /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawFilterChips, thaw_filter_chips, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
remove_all (ThawFilterChips *self)
{
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static void
on_clicked_cb (ThawFilterChips *self,
               GtkButton       *button)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_copy (self->filter);
  ThawFilterPart part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), PART_KEY));

  thaw_filter_clear_part (filter, part);
  thaw_filter_chips_set_filter (self, filter);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_chip (ThawFilterChips *self,
          ThawFilterPart   part,
          const char      *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);
  /* Translators: the name of a button that takes a filter away, as in “Remove the filter “with joy”” */
  g_autofree char *name = g_strdup_printf (_("Remove the filter “%s”"), words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "filter-chip");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), PART_KEY, GUINT_TO_POINTER (part));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
thaw_filter_chips_dispose (GObject *object)
{
  ThawFilterChips *self = THAW_FILTER_CHIPS (object);

  remove_all (self);
  g_clear_object (&self->vocabulary);
  g_clear_object (&self->coping_catalog);

  G_OBJECT_CLASS (thaw_filter_chips_parent_class)->dispose (object);
}

static void
thaw_filter_chips_finalize (GObject *object)
{
  ThawFilterChips *self = THAW_FILTER_CHIPS (object);

  g_clear_pointer (&self->filter, thaw_journal_filter_free);

  G_OBJECT_CLASS (thaw_filter_chips_parent_class)->finalize (object);
}

static void
thaw_filter_chips_class_init (ThawFilterChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_filter_chips_dispose;
  object_class->finalize = thaw_filter_chips_finalize;

  /**
   * ThawFilterChips::changed:
   *
   * The person took a part of the filter away.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_filter_chips_init (ThawFilterChips *self)
{
  self->filter = thaw_journal_filter_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), thaw_wrap_layout_new (SPACING));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
}

GtkWidget *
thaw_filter_chips_new (void)
{
  return g_object_new (THAW_TYPE_FILTER_CHIPS, NULL);
}

/**
 * thaw_filter_chips_set_catalogs:
 * @vocabulary: (nullable): the words for emotions
 * @coping_catalog: (nullable): the words for what was done
 *
 * To be called once, before there is a filter.
 */
void
thaw_filter_chips_set_catalogs (ThawFilterChips   *self,
                                ThawVocabulary    *vocabulary,
                                ThawCopingCatalog *coping_catalog)
{
  g_return_if_fail (THAW_IS_FILTER_CHIPS (self));

  g_set_object (&self->vocabulary, vocabulary);
  g_set_object (&self->coping_catalog, coping_catalog);
}

/**
 * thaw_filter_chips_get_filter:
 *
 * Returns: (transfer none): what is left of the filter
 */
const ThawJournalFilter *
thaw_filter_chips_get_filter (ThawFilterChips *self)
{
  g_return_val_if_fail (THAW_IS_FILTER_CHIPS (self), NULL);

  return self->filter;
}

/**
 * thaw_filter_chips_set_filter:
 * @filter: (nullable): the filter, %NULL for none
 *
 * Shows a filter.
 */
void
thaw_filter_chips_set_filter (ThawFilterChips         *self,
                              const ThawJournalFilter *filter)
{
  ThawJournalFilter *copy;

  g_return_if_fail (THAW_IS_FILTER_CHIPS (self));

  copy = thaw_journal_filter_copy (filter);
  thaw_journal_filter_free (self->filter);
  self->filter = copy;

  remove_all (self);
  for (int i = 0; i < THAW_N_FILTER_PARTS; i++)
    {
      g_autofree char *words = thaw_filter_part_to_words (copy, (ThawFilterPart) i, self->vocabulary,
                                                          self->coping_catalog);

      if (words != NULL)
        add_chip (self, (ThawFilterPart) i, words);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}
