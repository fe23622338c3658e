/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-body-map"

#include "config.h"
#include "thaw-test-ui.h"
#include "widgets/body-map/thaw-body-map.h"
#include "widgets/body-map/thaw-body-region-button.h"

#define WIDE 400
#define NARROW 240

typedef struct
{
  GtkWindow *window;
  ThawBodyMap *map;
  int n_chosen;
  ThawBodyRegion chosen;
} Fixture;

static void
on_region_chosen_cb (ThawBodyMap *map,
                     guint        region,
                     Fixture     *fixture)
{
  fixture->n_chosen++;
  fixture->chosen = (ThawBodyRegion) region;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  int width = GPOINTER_TO_INT (data);

  fixture->map = THAW_BODY_MAP (thaw_body_map_new ());
  g_signal_connect (fixture->map, "region-chosen", G_CALLBACK (on_region_chosen_cb), fixture);
  gtk_widget_set_halign (GTK_WIDGET (fixture->map), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (fixture->map), GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->map), width, -1);
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->map), width, 600);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static GtkWidget *
get_button (Fixture        *fixture,
            ThawBodySide    side,
            ThawBodyRegion  region)
{
  return thaw_body_map_get_button (fixture->map, side, region);
}

static void
assert_focus (Fixture        *fixture,
              ThawBodySide    side,
              ThawBodyRegion  region)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  g_assert_true (THAW_IS_BODY_REGION_BUTTON (focus));
  g_assert_cmpstr (thaw_body_region_button_get_name (THAW_BODY_REGION_BUTTON (focus)), ==,
                   thaw_body_region_button_get_name (THAW_BODY_REGION_BUTTON (get_button (fixture, side, region))));
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), keyval, 0));
}

/* Where the middle of a region is in the map. */
static void
get_spot (Fixture          *fixture,
          ThawBodySide      side,
          ThawBodyRegion    region,
          gboolean          is_left,
          graphene_point_t *out_point)
{
  GtkWidget *button = get_button (fixture, side, region);
  GtkWidget *view = gtk_widget_get_parent (button);
  GtkWidget *feet = get_button (fixture, side, THAW_REGION_FEET);
  graphene_rect_t box, bounds;
  graphene_point_t point;
  double height;

  /* The feet end where the figure ends, but for what their box is rounded by. */
  thaw_body_figure_get_bounds (side, THAW_REGION_FEET, &bounds);
  g_assert_true (gtk_widget_compute_bounds (feet, view, &box));
  height = (box.origin.y + box.size.height) / (bounds.origin.y + bounds.size.height);

  thaw_body_figure_get_spot (&(ThawBodySpot) { side, region, is_left }, &point);
  point.x = (float) (gtk_widget_get_width (view) / 2.0 + (point.x - THAW_BODY_FIGURE_WIDTH / 2) * height);
  point.y = (float) (point.y * height);
  g_assert_true (gtk_widget_compute_point (view, GTK_WIDGET (fixture->map), &point, out_point));
}

static GtkWidget *
pick (Fixture                *fixture,
      const graphene_point_t *point)
{
  return gtk_widget_pick (GTK_WIDGET (fixture->map), point->x, point->y, GTK_PICK_DEFAULT);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    ThawBodySide   side;
    ThawBodyRegion region;
    const char    *name;
  } names[] = {
    { THAW_BODY_FRONT, THAW_REGION_HEAD, "head, front" },
    { THAW_BODY_FRONT, THAW_REGION_EYES, "eyes, front" },
    { THAW_BODY_FRONT, THAW_REGION_JAW, "jaw, front" },
    { THAW_BODY_FRONT, THAW_REGION_THROAT, "throat, front" },
    { THAW_BODY_FRONT, THAW_REGION_SHOULDERS, "shoulders, front" },
    { THAW_BODY_FRONT, THAW_REGION_CHEST, "chest, front" },
    { THAW_BODY_FRONT, THAW_REGION_STOMACH, "stomach, front" },
    { THAW_BODY_FRONT, THAW_REGION_LOWER_BELLY, "lower belly, front" },
    { THAW_BODY_FRONT, THAW_REGION_ARMS, "arms, front" },
    { THAW_BODY_FRONT, THAW_REGION_HANDS, "hands, front" },
    { THAW_BODY_FRONT, THAW_REGION_LEGS, "legs, front" },
    { THAW_BODY_FRONT, THAW_REGION_FEET, "feet, front" },
    { THAW_BODY_BACK, THAW_REGION_HEAD, "head, back" },
    { THAW_BODY_BACK, THAW_REGION_NECK, "neck, back" },
    { THAW_BODY_BACK, THAW_REGION_SHOULDERS, "shoulders, back" },
    { THAW_BODY_BACK, THAW_REGION_UPPER_BACK, "upper back, back" },
    { THAW_BODY_BACK, THAW_REGION_LOWER_BACK, "lower back, back" },
    { THAW_BODY_BACK, THAW_REGION_ARMS, "arms, back" },
    { THAW_BODY_BACK, THAW_REGION_HANDS, "hands, back" },
    { THAW_BODY_BACK, THAW_REGION_LEGS, "legs, back" },
    { THAW_BODY_BACK, THAW_REGION_FEET, "feet, back" },
  };
  guint n_buttons = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *button = get_button (fixture, names[i].side, names[i].region);

      g_assert_nonnull (button);
      g_assert_true (gtk_widget_get_focusable (button));
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_CHECKBOX);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, names[i].name);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                        GTK_ACCESSIBLE_TRISTATE_FALSE);
    }

  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    {
      for (int region = 0; region < THAW_N_BODY_REGIONS; region++)
        n_buttons += get_button (fixture, (ThawBodySide) side, (ThawBodyRegion) region) != NULL;
    }
  g_assert_cmpuint (n_buttons, ==, G_N_ELEMENTS (names));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->map), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->map), GTK_ACCESSIBLE_PROPERTY_LABEL, "Body");
}

static void
test_sensations (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);
  GtkWidget *chest = get_button (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
  GtkWidget *hands = get_button (fixture, THAW_BODY_BACK, THAW_REGION_HANDS);
  GtkWidget *legs = get_button (fixture, THAW_BODY_FRONT, THAW_REGION_LEGS);

  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2));
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_HANDS, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH));
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_WARM, 1));
  thaw_body_map_set_sensations (fixture->map, sensations);

  g_assert_cmpint (thaw_body_region_button_get_strength (THAW_BODY_REGION_BUTTON (chest)), ==, 2);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (chest), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chest), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "tight, clearly; warm, a little");

  g_assert_cmpint (thaw_body_region_button_get_strength (THAW_BODY_REGION_BUTTON (hands)), ==,
                   THAW_SENSATION_NO_STRENGTH);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (hands), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (hands), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "something");

  g_assert_cmpint (thaw_body_region_button_get_strength (THAW_BODY_REGION_BUTTON (legs)), ==, THAW_BODY_REGION_EMPTY);

  gtk_widget_grab_focus (chest);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->map), GTK_TYPE_LABEL,
                                       "chest, front: tight, clearly; warm, a little"));

  g_ptr_array_set_size (sensations, 0);
  thaw_body_map_set_sensations (fixture->map, sensations);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (chest), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chest), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->map), GTK_TYPE_LABEL, "chest, front"));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->map)));
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_KP_Down);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
  press (fixture, GDK_KEY_Left);
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_SHOULDERS);
  /* The shoulder on the left: the chest is on the right of it. */
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
  press (fixture, GDK_KEY_End);
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_FEET);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_FEET);
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, THAW_BODY_BACK, THAW_REGION_HEAD);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, THAW_BODY_BACK, THAW_REGION_NECK);

  g_assert_false (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Down, GDK_CONTROL_MASK));
  assert_focus (fixture, THAW_BODY_BACK, THAW_REGION_NECK);

  /* One stop for Tab, and back to where one was. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_TAB_BACKWARD));
  gtk_window_set_focus (fixture->window, NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, THAW_BODY_BACK, THAW_REGION_NECK);
}

/* Space and Enter do what a click does. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *jaw = get_button (fixture, THAW_BODY_FRONT, THAW_REGION_JAW);

  g_signal_emit_by_name (get_button (fixture, THAW_BODY_BACK, THAW_REGION_NECK), "clicked");
  g_assert_cmpint (fixture->n_chosen, ==, 1);
  g_assert_cmpint (fixture->chosen, ==, THAW_REGION_NECK);

  gtk_widget_grab_focus (jaw);
  g_assert_true (gtk_widget_activate (jaw));
  while (fixture->n_chosen == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture->chosen, ==, THAW_REGION_JAW);
}

static void
test_pointer (Fixture       *fixture,
              gconstpointer  data)
{
  graphene_point_t point, arm, chest;

  for (int side = 0; side < THAW_N_BODY_SIDES; side++)
    {
      for (int region = 0; region < THAW_N_BODY_REGIONS; region++)
        {
          GtkWidget *button = get_button (fixture, (ThawBodySide) side, (ThawBodyRegion) region);

          if (button == NULL)
            continue;

          for (int is_left = 0; is_left < 2; is_left++)
            {
              get_spot (fixture, (ThawBodySide) side, (ThawBodyRegion) region, is_left, &point);
              g_assert_true (pick (fixture, &point) == button);
            }
        }
    }

  /* Between the legs is in the box of the legs, but not on them. */
  get_spot (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST, FALSE, &chest);
  get_spot (fixture, THAW_BODY_FRONT, THAW_REGION_ARMS, TRUE, &arm);
  get_spot (fixture, THAW_BODY_FRONT, THAW_REGION_FEET, FALSE, &point);
  point.x = arm.x;
  g_assert_false (THAW_IS_BODY_REGION_BUTTON (pick (fixture, &point)));
}

static void
test_current (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpint (thaw_body_map_get_current (fixture->map), ==, -1);
  thaw_body_map_set_current (fixture->map, THAW_REGION_LOWER_BACK);
  g_assert_cmpint (thaw_body_map_get_current (fixture->map), ==, THAW_REGION_LOWER_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->map));
  assert_focus (fixture, THAW_BODY_BACK, THAW_REGION_LOWER_BACK);
  thaw_body_map_set_current (fixture->map, -1);
  g_assert_cmpint (thaw_body_map_get_current (fixture->map), ==, -1);
}

/* Left and right are what one sees: the front stands on the right. */
static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  graphene_point_t front, back;

  gtk_widget_set_direction (GTK_WIDGET (fixture->map), GTK_TEXT_DIR_RTL);
  thaw_test_ui_flush (GTK_WIDGET (fixture->map));
  get_spot (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD, FALSE, &front);
  get_spot (fixture, THAW_BODY_BACK, THAW_REGION_HEAD, FALSE, &back);
  g_assert_cmpfloat (back.x, <, front.x);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->map));
  press (fixture, GDK_KEY_Left);
  assert_focus (fixture, THAW_BODY_BACK, THAW_REGION_HEAD);
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD);
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD);
}

/* One side at a time; arrows turn the figure round. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *front = get_button (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD);
  GtkWidget *back = get_button (fixture, THAW_BODY_BACK, THAW_REGION_HEAD);
  GtkWidget *toggle = thaw_test_ui_find (GTK_WIDGET (fixture->map), GTK_TYPE_TOGGLE_BUTTON, "Back");

  g_assert_true (gtk_widget_get_mapped (front));
  g_assert_false (gtk_widget_get_mapped (back));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->map));
  g_assert_false (gtk_widget_get_mapped (front));
  g_assert_true (gtk_widget_get_mapped (back));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->map));
  assert_focus (fixture, THAW_BODY_BACK, THAW_REGION_HEAD);

  press (fixture, GDK_KEY_Left);
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD);
  thaw_test_ui_flush (GTK_WIDGET (fixture->map));
  assert_focus (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD);
  g_assert_true (gtk_widget_get_mapped (front));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));

  /* The switch is a stop of its own, before the figure. */
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_TAB_BACKWARD));
  g_assert_false (THAW_IS_BODY_REGION_BUTTON (gtk_window_get_focus (fixture->window)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_TAB_FORWARD));

  thaw_body_map_set_current (fixture->map, THAW_REGION_NECK);
  thaw_test_ui_flush (GTK_WIDGET (fixture->map));
  g_assert_true (gtk_widget_get_mapped (back));
}

static void
test_wide (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (gtk_widget_get_mapped (get_button (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD)));
  g_assert_true (gtk_widget_get_mapped (get_button (fixture, THAW_BODY_BACK, THAW_REGION_HEAD)));
  g_assert_false (gtk_widget_get_mapped (thaw_test_ui_find (GTK_WIDGET (fixture->map), GTK_TYPE_TOGGLE_BUTTON,
                                                            "Back")));
}

static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);
  g_autofree char *name = g_strdup_printf ("body-map-%d", GPOINTER_TO_INT (data));
  g_autofree char *name_focus = g_strdup_printf ("body-map-%d-focus", GPOINTER_TO_INT (data));

  thaw_test_ui_save_picture (GTK_WIDGET (fixture->map), name);
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 3));
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_HANDS, THAW_QUALITY_NONE, 2));
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_EYES, THAW_QUALITY_HEAVY, 2));
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_STOMACH, THAW_QUALITY_HOLLOW, 1));
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_LEGS, THAW_QUALITY_HEAVY, 0));
  g_ptr_array_add (sensations, thaw_sensation_new (THAW_REGION_UPPER_BACK, THAW_QUALITY_HEAVY, 3));
  thaw_body_map_set_sensations (fixture->map, sensations);
  gtk_window_set_focus_visible (fixture->window, TRUE);
  gtk_widget_grab_focus (get_button (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST));
  gtk_widget_set_state_flags (get_button (fixture, THAW_BODY_FRONT, THAW_REGION_ARMS), GTK_STATE_FLAG_PRELIGHT, FALSE);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), name_focus);
}

static void
test_finalize (void)
{
  g_autoptr (ThawBodyMap) map = g_object_ref_sink (THAW_BODY_MAP (thaw_body_map_new ()));

  thaw_body_map_set_current (map, THAW_REGION_CHEST);
  g_assert_finalize_object (g_steal_pointer (&map));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, width, function) \
  g_test_add ("/ui/body-map/" path, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)
  ADD ("names", WIDE, test_names);
  ADD ("sensations", WIDE, test_sensations);
  ADD ("keys", WIDE, test_keys);
  ADD ("choose", WIDE, test_choose);
  ADD ("pointer/wide", WIDE, test_pointer);
  ADD ("current", WIDE, test_current);
  ADD ("right-to-left", WIDE, test_right_to_left);
  ADD ("wide", 300, test_wide);
  ADD ("narrow", NARROW, test_narrow);
  ADD ("picture/wide", WIDE, test_picture);
  ADD ("picture/phone", 324, test_picture);
  ADD ("picture/narrow", NARROW, test_picture);
#undef ADD
  g_test_add_func ("/ui/body-map/finalize", test_finalize);

  return g_test_run ();
}
