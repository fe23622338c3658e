/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-word-view"

#include "config.h"
#include "widgets/picker/thaw-word-view.h"

#include <glib/gi18n-lib.h>

#include "thaw-emotion.h"
#include "widgets/picker/thaw-word-row.h"
#include "widgets/thaw-heading.h"

/* What fills most windows is made at once, the rest after that was drawn, so that neither opening nor a key waits for
 * it. */
#define N_FIRST_ROWS 8
#define N_ROWS_A_TIME 6

/**
 * ThawWordView:
 *
 * The words of some sections, one below the other, with a heading above each
 * section. At most one of the words is expanded.
 *
 * Keyboard: Return and Space choose, 1, 2 and 3 say how strongly, 0 and Delete
 * take back; Right expands a word, Left collapses it.
 *
 * Accessibility: a list. CSS: a node `word-view`.
 */
struct _ThawWordView
{
  GtkWidget parent_instance;

  GtkListBox *list_box;
  GQueue retired;          /* (element-type GtkListBox): lists that are not shown any more, on their way out */

  ThawWordList *list;      /* (owned) (nullable): has the words */
  GPtrArray *sections;     /* (unowned) (nullable) (element-type ThawWordSection): what is shown; of the list box */
  GHashTable *intensities; /* (owned) (key-type utf8) (value-type int): of the words that are chosen */
  guint section_at;        /* the section of the next row to be made … */
  guint word_at;           /* … and its place in it */
  guint grow_tick;         /* 0 if no frame is waited for before the other rows are made … */
  guint grow_source;       /* … and 0 if none are being made now */
  guint retire_source;     /* 0 if no list is on its way out */
  ThawWordRow *expanded;   /* (unowned) (nullable): one of the rows */
};

G_DEFINE_FINAL_TYPE (ThawWordView, thaw_word_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One word at a time, or the list would be all text. */
static void
on_row_expanded_cb (ThawWordView *self,
                    GParamSpec        *pspec,
                    ThawWordRow       *row)
{
  ThawWordRow *before = self->expanded;

  if (!thaw_word_row_get_expanded (row))
    {
      if (before == row)
        self->expanded = NULL;
      return;
    }

  self->expanded = row;
  if (before != NULL)
    thaw_word_row_set_expanded (before, FALSE);
}

static void
add_row (ThawWordView *self)
{
  const ThawWordSection *section = g_ptr_array_index (self->sections, self->section_at);
  const ThawWord *word = g_ptr_array_index (section->words, self->word_at);
  GtkWidget *row = thaw_word_row_new (self->list, word, section);
  GtkWidget *header;

  thaw_word_row_set_intensity (THAW_WORD_ROW (row),
                               GPOINTER_TO_INT (g_hash_table_lookup (self->intensities, word->slug)));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_row_expanded_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);

  /* A screen reader reads the children in their order, in which the list puts its headers last. */
  header = gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row));
  if (header != NULL)
    gtk_widget_insert_before (header, GTK_WIDGET (self->list_box), row);

  if (++self->word_at == section->words->len)
    {
      self->section_at++;
      self->word_at = 0;
    }
}

static gboolean
add_rows (ThawWordView *self,
          guint              n_rows)
{
  for (guint i = 0; i < n_rows && self->section_at < self->sections->len; i++)
    add_row (self);

  return self->section_at < self->sections->len;
}

static gboolean
on_grow_cb (gpointer user_data)
{
  ThawWordView *self = THAW_WORD_VIEW (user_data);

  if (add_rows (self, N_ROWS_A_TIME))
    return G_SOURCE_CONTINUE;

  self->grow_source = 0;

  return G_SOURCE_REMOVE;
}

static const char *
get_section_title (const ThawWordSection *section)
{
  switch (section->kind)
    {
    case THAW_WORD_SECTION_RECENT:
      /* Translators: a heading above the words that were used in the last days */
      return _("Lately");
    case THAW_WORD_SECTION_FREQUENT:
      /* Translators: a heading above the words that are used most */
      return _("Often");
    case THAW_WORD_SECTION_FAMILY:
      return section->family->name;
    case THAW_WORD_SECTION_OWN:
      return _("Your Own Words");
    case THAW_WORD_SECTION_FOUND:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  const ThawWordSection *section = thaw_word_row_get_section (THAW_WORD_ROW (row));
  const char *title = get_section_title (section);
  GtkWidget *header;

  if (title == NULL || (before != NULL && thaw_word_row_get_section (THAW_WORD_ROW (before)) == section))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (header, "word-section");
  gtk_box_append (GTK_BOX (header), thaw_heading_new (title, 2, "heading"));
  if (section->family != NULL)
    {
      GtkWidget *about = gtk_label_new (section->family->about);

      gtk_label_set_wrap (GTK_LABEL (about), TRUE);
      gtk_label_set_xalign (GTK_LABEL (about), 0);
      gtk_widget_add_css_class (about, "dim-label");
      gtk_widget_add_css_class (about, "caption");
      gtk_box_append (GTK_BOX (header), about);
    }
  gtk_list_box_row_set_header (row, header);
}

static void
choose (ThawWordView *self,
        ThawWordRow  *row,
        int           intensity)
{
  if (thaw_word_row_get_intensity (row) != intensity)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, thaw_word_row_get_word (row)->slug, intensity);
}

static void
on_row_activated_cb (ThawWordView *self,
                     ThawWordRow  *row)
{
  choose (self, row, thaw_word_row_get_intensity (row) == 0 ? THAW_EMOTION_MIN_INTENSITY : 0);
}

static ThawWordRow *
get_focus_row (ThawWordView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_box)))
    return NULL;

  return THAW_IS_WORD_ROW (focus) ? THAW_WORD_ROW (focus)
                                  : THAW_WORD_ROW (gtk_widget_get_ancestor (focus, THAW_TYPE_WORD_ROW));
}

static gboolean
expand (ThawWordRow *row,
        gboolean     is_expanded)
{
  /* In a button of the row, Left and Right are for going from one to the next. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL)
    return GDK_EVENT_PROPAGATE;

  thaw_word_row_set_expanded (row, is_expanded);

  return GDK_EVENT_STOP;
}

static gboolean
on_key_captured_cb (ThawWordView    *self,
                    guint            keyval,
                    guint            keycode,
                    GdkModifierType  state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  ThawWordRow *row = get_focus_row (self);

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_0:
    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
      choose (self, row, (int) (keyval - GDK_KEY_0));
      return GDK_EVENT_STOP;
    case GDK_KEY_KP_0:
    case GDK_KEY_KP_1:
    case GDK_KEY_KP_2:
    case GDK_KEY_KP_3:
      choose (self, row, (int) (keyval - GDK_KEY_KP_0));
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      choose (self, row, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return expand (row, !is_rtl);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return expand (row, is_rtl);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The last one is in a family, where the words around it are those that are alike. */
static ThawWordRow *
find_last_row (ThawWordView *self,
               const char        *slug)
{
  ThawWordRow *found = NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    {
      if (g_str_equal (thaw_word_row_get_word (THAW_WORD_ROW (row))->slug, slug))
        found = THAW_WORD_ROW (row);
    }

  return found;
}

static GtkListBox *
create_list_box (ThawWordView *self)
{
  GtkListBox *list_box = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list_box, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (list_box, update_header_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Words"), -1);
  g_signal_connect_object (list_box, "row-activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (list_box), GTK_WIDGET (self));

  return list_box;
}

static gboolean
on_retire_cb (gpointer user_data)
{
  ThawWordView *self = THAW_WORD_VIEW (user_data);
  GtkListBox *list_box = g_queue_peek_head (&self->retired);
  GtkListBoxRow *row = NULL;

  if (list_box == NULL)
    {
      self->retire_source = 0;
      return G_SOURCE_REMOVE;
    }

  for (int i = 0; i < N_ROWS_A_TIME && (row = gtk_list_box_get_row_at_index (list_box, 0)) != NULL; i++)
    gtk_list_box_remove (list_box, GTK_WIDGET (row));
  if (row == NULL)
    gtk_widget_unparent (GTK_WIDGET (g_queue_pop_head (&self->retired)));

  return G_SOURCE_CONTINUE;
}

static gboolean
on_first_frame_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       user_data)
{
  ThawWordView *self = THAW_WORD_VIEW (widget);

  self->grow_tick = 0;
  self->grow_source = g_idle_add_full (G_PRIORITY_LOW, on_grow_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

/* Not before what is there already was drawn, which this would hold up. */
static void
start_growing (ThawWordView *self)
{
  self->grow_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_frame_cb, NULL, NULL);
}

static void
stop_growing (ThawWordView *self)
{
  if (self->grow_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->grow_tick);
  self->grow_tick = 0;
  g_clear_handle_id (&self->grow_source, g_source_remove);
}

/* Hundreds of rows take longer to go away than a key may take: they are only put out of sight now. */
static void
retire_list_box (ThawWordView *self)
{
  stop_growing (self);
  self->expanded = NULL;
  self->sections = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), FALSE);
  g_queue_push_tail (&self->retired, g_steal_pointer (&self->list_box));
  if (self->retire_source == 0)
    self->retire_source = g_idle_add_full (G_PRIORITY_LOW, on_retire_cb, self, NULL);
}

static gboolean
thaw_word_view_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (THAW_WORD_VIEW (widget)->list_box, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
thaw_word_view_dispose (GObject *object)
{
  ThawWordView *self = THAW_WORD_VIEW (object);

  GtkWidget *child;

  stop_growing (self);
  g_clear_handle_id (&self->retire_source, g_source_remove);
  self->expanded = NULL;
  self->sections = NULL;
  self->list_box = NULL;
  g_queue_clear (&self->retired);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (thaw_word_view_parent_class)->dispose (object);
}

static void
thaw_word_view_finalize (GObject *object)
{
  ThawWordView *self = THAW_WORD_VIEW (object);

  g_clear_pointer (&self->intensities, g_hash_table_unref);

  G_OBJECT_CLASS (thaw_word_view_parent_class)->finalize (object);
}

static void
thaw_word_view_class_init (ThawWordViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_word_view_dispose;
  object_class->finalize = thaw_word_view_finalize;
  widget_class->grab_focus = thaw_word_view_grab_focus;

  /**
   * ThawWordView::chosen:
   * @slug: a word
   * @intensity: 1 (a little) to 3 (strongly), or 0: taken back
   *
   * The person chose a word. It is shown by thaw_word_view_set_intensity().
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "word-view");
}

static void
thaw_word_view_init (ThawWordView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->intensities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list_box = create_list_box (self);

  /* Before the list, which goes to another row with some of these keys. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_captured_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
thaw_word_view_new (void)
{
  return g_object_new (THAW_TYPE_WORD_VIEW, NULL);
}

/**
 * thaw_word_view_show_sections:
 * @list: the list that the words are of
 * @sections: (transfer full) (element-type ThawWordSection): what to show
 *
 * Shows @sections instead of what was shown. Rows that do not fit into a window
 * are made a moment later.
 */
void
thaw_word_view_show_sections (ThawWordView *self,
                              ThawWordList *list,
                              GPtrArray    *sections)
{
  g_return_if_fail (THAW_IS_WORD_VIEW (self));
  g_return_if_fail (THAW_IS_WORD_LIST (list));
  g_return_if_fail (sections != NULL);

  retire_list_box (self);
  self->list_box = create_list_box (self);
  g_set_object (&self->list, list);
  /* The rows of a list point to its sections for as long as there are any. */
  g_object_set_data_full (G_OBJECT (self->list_box), "sections", sections, (GDestroyNotify) g_ptr_array_unref);
  self->sections = sections;
  self->section_at = 0;
  self->word_at = 0;
  if (add_rows (self, N_FIRST_ROWS))
    start_growing (self);
}

/**
 * thaw_word_view_set_intensity:
 * @slug: a word, whether it is shown or not
 * @intensity: 1 (a little) to 3 (strongly), or 0: not chosen
 */
void
thaw_word_view_set_intensity (ThawWordView *self,
                              const char   *slug,
                              int           intensity)
{
  GtkListBoxRow *row;

  g_return_if_fail (THAW_IS_WORD_VIEW (self));
  g_return_if_fail (slug != NULL);

  if (intensity > 0)
    g_hash_table_replace (self->intensities, g_strdup (slug), GINT_TO_POINTER (intensity));
  else
    g_hash_table_remove (self->intensities, slug);

  /* A word may be in two sections. */
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    {
      if (g_str_equal (thaw_word_row_get_word (THAW_WORD_ROW (row))->slug, slug))
        thaw_word_row_set_intensity (THAW_WORD_ROW (row), intensity);
    }
}

/**
 * thaw_word_view_get_first_word:
 *
 * Returns: (transfer none) (nullable): the word at the top, %NULL if there is none
 */
const ThawWord *
thaw_word_view_get_first_word (ThawWordView *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (THAW_IS_WORD_VIEW (self), NULL);

  row = gtk_list_box_get_row_at_index (self->list_box, 0);

  return row != NULL ? thaw_word_row_get_word (THAW_WORD_ROW (row)) : NULL;
}

/**
 * thaw_word_view_is_at_start:
 *
 * Returns: whether the focus is on the first word
 */
gboolean
thaw_word_view_is_at_start (ThawWordView *self)
{
  g_return_val_if_fail (THAW_IS_WORD_VIEW (self), FALSE);

  return get_focus_row (self) != NULL && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (get_focus_row (self))) == 0;
}

/**
 * thaw_word_view_get_expanded:
 *
 * Returns: (transfer none) (nullable): the row of the word that is expanded
 */
GtkWidget *
thaw_word_view_get_expanded (ThawWordView *self)
{
  g_return_val_if_fail (THAW_IS_WORD_VIEW (self), NULL);

  return GTK_WIDGET (self->expanded);
}

/**
 * thaw_word_view_go_to:
 * @slug: a word
 *
 * Expands the word and moves the focus to it.
 *
 * Returns: whether it is among those that are shown
 */
gboolean
thaw_word_view_go_to (ThawWordView *self,
                      const char   *slug)
{
  ThawWordRow *row;

  g_return_val_if_fail (THAW_IS_WORD_VIEW (self), FALSE);
  g_return_val_if_fail (slug != NULL, FALSE);

  stop_growing (self);
  if (self->sections != NULL)
    add_rows (self, G_MAXUINT);

  row = find_last_row (self, slug);
  if (row == NULL)
    return FALSE;

  thaw_word_row_set_expanded (row, TRUE);

  return gtk_widget_grab_focus (GTK_WIDGET (row));
}
