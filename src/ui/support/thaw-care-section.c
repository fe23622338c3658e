/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-section"

#include "config.h"
#include "support/thaw-care-section.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-care-changes.h"
#include "support/thaw-care-entry.h"
#include "support/thaw-care-row.h"
#include "thaw-focus.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-heading.h"
#include "widgets/thaw-wrap-layout.h"

/**
 * ThawCareSection:
 *
 * One of the six parts of the care plan: what may stand there, what does, and a place to
 * write the next line. A line that is changed has an entry in its place.
 *
 * What can be added beside the person’s own words is asked for by the actions
 * `care.add-person` and `care.add-activity` of the part’s slug.
 */
struct _ThawCareSection
{
  GtkBox parent_instance;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (unowned): the window that has this has it, too */
  ThawCarePart part;
  GPtrArray *items;         /* (owned) (element-type ThawCareItem): those of the part, in their order */

  GtkListBox *list;         /* (unowned) */
  ThawCareEntry *next;      /* (unowned): where the next line is written */
  ThawCareEntry *editor;    /* (unowned) (nullable): where a line is changed */
  gboolean is_ending;       /* the editor goes as soon as its words are on the disk … */
  char *edited_next;        /* (owned) (nullable): … and then the line with this id is changed */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawCareSection, thaw_care_section, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In which parts people, or things to do, have their place. */
static gboolean
has_people (ThawCarePart part)
{
  return part == THAW_CARE_PLACES || part == THAW_CARE_PEOPLE || part == THAW_CARE_PROFESSIONALS;
}

static gboolean
has_activities (ThawCarePart part)
{
  return part == THAW_CARE_MYSELF || part == THAW_CARE_PLACES;
}

/* The list */

static int
get_last_position (ThawCareSection *self)
{
  int last = -1;

  for (guint i = 0; i < self->items->len; i++)
    last = MAX (last, ((const ThawCareItem *) g_ptr_array_index (self->items, i))->position);

  return last;
}

static gboolean
is_written_in (ThawCareEntry *entry,
               const char    *id)
{
  return entry != NULL && g_strcmp0 (thaw_care_entry_get_item (entry)->id, id) == 0;
}

static ThawCareRow *
find_row (ThawCareSection *self,
          const char      *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (THAW_IS_CARE_ROW (row) && g_strcmp0 (thaw_care_row_get_id (THAW_CARE_ROW (row)), id) == 0)
        return THAW_CARE_ROW (row);
    }

  return NULL;
}

/* Takes out all rows but the entries, in which somebody may be writing. */
static char *
remove_rows (ThawCareSection *self,
             int             *out_focused_index)
{
  g_autofree char *focused = NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;)
    {
      if (!THAW_IS_CARE_ROW (row))
        {
          i++;
          continue;
        }

      if (thaw_focus_is_in (GTK_WIDGET (row)))
        {
          focused = g_strdup (thaw_care_row_get_id (THAW_CARE_ROW (row)));
          /* The window would look for another place for the focus, later than it is given back. */
          gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
        }
      if (focused == NULL)
        (*out_focused_index)++;
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }

  return g_steal_pointer (&focused);
}

static void
focus_near (ThawCareSection *self,
            const char      *id,
            int              index)
{
  GtkWidget *row = (GtkWidget *) find_row (self, id);

  if (row == NULL)
    row = (GtkWidget *) gtk_list_box_get_row_at_index (self->list, index);
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->next));
}

/* Writing */

static void
begin_next (ThawCareSection *self)
{
  g_autoptr (ThawCareItem) item = NULL;
  /* One that was just written may not be among the items yet. */
  int last = MAX (get_last_position (self), thaw_care_entry_get_item (self->next)->position);

  item = thaw_care_item_new (self->part, MIN (last + 1, THAW_CARE_MAX_POSITION), "");
  thaw_care_entry_set_item (self->next, item);
}

static void
on_next_done_cb (ThawCareSection *self)
{
  if (thaw_care_entry_is_blank (self->next))
    return;

  begin_next (self);
}

static void
end_editing (ThawCareSection *self)
{
  ThawCareEntry *editor = g_steal_pointer (&self->editor);
  g_autoptr (ThawCareItem) item = thaw_care_item_copy (thaw_care_entry_get_item (editor));
  gboolean is_blank = thaw_care_entry_is_blank (editor);
  gboolean is_focused = thaw_focus_is_in (GTK_WIDGET (editor));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (editor));

  if (is_focused)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_list_box_remove (self->list, GTK_WIDGET (editor));
  gtk_list_box_insert (self->list, thaw_care_row_new (item, NULL), index);
  if (is_focused)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index)));
  /* Whoever takes all the words away does not want the line. */
  if (is_blank)
    thaw_care_changes_remove (self->overlay, self->services, item);
}

static void
stay_in_editor (ThawCareSection *self)
{
  self->is_ending = FALSE;
  g_clear_pointer (&self->edited_next, g_free);
}

static void begin_editing (ThawCareSection *self,
                           const char      *id);

/* Not before the words are on the disk: those that could not be saved stay where they were written. */
static void
end_editing_if_kept (ThawCareSection *self)
{
  g_autofree char *next = NULL;
  ThawWordsState state;

  if (!self->is_ending)
    return;

  state = thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->editor));
  if (state == THAW_WORDS_ON_THEIR_WAY)
    return;

  next = g_steal_pointer (&self->edited_next);
  stay_in_editor (self);
  if (state == THAW_WORDS_UNKEPT)
    return;

  end_editing (self);
  if (next != NULL)
    begin_editing (self, next);
}

static void
end_editing_soon (ThawCareSection *self)
{
  self->is_ending = TRUE;
  if (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->editor)) == THAW_WORDS_UNKEPT)
    thaw_words_keeper_keep (THAW_WORDS_KEEPER (self->editor));
  end_editing_if_kept (self);
}

static void
on_entry_saved_cb (ThawCareSection *self,
                   const GError    *error)
{
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, error);
}

static void
on_entry_settled_cb (ThawCareSection *self)
{
  end_editing_if_kept (self);
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static ThawCareEntry *
create_entry (ThawCareSection    *self,
              const ThawCareItem *item,
              const char         *title)
{
  GtkWidget *entry = thaw_care_entry_new (self->services, item);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  g_signal_connect_object (entry, "saved", G_CALLBACK (on_entry_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "settled", G_CALLBACK (on_entry_settled_cb), self, G_CONNECT_SWAPPED);

  return THAW_CARE_ENTRY (entry);
}

static const ThawCareItem *
find_item (ThawCareSection *self,
           const char      *id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->id, id))
        return item;
    }

  return NULL;
}

static void
begin_editing (ThawCareSection *self,
               const char      *id)
{
  const ThawCareItem *item = find_item (self, id);
  ThawCareRow *row = find_row (self, id);
  int index;

  if (item == NULL || row == NULL)
    return;

  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->editor = create_entry (self, item, _("Change this line"));
  g_signal_connect_object (self->editor, "done", G_CALLBACK (end_editing_soon), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->list, GTK_WIDGET (self->editor), index);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawCareSection *self = THAW_CARE_SECTION (keeper);
  ThawWordsState next = thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->next));
  ThawWordsState edited = self->editor != NULL ? thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->editor))
                                               : THAW_WORDS_KEPT;

  if (next == THAW_WORDS_ON_THEIR_WAY || edited == THAW_WORDS_ON_THEIR_WAY)
    return THAW_WORDS_ON_THEIR_WAY;

  return MAX (next, edited);
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  ThawCareSection *self = THAW_CARE_SECTION (keeper);

  if (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->next)) == THAW_WORDS_UNKEPT)
    thaw_words_keeper_keep (THAW_WORDS_KEEPER (self->next));
  if (self->editor != NULL && thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->editor)) == THAW_WORDS_UNKEPT)
    thaw_words_keeper_keep (THAW_WORDS_KEEPER (self->editor));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

static void
thaw_care_section_dispose (GObject *object)
{
  ThawCareSection *self = THAW_CARE_SECTION (object);

  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_care_section_parent_class)->dispose (object);
}

static void
thaw_care_section_finalize (GObject *object)
{
  ThawCareSection *self = THAW_CARE_SECTION (object);

  g_ptr_array_unref (self->items);
  g_free (self->edited_next);

  G_OBJECT_CLASS (thaw_care_section_parent_class)->finalize (object);
}

static void
thaw_care_section_class_init (ThawCareSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_care_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_care_section_finalize;

  /**
   * ThawCareSection::saved:
   * @error: (nullable): why not
   *
   * What was written is on the disk, or could not be saved, and is still there.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
thaw_care_section_init (ThawCareSection *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_care_item_free);
}

static void
add_head (ThawCareSection *self)
{
  GtkWidget *hint = gtk_label_new (thaw_care_part_get_hint (self->part));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (self), thaw_heading_new (thaw_care_part_get_name (self->part), 2, "heading"));
  gtk_box_append (GTK_BOX (self), hint);
}

static void
add_button (GtkWidget   *box,
            const char  *label,
            const char  *action,
            ThawCarePart part)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", thaw_care_part_to_slug (part));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_buttons (ThawCareSection *self)
{
  GtkWidget *box;

  if (!has_people (self->part) && !has_activities (self->part))
    return;

  box = g_object_new (GTK_TYPE_BOX, "layout-manager", thaw_wrap_layout_new (6), NULL);
  if (has_people (self->part))
    add_button (box, _("Somebody of Mine…"), "care.add-person", self->part);
  if (has_activities (self->part))
    add_button (box, _("Something to Do…"), "care.add-activity", self->part);
  gtk_box_append (GTK_BOX (self), box);
}

/**
 * thaw_care_section_new:
 * @services: where the care plan is kept
 * @overlay: where toasts appear, in the window that this is in
 * @part: which part it is
 *
 * Returns: (transfer floating): the part, with nothing in it yet
 */
GtkWidget *
thaw_care_section_new (ThawServices    *services,
                       AdwToastOverlay *overlay,
                       ThawCarePart     part)
{
  ThawCareSection *self = g_object_new (THAW_TYPE_CARE_SECTION,
                                        "orientation", GTK_ORIENTATION_VERTICAL,
                                        "spacing", 6,
                                        NULL);
  g_autoptr (ThawCareItem) first = NULL;

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), GTK_WIDGET (self));
  g_return_val_if_fail ((guint) part < THAW_N_CARE_PARTS, GTK_WIDGET (self));

  self->services = g_object_ref (services);
  self->overlay = overlay;
  self->part = part;
  add_head (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  thaw_care_part_get_name (part), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));

  first = thaw_care_item_new (part, 0, "");
  self->next = create_entry (self, first, _("In your own words"));
  g_signal_connect_object (self->next, "done", G_CALLBACK (on_next_done_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (self->next));
  add_buttons (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_care_section_show:
 * @items: (element-type ThawCareItem): the care plan, each part in its order
 * @people: (nullable) (element-type ThawPerson): those whom lines may stand for
 *
 * Shows what is there now. What is just being written stays as it is.
 */
void
thaw_care_section_show (ThawCareSection *self,
                        GPtrArray       *items,
                        GPtrArray       *people)
{
  g_autofree char *focused = NULL;
  int focused_index = 0;
  int index = 0;

  g_return_if_fail (THAW_IS_CARE_SECTION (self));
  g_return_if_fail (items != NULL);

  focused = remove_rows (self, &focused_index);
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (items, i);

      if (item->part != self->part)
        continue;

      g_ptr_array_add (self->items, thaw_care_item_copy (item));
      /* It has an entry already, at the end or in its place. */
      if (is_written_in (self->next, item->id))
        continue;
      if (!is_written_in (self->editor, item->id))
        gtk_list_box_insert (self->list, thaw_care_row_new (item, people), index);
      index++;
    }

  /* At the end, wherever that is now. */
  if (thaw_care_entry_is_blank (self->next) && !thaw_focus_is_in (GTK_WIDGET (self->next)))
    begin_next (self);
  if (focused != NULL)
    focus_near (self, focused, focused_index);
}

/**
 * thaw_care_section_edit:
 * @item: a line of the part in the person’s own words
 *
 * Lets them be changed, in their place; if another line is being changed, as soon as that
 * one is on the disk.
 */
void
thaw_care_section_edit (ThawCareSection    *self,
                        const ThawCareItem *item)
{
  g_return_if_fail (THAW_IS_CARE_SECTION (self));
  g_return_if_fail (item != NULL);

  if (self->editor == NULL)
    {
      begin_editing (self, item->id);
      return;
    }

  g_free (self->edited_next);
  self->edited_next = g_strdup (item->id);
  end_editing_soon (self);
}

/**
 * thaw_care_section_move:
 * @id: a line of the part
 * @by: how far, less than 0 to the top
 *
 * Gives it another place among the others, if there is one.
 */
void
thaw_care_section_move (ThawCareSection *self,
                        const char      *id,
                        int              by)
{
  g_autoptr (GPtrArray) order = NULL;
  int from = -1;

  g_return_if_fail (THAW_IS_CARE_SECTION (self));
  g_return_if_fail (id != NULL);

  order = g_ptr_array_new ();
  for (guint i = 0; i < self->items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->id, id))
        from = (int) i;
      g_ptr_array_add (order, (gpointer) item);
    }
  if (from < 0 || from + by < 0 || from + by >= (int) order->len)
    return;

  g_ptr_array_insert (order, from + by, g_ptr_array_steal_index (order, (guint) from));
  for (guint i = 0; i < order->len; i++)
    {
      ThawCareItem *item = g_ptr_array_index (order, i);

      if (item->position == (int) i)
        continue;

      item->position = (int) i;
      thaw_care_changes_save (self->overlay, self->services, item);
    }
}

static void
collect_written (ThawCareEntry *entry,
                 GPtrArray     *items)
{
  g_autoptr (ThawCareItem) item = thaw_care_entry_dup_written (entry);

  if (item->text[0] != '\0')
    g_ptr_array_add (items, g_steal_pointer (&item));
}

/**
 * thaw_care_section_collect:
 * @items: (element-type ThawCareItem): where to add what stands in the part
 *
 * Adds copies of all lines as they are on the screen, with what is just being written.
 */
void
thaw_care_section_collect (ThawCareSection *self,
                           GPtrArray       *items)
{
  g_return_if_fail (THAW_IS_CARE_SECTION (self));
  g_return_if_fail (items != NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (self->items, i);

      if (is_written_in (self->editor, item->id))
        collect_written (self->editor, items);
      else if (!is_written_in (self->next, item->id))
        g_ptr_array_add (items, thaw_care_item_copy (item));
    }
  collect_written (self->next, items);
}
