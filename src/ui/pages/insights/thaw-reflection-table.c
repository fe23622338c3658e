/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-table"

#include "config.h"
#include "pages/insights/thaw-reflection-table.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"
#include "thaw-reflection-words.h"

/* The first column is the day; the areas follow, and the note is the last. */
#define COLUMN_DAY  0
#define COLUMN_NOTE (THAW_N_REFLECTION_AREAS + 1)
#define N_COLUMNS   (THAW_N_REFLECTION_AREAS + 2)

/**
 * ThawReflectionTable:
 *
 * What the chart of reflections shows, as a table to be read. A row can be opened.
 *
 * Accessibility: a table with rows and cells; a narrow window scrolls it sideways.
 */
struct _ThawReflectionTable
{
  AdwBin parent_instance;

  GtkStringList *uuids;   /* (owned): the rows */
  GPtrArray *reflections; /* (owned) (nullable) (element-type ThawReflection): of the rows, and of other times */
  guint first;            /* which of them the first row is */
};

G_DEFINE_FINAL_TYPE (ThawReflectionTable, thaw_reflection_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (const ThawReflection *reflection,
          guint                 column)
{
  ThawReflectionArea area;

  if (column == COLUMN_DAY)
    return thaw_day_to_short_words (reflection->moment.day, THAW_DAY_NONE);
  if (column == COLUMN_NOTE)
    return g_strdup (reflection->note);

  area = (ThawReflectionArea) (column - 1);

  return thaw_reflection_format_level (area, reflection->levels[area]);
}

static void
on_cell_set_up_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *item,
                   gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (GPOINTER_TO_UINT (user_data) == COLUMN_NOTE)
    gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_list_item_set_child (item, label);
}

static void
on_cell_bound_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *self = gtk_widget_get_ancestor (label, THAW_TYPE_REFLECTION_TABLE);
  g_autofree char *text = NULL;

  text = dup_text (g_ptr_array_index (THAW_REFLECTION_TABLE (self)->reflections,
                                      THAW_REFLECTION_TABLE (self)->first + gtk_list_item_get_position (item)),
                   GPOINTER_TO_UINT (user_data));
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
add_column (GtkColumnView *view,
            guint          column,
            const char    *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_set_up_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (view_column, column == COLUMN_NOTE);
  gtk_column_view_append_column (view, view_column);
}

static void
on_view_activated_cb (ThawReflectionTable *self,
                      guint                position)
{
  const char *uuid = gtk_string_list_get_string (self->uuids, position);

  if (uuid != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, uuid);
}

static void
thaw_reflection_table_dispose (GObject *object)
{
  ThawReflectionTable *self = THAW_REFLECTION_TABLE (object);

  /* The cells first, which look at what is let go of after them. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->uuids);
  g_clear_pointer (&self->reflections, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_reflection_table_parent_class)->dispose (object);
}

static void
thaw_reflection_table_class_init (ThawReflectionTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_reflection_table_dispose;

  /**
   * ThawReflectionTable::activated:
   * @uuid: whose row it is
   *
   * Somebody wants to see that reflection.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
thaw_reflection_table_init (ThawReflectionTable *self)
{
  GtkWidget *scrolled_window = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;
  GtkColumnView *view;

  /* So that its corners are as round as CSS says. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->uuids = gtk_string_list_new (NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->uuids))));
  view = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  gtk_column_view_set_show_row_separators (view, TRUE);
  gtk_column_view_set_single_click_activate (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  /* Translators: what a screen reader calls the table beside a chart */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Looks at numbness, as a table"),
                                  -1);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (on_view_activated_cb), self);

  add_column (view, COLUMN_DAY, C_("table", "Day"));
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    add_column (view, (guint) i + 1, thaw_reflection_area_get_title ((ThawReflectionArea) i));
  add_column (view, COLUMN_NOTE,
              /* Translators: over a column: what was written beside the answers */
              C_("table", "Note"));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled_window), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled_window), GTK_WIDGET (view));
  adw_bin_set_child (ADW_BIN (self), scrolled_window);
}

/**
 * thaw_reflection_table_get_rows:
 *
 * Returns: (transfer none): a list of #GtkStringObject, the UUIDs of what is shown
 */
GListModel *
thaw_reflection_table_get_rows (ThawReflectionTable *self)
{
  g_return_val_if_fail (THAW_IS_REFLECTION_TABLE (self), NULL);

  return G_LIST_MODEL (self->uuids);
}

/**
 * thaw_reflection_table_set_reflections:
 * @reflections: (element-type ThawReflection): all of them, the oldest first, not
 *   to be changed any more
 * @period: of which time they are shown
 */
void
thaw_reflection_table_set_reflections (ThawReflectionTable *self,
                                       GPtrArray           *reflections,
                                       const ThawPeriod    *period)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uuids = NULL;

  g_return_if_fail (THAW_IS_REFLECTION_TABLE (self));
  g_return_if_fail (reflections != NULL && period != NULL);

  /* The rows first, which look at what is let go of after them. */
  gtk_string_list_splice (self->uuids, 0, g_list_model_get_n_items (G_LIST_MODEL (self->uuids)), NULL);

  g_ptr_array_ref (reflections);
  g_clear_pointer (&self->reflections, g_ptr_array_unref);
  self->reflections = reflections;
  self->first = 0;
  for (guint i = 0; i < reflections->len; i++)
    {
      const ThawReflection *reflection = g_ptr_array_index (reflections, i);

      if (reflection->moment.day < period->first)
        self->first = i + 1;
      else if (reflection->moment.day <= period->last)
        g_strv_builder_add (builder, reflection->uuid);
    }

  uuids = g_strv_builder_end (builder);
  gtk_string_list_splice (self->uuids, 0, 0, (const char *const *) uuids);
}
