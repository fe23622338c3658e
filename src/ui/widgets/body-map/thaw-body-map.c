/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-map"

#include "config.h"
#include "thaw-body-map.h"

#include "thaw-body-region-button.h"
#include "thaw-body-view.h"

#include <glib/gi18n-lib.h>

/* From this width on front and back stand side by side. */
#define WIDE_MIN_WIDTH 290
#define VIEW_SPACING 12
#define LINE_SPACING 6

/**
 * ThawBodyMap:
 *
 * The body from the front and from the back, to say where something is felt.
 * Where there is no room for both, one is shown, with a switch. What is below
 * the pointer or has the focus is named in words under the figure.
 *
 * Keyboard: one stop for Tab. Arrows go to the nearest region in that direction,
 * as it is seen on the screen, and from one side of the body to the other; Home
 * goes to the head and End to the feet; Space and Enter choose.
 *
 * Accessibility: a group; each region is a check box that is really there. CSS: a
 * node `body-map`.
 */
struct _ThawBodyMap
{
  GtkWidget parent_instance;

  GtkWidget *switch_box;                   /* (unowned): a child, as all of these */
  GtkToggleButton *toggles[THAW_N_BODY_SIDES];
  GtkWidget *views[THAW_N_BODY_SIDES];
  GtkWidget *caption;

  gboolean is_narrow;
  ThawBodySide shown_side; /* where there is room for one */
  ThawBodySpot cursor;     /* where Tab and the arrows begin */
  int current;             /* the region that is spoken of, or -1 */
  GPtrArray *sensations;   /* (owned) (element-type ThawSensation) */
};

G_DEFINE_FINAL_TYPE (ThawBodyMap, thaw_body_map, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REGION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_shown (ThawBodyMap  *self,
          ThawBodySide  side)
{
  return !self->is_narrow || self->shown_side == side;
}

static void
update_shown (ThawBodyMap *self)
{
  gtk_widget_set_child_visible (self->switch_box, self->is_narrow);
  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    gtk_widget_set_child_visible (self->views[side], is_shown (self, (ThawBodySide) side));
}

static void
show_side (ThawBodyMap  *self,
           ThawBodySide  side)
{
  if (self->shown_side == side)
    return;

  self->shown_side = side;
  gtk_toggle_button_set_active (self->toggles[side], TRUE);
  update_shown (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What is felt in a region, in words, without its name; empty if there is nothing. */
static char *
describe_region (ThawBodyMap    *self,
                 ThawBodyRegion  region,
                 int            *out_strength)
{
  g_autoptr (GString) words = g_string_new (NULL);

  *out_strength = THAW_BODY_REGION_EMPTY;
  for (guint i = 0; i < self->sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (self->sensations, i);
      const char *strength = thaw_sensation_strength_get_word (sensation->strength);

      if (sensation->region != region)
        continue;

      *out_strength = MAX (*out_strength, sensation->strength);
      if (words->len > 0)
        /* Translators: between two sensations in one place, as in “tight, clearly; warm” */
        g_string_append (words, C_("sensation", "; "));
      if (sensation->quality != THAW_QUALITY_NONE && strength[0] != '\0')
        /* Translators: what a place in the body is like and how strongly, as in “tight, clearly” */
        g_string_append_printf (words, C_("sensation", "%s, %s"),
                                thaw_sensation_quality_get_word (sensation->quality), strength);
      else if (sensation->quality != THAW_QUALITY_NONE)
        g_string_append (words, thaw_sensation_quality_get_word (sensation->quality));
      else if (strength[0] != '\0')
        g_string_append (words, strength);
      else
        /* Translators: of a place in the body: there is a sensation, and no more was said */
        g_string_append (words, C_("sensation", "something"));
    }

  return g_strdup (words->str);
}

static void
show_regions (ThawBodyMap *self)
{
  for (int region = 0; region < THAW_N_BODY_REGIONS; region++)
    {
      int strength;
      g_autofree char *description = describe_region (self, (ThawBodyRegion) region, &strength);

      for (int side = 0; side < THAW_N_BODY_SIDES; side++)
        {
          GtkWidget *button = thaw_body_map_get_button (self, (ThawBodySide) side, (ThawBodyRegion) region);

          if (button != NULL)
            thaw_body_region_button_show (THAW_BODY_REGION_BUTTON (button), strength, description,
                                          region == self->current);
        }
    }
}

/* Names what the person points to, or else where the focus is. */
static void
update_caption (ThawBodyMap *self)
{
  GtkWidget *named = NULL;
  g_autofree char *text = NULL;

  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    {
      for (int region = 0; region < THAW_N_BODY_REGIONS; region++)
        {
          GtkWidget *button = thaw_body_map_get_button (self, (ThawBodySide) side, (ThawBodyRegion) region);
          GtkStateFlags state = button != NULL ? gtk_widget_get_state_flags (button) : 0;

          if ((state & GTK_STATE_FLAG_PRELIGHT) != 0 || (named == NULL && (state & GTK_STATE_FLAG_FOCUSED) != 0))
            named = button;
        }
    }

  if (named != NULL)
    {
      ThawBodyRegionButton *button = THAW_BODY_REGION_BUTTON (named);
      int strength;
      g_autofree char *description = describe_region (self, thaw_body_region_button_get_region (button), &strength);

      if (description[0] != '\0')
        /* Translators: a place in the body and what is felt there, as in “chest, front: tight, clearly” */
        text = g_strdup_printf (C_("body caption", "%s: %s"), thaw_body_region_button_get_name (button), description);
      else
        text = g_strdup (thaw_body_region_button_get_name (button));
    }

  gtk_label_set_text (GTK_LABEL (self->caption), text != NULL ? text : "");
}

static void
focus_spot (ThawBodyMap        *self,
            const ThawBodySpot *spot)
{
  self->cursor = *spot;
  show_side (self, spot->side);
  gtk_widget_grab_focus (thaw_body_map_get_button (self, spot->side, spot->region));
}

/* Wherever the focus came from, arrows go on from where it is. */
static gboolean
find_cursor (ThawBodyMap *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  ThawBodyRegionButton *button;

  if (focus == NULL || !THAW_IS_BODY_REGION_BUTTON (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;

  button = THAW_BODY_REGION_BUTTON (focus);
  if (thaw_body_region_button_get_side (button) != self->cursor.side ||
      thaw_body_region_button_get_region (button) != self->cursor.region)
    self->cursor = (ThawBodySpot) {
      thaw_body_region_button_get_side (button), thaw_body_region_button_get_region (button), FALSE,
    };

  return TRUE;
}

static gboolean
move (ThawBodyMap      *self,
      GtkDirectionType  direction)
{
  gboolean is_front_first = gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL;
  ThawBodySpot next;

  if (!find_cursor (self))
    return GDK_EVENT_PROPAGATE;

  if (thaw_body_figure_find_next (&self->cursor, direction, is_front_first, &next))
    focus_spot (self, &next);

  return GDK_EVENT_STOP;
}

static gboolean
move_to (ThawBodyMap    *self,
         ThawBodyRegion  region)
{
  if (!find_cursor (self))
    return GDK_EVENT_PROPAGATE;

  focus_spot (self, &(ThawBodySpot) { self->cursor.side, region, FALSE });

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (ThawBodyMap     *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, GTK_DIR_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, GTK_DIR_RIGHT);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, GTK_DIR_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, GTK_DIR_DOWN);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move_to (self, THAW_REGION_HEAD);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move_to (self, THAW_REGION_FEET);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_region_clicked_cb (ThawBodyMap          *self,
                      ThawBodyRegionButton *button)
{
  find_cursor (self);
  g_signal_emit (self, signals[SIGNAL_REGION_CHOSEN], 0, thaw_body_region_button_get_region (button));
}

static void
on_side_toggled_cb (ThawBodyMap     *self,
                    GtkToggleButton *toggle)
{
  if (gtk_toggle_button_get_active (toggle))
    show_side (self, toggle == self->toggles[THAW_BODY_FRONT] ? THAW_BODY_FRONT : THAW_BODY_BACK);
}

static gboolean
thaw_body_map_grab_focus (GtkWidget *widget)
{
  ThawBodyMap *self = THAW_BODY_MAP (widget);

  if (self->is_narrow && self->cursor.side != self->shown_side)
    self->cursor = (ThawBodySpot) { self->shown_side, THAW_REGION_HEAD, FALSE };

  return gtk_widget_grab_focus (thaw_body_map_get_button (self, self->cursor.side, self->cursor.region));
}

static gboolean
thaw_body_map_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  ThawBodyMap *self = THAW_BODY_MAP (widget);
  gboolean is_on_figure = find_cursor (self);

  /* The switch, if there is one, and then one stop for the figure. */
  if (is_on_figure)
    return direction == GTK_DIR_TAB_BACKWARD && self->is_narrow && gtk_widget_child_focus (self->switch_box, direction);

  if (self->is_narrow)
    {
      gboolean is_on_switch = gtk_widget_get_focus_child (widget) == self->switch_box;

      if ((direction == GTK_DIR_TAB_FORWARD || is_on_switch) && gtk_widget_child_focus (self->switch_box, direction))
        return TRUE;
      if (is_on_switch && direction == GTK_DIR_TAB_BACKWARD)
        return FALSE;
    }

  return gtk_widget_grab_focus (widget);
}

static GtkSizeRequestMode
thaw_body_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static void
thaw_body_map_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  ThawBodyMap *self = THAW_BODY_MAP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int view_minimum, view_natural, switch_minimum;

      gtk_widget_measure (self->views[THAW_BODY_FRONT], orientation, -1, &view_minimum, &view_natural, NULL, NULL);
      gtk_widget_measure (self->switch_box, orientation, -1, &switch_minimum, NULL, NULL, NULL);
      *minimum = MAX (view_minimum, switch_minimum);
      *natural = MAX (*minimum, 2 * view_natural + VIEW_SPACING);
    }
  else
    {
      int height = measure_height (self->caption, -1) + LINE_SPACING;

      if (for_size < 0 || for_size >= WIDE_MIN_WIDTH)
        height += measure_height (self->views[THAW_BODY_FRONT], for_size < 0 ? -1 : (for_size - VIEW_SPACING) / 2);
      else
        height += measure_height (self->views[THAW_BODY_FRONT], for_size) +
                  measure_height (self->switch_box, -1) + LINE_SPACING;
      *minimum = *natural = height;
    }
}

static void
thaw_body_map_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  ThawBodyMap *self = THAW_BODY_MAP (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int caption_height = measure_height (self->caption, -1);
  int view_width = (width - VIEW_SPACING) / 2;
  int top = 0;

  self->is_narrow = width < WIDE_MIN_WIDTH;
  update_shown (self);

  if (self->is_narrow)
    {
      int switch_width;
      int switch_height = measure_height (self->switch_box, -1);

      gtk_widget_measure (self->switch_box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &switch_width, NULL, NULL);
      switch_width = MIN (switch_width, width);
      gtk_widget_size_allocate (self->switch_box,
                                &(GtkAllocation) { (width - switch_width) / 2, 0, switch_width, switch_height }, -1);
      top = switch_height + LINE_SPACING;
      view_width = width;
    }

  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    {
      GtkAllocation box = { 0, top, view_width, height - top - caption_height - LINE_SPACING };

      if (!is_shown (self, (ThawBodySide) side))
        continue;
      if (!self->is_narrow && (side == THAW_BODY_BACK) != is_rtl)
        box.x = width - view_width;
      gtk_widget_size_allocate (self->views[side], &box, -1);
    }

  gtk_widget_size_allocate (self->caption, &(GtkAllocation) { 0, height - caption_height, width, caption_height }, -1);
}

static void
thaw_body_map_dispose (GObject *object)
{
  ThawBodyMap *self = THAW_BODY_MAP (object);

  g_clear_pointer (&self->switch_box, gtk_widget_unparent);
  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    g_clear_pointer (&self->views[side], gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);

  G_OBJECT_CLASS (thaw_body_map_parent_class)->dispose (object);
}

static void
thaw_body_map_finalize (GObject *object)
{
  ThawBodyMap *self = THAW_BODY_MAP (object);

  g_clear_pointer (&self->sensations, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_body_map_parent_class)->finalize (object);
}

static void
thaw_body_map_class_init (ThawBodyMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_body_map_dispose;
  object_class->finalize = thaw_body_map_finalize;
  widget_class->focus = thaw_body_map_focus;
  widget_class->grab_focus = thaw_body_map_grab_focus;
  widget_class->get_request_mode = thaw_body_map_get_request_mode;
  widget_class->measure = thaw_body_map_measure;
  widget_class->size_allocate = thaw_body_map_size_allocate;

  /**
   * ThawBodyMap::region-chosen:
   * @region: a #ThawBodyRegion
   *
   * The person chose a region.
   */
  signals[SIGNAL_REGION_CHOSEN] = g_signal_new ("region-chosen",
                                                G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST,
                                                0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "body-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_switch (ThawBodyMap *self)
{
  self->switch_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->switch_box, "linked");

  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    {
      /* Translators: the side of the body that is seen */
      const char *name = side == THAW_BODY_FRONT ? C_("body side", "Front") : C_("body side", "Back");

      self->toggles[side] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (name));
      gtk_toggle_button_set_group (self->toggles[side], side > 0 ? self->toggles[0] : NULL);
      gtk_box_append (GTK_BOX (self->switch_box), GTK_WIDGET (self->toggles[side]));
    }

  gtk_toggle_button_set_active (self->toggles[THAW_BODY_FRONT], TRUE);
  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    g_signal_connect_object (self->toggles[side], "toggled", G_CALLBACK (on_side_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->switch_box, GTK_WIDGET (self));
}

static void
add_view (ThawBodyMap  *self,
          ThawBodySide  side)
{
  self->views[side] = thaw_body_view_new (side);
  for (int region = 0; region < THAW_N_BODY_REGIONS; region++)
    {
      GtkWidget *button = thaw_body_map_get_button (self, side, (ThawBodyRegion) region);

      if (button == NULL)
        continue;

      g_signal_connect_object (button, "clicked", G_CALLBACK (on_region_clicked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "state-flags-changed", G_CALLBACK (update_caption), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_parent (self->views[side], GTK_WIDGET (self));
}

static void
thaw_body_map_init (ThawBodyMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->current = -1;
  self->cursor = (ThawBodySpot) { THAW_BODY_FRONT, THAW_REGION_HEAD, FALSE };
  self->sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);

  add_switch (self);
  add_view (self, THAW_BODY_FRONT);
  add_view (self, THAW_BODY_BACK);

  /* Says again, for the eye, what each region's name says. */
  self->caption = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->caption, "heading");
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  /* Translators: the name of a figure of the body, for screen readers */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body"),
                                  -1);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
thaw_body_map_new (void)
{
  return g_object_new (THAW_TYPE_BODY_MAP, NULL);
}

/**
 * thaw_body_map_set_sensations:
 * @sensations: (element-type ThawSensation) (transfer none): what is felt where
 *
 * Shows sensations; of several in one place the strongest counts.
 */
void
thaw_body_map_set_sensations (ThawBodyMap *self,
                              GPtrArray   *sensations)
{
  g_return_if_fail (THAW_IS_BODY_MAP (self));
  g_return_if_fail (sensations != NULL);

  g_ptr_array_set_size (self->sensations, 0);
  for (guint i = 0; i < sensations->len; i++)
    g_ptr_array_add (self->sensations, thaw_sensation_copy (g_ptr_array_index (sensations, i)));

  show_regions (self);
  update_caption (self);
}

/**
 * thaw_body_map_get_current:
 *
 * Returns: the region that is spoken of, or -1
 */
int
thaw_body_map_get_current (ThawBodyMap *self)
{
  g_return_val_if_fail (THAW_IS_BODY_MAP (self), -1);

  return self->current;
}

/**
 * thaw_body_map_set_current:
 * @region: the region that is spoken of, or -1
 *
 * Marks a region, and begins there when the focus comes in.
 */
void
thaw_body_map_set_current (ThawBodyMap *self,
                           int          region)
{
  g_return_if_fail (THAW_IS_BODY_MAP (self));
  g_return_if_fail (region >= -1 && region < THAW_N_BODY_REGIONS);

  self->current = region;
  if (region >= 0 && (int) self->cursor.region != region)
    {
      ThawBodySide side = self->cursor.side;

      if (thaw_body_map_get_button (self, side, (ThawBodyRegion) region) == NULL)
        side = side == THAW_BODY_FRONT ? THAW_BODY_BACK : THAW_BODY_FRONT;
      self->cursor = (ThawBodySpot) { side, (ThawBodyRegion) region, FALSE };
      show_side (self, side);
    }

  show_regions (self);
}

/**
 * thaw_body_map_get_button:
 * @side: front or back
 * @region: a region
 *
 * Returns: (transfer none) (nullable): its button, %NULL if it is not seen from that side
 */
GtkWidget *
thaw_body_map_get_button (ThawBodyMap    *self,
                          ThawBodySide    side,
                          ThawBodyRegion  region)
{
  g_return_val_if_fail (THAW_IS_BODY_MAP (self), NULL);
  g_return_val_if_fail (side < THAW_N_BODY_SIDES, NULL);

  return thaw_body_view_get_button (THAW_BODY_VIEW (self->views[side]), region);
}
