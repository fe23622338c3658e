/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood-table"

#include "config.h"
#include "pages/insights/thaw-mood-table.h"

#include <glib/gi18n-lib.h>

#include "pages/insights/thaw-mood-row.h"
#include "thaw-mood-sessions.h"

/**
 * ThawMoodTable:
 *
 * What the mood chart shows, as a table to be read: by day, and by week, month or
 * year where there would be too many days. A row can be opened.
 *
 * Accessibility: a table with rows and cells; a narrow window scrolls it sideways.
 */
struct _ThawMoodTable
{
  AdwBin parent_instance;

  GtkColumnView *view;                               /* within the child */
  GtkColumnViewColumn *columns[THAW_MOOD_ROW_N_FIELDS]; /* owned by the view */
  GListStore *rows;                                  /* (owned) (element-type ThawMoodRow) */
  ThawMoodGrouping grouping;
};

G_DEFINE_FINAL_TYPE (ThawMoodTable, thaw_mood_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_GROUP_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_time_title (ThawMoodGrouping grouping)
{
  switch (grouping)
    {
    case THAW_MOOD_BY_DAY:
      return C_("table", "Day");
    case THAW_MOOD_BY_WEEK:
      return C_("table", "Week");
    case THAW_MOOD_BY_MONTH:
      return C_("table", "Month");
    case THAW_MOOD_BY_YEAR:
      return C_("table", "Year");
    default:
      g_return_val_if_reached ("");
    }
}

static gboolean
is_number (ThawMoodRowField field)
{
  return field == THAW_MOOD_ROW_ENTRIES || field == THAW_MOOD_ROW_SESSIONS;
}

static void
on_cell_set_up_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *item,
                   gpointer                  user_data)
{
  ThawMoodRowField field = GPOINTER_TO_UINT (user_data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), is_number (field) ? 1.0f : 0.0f);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (is_number (field))
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_cell_bound_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  user_data)
{
  ThawMoodRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = thaw_mood_row_dup_text (row, GPOINTER_TO_UINT (user_data));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkColumnViewColumn *
add_column (ThawMoodTable    *self,
            ThawMoodRowField  field,
            const char       *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_set_up_cb), GUINT_TO_POINTER (field));
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), GUINT_TO_POINTER (field));

  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, !is_number (field));
  gtk_column_view_append_column (self->view, column);

  /* The view holds it from now on. */
  return column;
}

static void
on_view_activated_cb (ThawMoodTable *self,
                      guint          position)
{
  g_autoptr (ThawMoodRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_GROUP_ACTIVATED], 0,
                   thaw_mood_row_get_group (row)->first_day, (guint) self->grouping);
}

static void
thaw_mood_table_dispose (GObject *object)
{
  ThawMoodTable *self = THAW_MOOD_TABLE (object);

  g_clear_object (&self->rows);

  G_OBJECT_CLASS (thaw_mood_table_parent_class)->dispose (object);
}

static void
thaw_mood_table_class_init (ThawMoodTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_mood_table_dispose;

  /**
   * ThawMoodTable::group-activated:
   * @first_day: (type gint): the ThawDay on which the row's time begins
   * @grouping: (type guint): the ThawMoodGrouping: what kind of time it is
   *
   * Somebody wants to see more of the row.
   */
  signals[SIGNAL_GROUP_ACTIVATED] = g_signal_new ("group-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);
}

static void
thaw_mood_table_init (ThawMoodTable *self)
{
  GtkWidget *scrolled_window = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;

  /* So that its corners are as round as CSS says. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->rows = g_list_store_new (THAW_TYPE_MOOD_ROW);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  /* Translators: what a screen reader calls the table beside the mood chart */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the chart shows, as a table"),
                                  -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_view_activated_cb), self);

  self->columns[THAW_MOOD_ROW_TIME] = add_column (self, THAW_MOOD_ROW_TIME, get_time_title (self->grouping));
  self->columns[THAW_MOOD_ROW_FEELING] = add_column (self, THAW_MOOD_ROW_FEELING,
                                                     /* Translators: over a column: how much could be felt */
                                                     C_("table", "Feeling"));
  self->columns[THAW_MOOD_ROW_VALENCE] = add_column (self, THAW_MOOD_ROW_VALENCE,
                                                     /* Translators: over a column: how pleasant it was */
                                                     C_("table", "Pleasantness"));
  self->columns[THAW_MOOD_ROW_ENTRIES] = add_column (self, THAW_MOOD_ROW_ENTRIES,
                                                     /* Translators: over a column: how many entries there are */
                                                     C_("table", "Entries"));
  self->columns[THAW_MOOD_ROW_SESSIONS] = add_column (self, THAW_MOOD_ROW_SESSIONS,
                                                      /* Translators: over a column: how often something was practised
                                                       * or done, as breathing, or going for a walk */
                                                      C_("table", "Practices"));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled_window), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled_window), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled_window);
}

/**
 * thaw_mood_table_get_rows:
 *
 * Returns: (transfer none): a list of #ThawMoodRow, the earliest first
 */
GListModel *
thaw_mood_table_get_rows (ThawMoodTable *self)
{
  g_return_val_if_fail (THAW_IS_MOOD_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * thaw_mood_table_set_series:
 * @series: what to show
 * @grouping: how to put the days together
 *
 * Where nothing was practised or done there is no column for it.
 */
void
thaw_mood_table_set_series (ThawMoodTable    *self,
                            ThawMoodSeries   *series,
                            ThawMoodGrouping  grouping)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) groups = NULL;

  g_return_if_fail (THAW_IS_MOOD_TABLE (self));
  g_return_if_fail (series != NULL);

  groups = thaw_mood_series_group (series, grouping, thaw_day_get_first_weekday ());
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (rows, thaw_mood_row_new (&g_array_index (groups, ThawMoodGroup, i), grouping));

  self->grouping = grouping;
  gtk_column_view_column_set_visible (self->columns[THAW_MOOD_ROW_SESSIONS],
                                      thaw_mood_series_get_n_sessions (series) > 0);
  gtk_column_view_column_set_title (self->columns[THAW_MOOD_ROW_TIME], get_time_title (grouping));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}
