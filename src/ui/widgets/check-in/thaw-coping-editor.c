/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-coping-editor"

#include "config.h"
#include "thaw-coping-editor.h"

#include "thaw-coping-picker.h"
#include "thaw-coping-row.h"

/* How far back "lately" reaches, in entries, and how much of it is offered first. */
#define N_LATE_ENTRIES 60
#define N_LATELY 5

/**
 * ThawCopingEditor:
 *
 * What I did about it: any number of activities from the catalog or in the
 * person's own words, each with how it was afterwards, if they say so.
 *
 * CSS: a node `coping-editor`.
 */
struct _ThawCopingEditor
{
  GtkBox parent_instance;

  GtkBox *rows_box;
  GtkMenuButton *add_button;
  ThawCopingPicker *picker;

  ThawCopingCatalog *catalog; /* (owned) (nullable): the names of activities, and what there is to choose from */
  ThawJournal *journal;       /* (owned) (nullable): what was used lately */
};

G_DEFINE_FINAL_TYPE (ThawCopingEditor, thaw_coping_editor, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (ThawCopingEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
get_first_row (ThawCopingEditor *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->rows_box));
}

static void
remove_row (ThawCopingEditor *self,
            GtkWidget        *row)
{
  gtk_box_remove (self->rows_box, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_box), get_first_row (self) != NULL);
}

static void
on_row_removed_cb (ThawCopingEditor *self,
                   GtkWidget        *row)
{
  /* Focus must not fall out of the form with the row. */
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  remove_row (self, row);
  emit_changed (self);
}

static GtkWidget *
add_row (ThawCopingEditor     *self,
         const ThawCopingMark *mark)
{
  GtkWidget *row = thaw_coping_row_new (mark, thaw_coping_catalog_get_word (self->catalog, mark->slug));

  g_signal_connect_object (row, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows_box, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_box), TRUE);

  return row;
}

static GStrv
list_chosen (ThawCopingEditor *self)
{
  g_autoptr (GStrvBuilder) slugs = g_strv_builder_new ();

  for (GtkWidget *row = get_first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    g_strv_builder_add (slugs, thaw_coping_row_get_mark (THAW_COPING_ROW (row))->slug);

  return g_strv_builder_end (slugs);
}

static GStrv
list_lately (ThawCopingEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = NULL;

  if (self->journal != NULL)
    {
      summaries = thaw_journal_list_newest (self->journal, THAW_JOURNAL_NEWEST, N_LATE_ENTRIES, &error);
      /* A convenience that fails is left out; saving will say what is wrong. */
      if (summaries == NULL)
        g_debug ("Nothing used lately: %s", error->message);
    }

  return thaw_entry_summaries_list_copings (summaries, N_LATELY);
}

/* Each time, because another entry may have been saved meanwhile. */
static void
create_picker (GtkMenuButton *button,
               gpointer       user_data)
{
  ThawCopingEditor *self = THAW_COPING_EDITOR (user_data);
  g_auto (GStrv) lately = list_lately (self);
  g_auto (GStrv) chosen = list_chosen (self);

  thaw_coping_picker_fill (self->picker, self->catalog, (const char *const *) lately, (const char *const *) chosen);
}

static void
picker_chosen_cb (ThawCopingEditor *self,
                  const char       *slug)
{
  g_auto (GStrv) chosen = list_chosen (self);

  if (!g_strv_contains ((const char *const *) chosen, slug))
    {
      g_autoptr (ThawCopingMark) mark = thaw_coping_mark_new (slug, THAW_OUTCOME_NONE);

      add_row (self, mark);
      emit_changed (self);
    }
}

static gboolean
thaw_coping_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_COPING_EDITOR (widget)->add_button));
}

static void
thaw_coping_editor_dispose (GObject *object)
{
  ThawCopingEditor *self = THAW_COPING_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_COPING_EDITOR);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (thaw_coping_editor_parent_class)->dispose (object);
}

static void
thaw_coping_editor_class_init (ThawCopingEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_coping_editor_dispose;
  widget_class->grab_focus = thaw_coping_editor_grab_focus;

  /**
   * ThawCopingEditor::changed:
   *
   * The person added, changed or removed something.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_COPING_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-coping-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawCopingEditor, rows_box);
  gtk_widget_class_bind_template_child (widget_class, ThawCopingEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, ThawCopingEditor, picker);
  gtk_widget_class_bind_template_callback (widget_class, picker_chosen_cb);
  gtk_widget_class_set_css_name (widget_class, "coping-editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_coping_editor_init (ThawCopingEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add_button, create_picker, self, NULL);
}

GtkWidget *
thaw_coping_editor_new (void)
{
  return g_object_new (THAW_TYPE_COPING_EDITOR, NULL);
}

/**
 * thaw_coping_editor_set_catalog:
 * @catalog: (nullable): what there is to choose from; without one there are the
 *   person's own words
 */
void
thaw_coping_editor_set_catalog (ThawCopingEditor  *self,
                                ThawCopingCatalog *catalog)
{
  g_return_if_fail (THAW_IS_COPING_EDITOR (self));
  g_return_if_fail (catalog == NULL || THAW_IS_COPING_CATALOG (catalog));

  g_set_object (&self->catalog, catalog);
}

/**
 * thaw_coping_editor_set_journal:
 * @journal: (nullable): where the activities that were used lately stand
 */
void
thaw_coping_editor_set_journal (ThawCopingEditor *self,
                                ThawJournal      *journal)
{
  g_return_if_fail (THAW_IS_COPING_EDITOR (self));
  g_return_if_fail (journal == NULL || THAW_IS_JOURNAL (journal));

  g_set_object (&self->journal, journal);
}

/**
 * thaw_coping_editor_load_entry:
 * @entry: an entry
 *
 * Shows what was done about it by @entry.
 */
void
thaw_coping_editor_load_entry (ThawCopingEditor *self,
                               ThawEntry        *entry)
{
  GPtrArray *marks;
  GtkWidget *row;

  g_return_if_fail (THAW_IS_COPING_EDITOR (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  while ((row = get_first_row (self)) != NULL)
    remove_row (self, row);
  marks = thaw_entry_get_copings (entry);
  for (guint i = 0; i < marks->len; i++)
    add_row (self, g_ptr_array_index (marks, i));
}

/**
 * thaw_coping_editor_store_entry:
 * @entry: an entry
 *
 * Replaces what was done about it in @entry by what is shown.
 */
void
thaw_coping_editor_store_entry (ThawCopingEditor *self,
                                ThawEntry        *entry)
{
  g_return_if_fail (THAW_IS_COPING_EDITOR (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  thaw_entry_clear_copings (entry);
  for (GtkWidget *row = get_first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const ThawCopingMark *mark = thaw_coping_row_get_mark (THAW_COPING_ROW (row));

      thaw_entry_set_coping (entry, mark->slug, mark->outcome);
    }
}
