/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-view"

#include "config.h"
#include "pages/journal/thaw-entry-view.h"

#include "pages/journal/thaw-entry-tile.h"
#include "thaw-date-words.h"

#include <glib/gi18n.h>

/* How long a list needs to be laid out. */
#define N_FRAMES 2

/**
 * ThawEntryView:
 *
 * Shows a #ThawEntryList under day headings. Opening and deleting are left to the
 * window, by its actions `win.open-entry` and `win.delete-entry`, and for sessions
 * `practice.open-session` and `practice.delete-session`.
 *
 * # Keyboard
 *
 * Enter opens the entry that has the focus, Delete deletes it, and Menu or
 * Shift+F10 asks which of the two.
 */
struct _ThawEntryView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkListView *list_view;
  GtkWidget *menu; /* (owned by the widget tree) (nullable): made when it is first asked for */

  ThawVocabulary *vocabulary;        /* (owned) (nullable) */
  ThawCopingCatalog *coping_catalog; /* (owned) (nullable) */
  ThawEntryList *list;               /* (owned) (nullable) */
  ThawDay today;
  GPtrArray *bound; /* (owned) (element-type GtkListItem) (unowned elements): those that show an entry */

  guint scroll_tick;
  guint scroll_index;   /* where @scroll_tick goes */
  guint n_frames_left;  /* until it does */
  gboolean is_scrolled;
  gboolean is_focus_wanted; /* the entry shall have the focus then */
};

G_DEFINE_FINAL_TYPE (ThawEntryView, thaw_entry_view, ADW_TYPE_BIN)

enum
{
  PROP_LIST = 1,
  PROP_TODAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
fill_tile (ThawEntryView *self,
           GtkListItem   *item)
{
  ThawEntryTile *tile = THAW_ENTRY_TILE (gtk_list_item_get_child (item));
  guint index = gtk_list_item_get_position (item);
  g_autoptr (ThawEntrySummary) summary = NULL;
  g_autofree char *heading = NULL;

  if (self->list == NULL || index >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;

  summary = g_list_model_get_item (G_LIST_MODEL (self->list), index);
  if (thaw_entry_list_starts_day (self->list, index))
    heading = thaw_day_to_words (thaw_entry_list_get_day (self->list, index), self->today);

  thaw_entry_tile_set_summary (tile, summary);
  thaw_entry_tile_set_heading (tile, heading);
}

static void
fill_tiles (ThawEntryView *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    fill_tile (self, g_ptr_array_index (self->bound, i));
}

/* An entry before it came or went: it may start its day now, or no more. */
static void
on_item_notify_position_cb (ThawEntryView *self,
                            GParamSpec    *pspec,
                            GtkListItem   *item)
{
  if (gtk_list_item_get_item (item) != NULL)
    fill_tile (self, item);
}

/* Where a single click opens a row, the pointer alone selects it. GTK 4.8 does so even while it lays the rows out and
 * the pointer is over another one for that, and frees rows that it is still busy with. Nothing is selected here; but a
 * row that cannot be would not take the focus, either. */
static void
on_tile_notify_parent_cb (GtkWidget *tile)
{
  GtkWidget *row = gtk_widget_get_parent (tile);
  g_autoptr (GListModel) controllers = NULL;

  if (row == NULL)
    return;

  controllers = gtk_widget_observe_controllers (row);
  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        gtk_widget_remove_controller (row, controller);
    }
}

static void
on_setup_cb (ThawEntryView *self,
             GtkListItem   *item)
{
  GtkWidget *tile = thaw_entry_tile_new (self->vocabulary, self->coping_catalog);

  /* The row takes it when all is set up. */
  g_signal_connect (tile, "notify::parent", G_CALLBACK (on_tile_notify_parent_cb), NULL);
  gtk_list_item_set_child (item, tile);
  g_signal_connect_object (item, "notify::position", G_CALLBACK (on_item_notify_position_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
on_bind_cb (ThawEntryView *self,
            GtkListItem   *item)
{
  g_ptr_array_add (self->bound, item);
  fill_tile (self, item);
}

static void
on_unbind_cb (ThawEntryView *self,
              GtkListItem   *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* What the window calls it. */
static const char *
get_open_action (ThawEntrySummary *summary)
{
  return thaw_entry_summary_is_session (summary) ? "practice.open-session" : "win.open-entry";
}

static const char *
get_delete_action (ThawEntrySummary *summary)
{
  return thaw_entry_summary_is_session (summary) ? "practice.delete-session" : "win.delete-entry";
}

static void
list_view_activate_cb (ThawEntryView *self,
                       guint          index)
{
  g_autoptr (ThawEntrySummary) summary = g_list_model_get_item (G_LIST_MODEL (self->list), index);

  if (summary != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), get_open_action (summary), "s",
                                thaw_entry_summary_get_uuid (summary));
}

/* The tile in the row that has the focus, or NULL. */
static ThawEntryTile *
get_focused_tile (ThawEntryView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  return THAW_IS_ENTRY_TILE (child) ? THAW_ENTRY_TILE (child) : NULL;
}

static ThawEntryTile *
get_tile_at (ThawEntryView *self,
             double         x,
             double         y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *child;

  if (picked == NULL)
    return NULL;

  /* The row around a tile has no space of its own, but it may be picked instead. */
  child = gtk_widget_get_first_child (picked);
  if (THAW_IS_ENTRY_TILE (child))
    return THAW_ENTRY_TILE (child);

  return THAW_ENTRY_TILE (gtk_widget_get_ancestor (picked, THAW_TYPE_ENTRY_TILE));
}

static GMenu *
make_menu_model (ThawEntrySummary *summary)
{
  const char *uuid = thaw_entry_summary_get_uuid (summary);
  GMenu *model = g_menu_new ();
  g_autoptr (GMenuItem) open_item = g_menu_item_new (_("_Open"), NULL);
  g_autoptr (GMenuItem) delete_item = g_menu_item_new (_("_Delete"), NULL);

  g_menu_item_set_action_and_target (open_item, get_open_action (summary), "s", uuid);
  g_menu_append_item (model, open_item);
  g_menu_item_set_action_and_target (delete_item, get_delete_action (summary), "s", uuid);
  g_menu_append_item (model, delete_item);

  return model;
}

static void
pop_up_menu (ThawEntryView      *self,
             ThawEntryTile      *tile,
             const GdkRectangle *place)
{
  g_autoptr (GMenu) model = make_menu_model (thaw_entry_tile_get_summary (tile));

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (model));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
pop_up_menu_at (ThawEntryView *self,
                double         x,
                double         y)
{
  ThawEntryTile *tile = get_tile_at (self, x, y);
  GdkRectangle place = { 0, 0, 1, 1 };
  double view_x, view_y;

  if (tile == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), GTK_WIDGET (self), x, y, &view_x, &view_y))
    return FALSE;

  place.x = (int) view_x;
  place.y = (int) view_y;
  pop_up_menu (self, tile, &place);

  return TRUE;
}

static void
secondary_pressed_cb (ThawEntryView   *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  if (pop_up_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (ThawEntryView       *self,
                 double               x,
                 double               y,
                 GtkGestureLongPress *gesture)
{
  if (pop_up_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pop_up_menu_for_tile (ThawEntryView *self,
                      ThawEntryTile *tile)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (tile), GTK_WIDGET (self), &bounds))
    return;

  place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                           (int) bounds.size.height };
  pop_up_menu (self, tile, &place);
}

static gboolean
key_pressed_cb (ThawEntryView   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  ThawEntryTile *tile = get_focused_tile (self);
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (tile == NULL)
    return GDK_EVENT_PROPAGATE;

  if (held == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    gtk_widget_activate_action (GTK_WIDGET (self), get_delete_action (thaw_entry_tile_get_summary (tile)), "s",
                                thaw_entry_summary_get_uuid (thaw_entry_tile_get_summary (tile)));
  else if ((held == 0 && keyval == GDK_KEY_Menu) || (held == GDK_SHIFT_MASK && keyval == GDK_KEY_F10))
    pop_up_menu_for_tile (self, tile);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* The row that shows an entry, or NULL. */
static GtkWidget *
get_row_at (ThawEntryView *self,
            guint          index)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      if (gtk_list_item_get_position (item) == index)
        return gtk_widget_get_parent (gtk_list_item_get_child (item));
    }

  return NULL;
}

/* The list scrolls no further than it must: from below, to have the entry at the top. */
static void
scroll_now (ThawEntryView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (self->list == NULL || self->scroll_index >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", self->scroll_index);
}

/* A list that has just grown can only be scrolled once it was laid out, which comes after the tick of a frame; and an
 * entry that was far away has a row only some frames after that. */
static gboolean
on_scroll_tick_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       user_data)
{
  ThawEntryView *self = THAW_ENTRY_VIEW (widget);
  gboolean is_focus_wanted = self->is_focus_wanted;
  GtkWidget *row;

  if (--self->n_frames_left > 0)
    return G_SOURCE_CONTINUE;

  if (!self->is_scrolled)
    {
      scroll_now (self);
      self->is_scrolled = TRUE;
      self->n_frames_left = N_FRAMES;
      if (is_focus_wanted)
        return G_SOURCE_CONTINUE;
    }

  self->scroll_tick = 0;
  self->is_focus_wanted = FALSE;
  row = is_focus_wanted ? get_row_at (self, self->scroll_index) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);

  return G_SOURCE_REMOVE;
}

static void
on_scrolled_cb (ThawEntryView *self,
                GtkAdjustment *adjustment)
{
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                gtk_adjustment_get_page_size (adjustment);

  if (self->list != NULL && left < gtk_adjustment_get_page_size (adjustment))
    thaw_entry_list_load_more (self->list);
}

static void
thaw_entry_view_dispose (GObject *object)
{
  ThawEntryView *self = THAW_ENTRY_VIEW (object);

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  thaw_entry_view_set_list (self, NULL);
  g_clear_object (&self->vocabulary);
  g_clear_object (&self->coping_catalog);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  /* The template lets go of the child without the bin knowing of it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_ENTRY_VIEW);

  G_OBJECT_CLASS (thaw_entry_view_parent_class)->dispose (object);
}

static void
thaw_entry_view_finalize (GObject *object)
{
  ThawEntryView *self = THAW_ENTRY_VIEW (object);

  g_clear_pointer (&self->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_entry_view_parent_class)->finalize (object);
}

static void
thaw_entry_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ThawEntryView *self = THAW_ENTRY_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;

    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_entry_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ThawEntryView *self = THAW_ENTRY_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIST:
      thaw_entry_view_set_list (self, g_value_get_object (value));
      break;

    case PROP_TODAY:
      thaw_entry_view_set_today (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The first row whose upper edge is in sight, or NULL. */
static GtkWidget *
get_top_row (ThawEntryView *self)
{
  GtkWidget *top = NULL;
  float top_y = G_MAXFLOAT;

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkWidget *tile = gtk_list_item_get_child (g_ptr_array_index (self->bound, i));
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (tile, GTK_WIDGET (self->list_view), &bounds) && bounds.origin.y > -1 &&
          bounds.origin.y < top_y)
        {
          top = gtk_widget_get_parent (tile);
          top_y = bounds.origin.y;
        }
    }

  return top;
}

/* A list view that had no focus yet would take it for itself, and none of its rows would have it. */
static gboolean
thaw_entry_view_grab_focus (GtkWidget *widget)
{
  ThawEntryView *self = THAW_ENTRY_VIEW (widget);
  GtkWidget *row = get_top_row (self);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) != NULL || row == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  return gtk_widget_grab_focus (row);
}

/* The way out is the list's own affair: GTK would grab the focus again where it finds none behind the rows, and nobody
 * could leave the list backwards. */
static gboolean
thaw_entry_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL)
    return gtk_widget_child_focus (child, direction);

  return gtk_widget_grab_focus (widget);
}

static void
thaw_entry_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ThawEntryView *self = THAW_ENTRY_VIEW (widget);

  GTK_WIDGET_CLASS (thaw_entry_view_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
thaw_entry_view_class_init (ThawEntryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = thaw_entry_view_dispose;
  object_class->finalize = thaw_entry_view_finalize;
  object_class->get_property = thaw_entry_view_get_property;
  object_class->set_property = thaw_entry_view_set_property;

  widget_class->focus = thaw_entry_view_focus;
  widget_class->grab_focus = thaw_entry_view_grab_focus;
  widget_class->size_allocate = thaw_entry_view_size_allocate;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, THAW_TYPE_ENTRY_LIST, flags);

  /**
   * ThawEntryView:today:
   *
   * The day it is now, which the headings call “Today”.
   */
  properties[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, THAW_DAY_NONE, THAW_DAY_LAST, THAW_DAY_NONE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/journal/thaw-entry-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawEntryView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, list_view_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
thaw_entry_view_init (ThawEntryView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
thaw_entry_view_new (void)
{
  return g_object_new (THAW_TYPE_ENTRY_VIEW, NULL);
}

/**
 * thaw_entry_view_get_list:
 *
 * Returns: (transfer none) (nullable): the list that is shown
 */
ThawEntryList *
thaw_entry_view_get_list (ThawEntryView *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_VIEW (self), NULL);

  return self->list;
}

/**
 * thaw_entry_view_set_list:
 * @list: (nullable): a list
 *
 * Shows a list from its start.
 */
void
thaw_entry_view_set_list (ThawEntryView *self,
                          ThawEntryList *list)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (THAW_IS_ENTRY_VIEW (self));
  g_return_if_fail (list == NULL || THAW_IS_ENTRY_LIST (list));

  if (self->list == list)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, fill_tiles, self);

  g_set_object (&self->list, list);
  if (list != NULL)
    {
      /* A journal is read, not selected from. */
      selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (list)));
      g_signal_connect_object (list, "updated", G_CALLBACK (fill_tiles), self, G_CONNECT_SWAPPED);
    }

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
}

ThawDay
thaw_entry_view_get_today (ThawEntryView *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_VIEW (self), THAW_DAY_NONE);

  return self->today;
}

void
thaw_entry_view_set_today (ThawEntryView *self,
                           ThawDay        today)
{
  g_return_if_fail (THAW_IS_ENTRY_VIEW (self));

  if (self->today == today)
    return;

  self->today = today;
  fill_tiles (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

/**
 * thaw_entry_view_set_catalogs:
 * @vocabulary: (nullable): the words for emotions
 * @coping_catalog: (nullable): the words for what was done
 *
 * To be called once, before there is a list.
 */
void
thaw_entry_view_set_catalogs (ThawEntryView     *self,
                              ThawVocabulary    *vocabulary,
                              ThawCopingCatalog *coping_catalog)
{
  g_return_if_fail (THAW_IS_ENTRY_VIEW (self));
  g_return_if_fail (self->list == NULL);

  g_set_object (&self->vocabulary, vocabulary);
  g_set_object (&self->coping_catalog, coping_catalog);
}

/**
 * thaw_entry_view_scroll_to:
 * @index: an index in the list
 *
 * Scrolls so that the entry is the first that is seen, if there is enough after it.
 */
void
thaw_entry_view_scroll_to (ThawEntryView *self,
                           guint          index)
{
  g_return_if_fail (THAW_IS_ENTRY_VIEW (self));

  self->scroll_index = index;
  self->n_frames_left = N_FRAMES;
  self->is_scrolled = FALSE;
  self->is_focus_wanted = FALSE;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick_cb, NULL, NULL);
}

/**
 * thaw_entry_view_focus_entry:
 * @index: an index in the list
 *
 * Gives the focus to the entry, and scrolls to where it is if it is not in sight.
 */
void
thaw_entry_view_focus_entry (ThawEntryView *self,
                             guint          index)
{
  GtkWidget *row;

  g_return_if_fail (THAW_IS_ENTRY_VIEW (self));

  row = get_row_at (self, index);
  if (row != NULL)
    {
      gtk_widget_grab_focus (row);
      return;
    }

  thaw_entry_view_scroll_to (self, index);
  self->is_focus_wanted = TRUE;
}
