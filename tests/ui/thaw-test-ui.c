/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-ui"

#include "config.h"
#include "thaw-test-ui.h"

#include <locale.h>

/**
 * thaw_test_ui_init:
 *
 * Instead of g_test_init() where there are widgets: GTK, the app's style and its
 * icons are there as the application would have set them up. The font is the one
 * that THAW_TEST_FONT names, or Cantarell 11.
 */
void
thaw_test_ui_init (int    *argc,
                   char ***argv)
{
  static const char *const styles[] = { "style-rest.css", "style.css" };
  const char *font = g_getenv ("THAW_TEST_FONT");

  gtk_test_init (argc, argv, NULL);
  /* That chose English of the United States, where it is installed. */
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_object_set (gtk_settings_get_default (), "gtk-font-name", font != NULL ? font : "Cantarell 11",
                "gtk-enable-animations", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat ("/io/github/thawapp/Thaw/", styles[i], NULL);

      gtk_css_provider_load_from_resource (style, path);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/thawapp/Thaw/icons");
}

/**
 * thaw_test_ui_present:
 * @child: (transfer floating): what to show
 *
 * Shows @child in a window of its own, and waits until it is there.
 *
 * Returns: (transfer none): the window; end it with thaw_test_ui_close()
 */
GtkWindow *
thaw_test_ui_present (GtkWidget *child)
{
  return thaw_test_ui_present_sized (child, 640, 800);
}

/**
 * thaw_test_ui_present_sized:
 * @child: (transfer floating): what to show
 * @width: the width of the window
 * @height: the height of the window
 *
 * Like thaw_test_ui_present(), where the size matters.
 *
 * Returns: (transfer none): the window; end it with thaw_test_ui_close()
 */
GtkWindow *
thaw_test_ui_present_sized (GtkWidget *child,
                            int        width,
                            int        height)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));

  while (!gtk_widget_get_mapped (child) || gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);

  return GTK_WINDOW (window);
}

/**
 * thaw_test_ui_close:
 * @window: (transfer full): a window
 *
 * Destroys @window and waits until what it showed is gone as well.
 */
void
thaw_test_ui_close (GtkWindow *window)
{
  GtkWidget *child = adw_window_get_content (ADW_WINDOW (window));

  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  gtk_window_destroy (window);

  /* What is on its way to the disk may hold it for a while; if it never goes, the test runs out of time. */
  while (child != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
press_in_phase (GtkWidget           *widget,
                GtkPropagationPhase  phase,
                guint                keyval,
                GdkModifierType      modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != phase)
        continue;

      g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, modifiers, &is_handled);
      if (is_handled)
        return TRUE;
    }

  return FALSE;
}

static gboolean
press_down_from_root (GtkWidget       *widget,
                      guint            keyval,
                      GdkModifierType  modifiers)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent != NULL && press_down_from_root (parent, keyval, modifiers)) ||
         press_in_phase (widget, GTK_PHASE_CAPTURE, keyval, modifiers);
}

/**
 * thaw_test_ui_press:
 * @widget: where the focus is
 * @keyval: a key
 * @modifiers: what is held down with it
 *
 * Shows a key press to the key controllers from the window down to @widget and
 * back, in the order in which GTK does.
 *
 * Returns: whether one of them took it
 */
gboolean
thaw_test_ui_press (GtkWidget       *widget,
                    guint            keyval,
                    GdkModifierType  modifiers)
{
  g_assert_nonnull (widget);

  if (press_down_from_root (widget, keyval, modifiers))
    return TRUE;

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      if ((at == widget && press_in_phase (at, GTK_PHASE_TARGET, keyval, modifiers)) ||
          press_in_phase (at, GTK_PHASE_BUBBLE, keyval, modifiers))
        return TRUE;
    }

  return FALSE;
}

/**
 * thaw_test_ui_tab:
 *
 * Returns: whether the focus went somewhere else
 */
gboolean
thaw_test_ui_tab (GtkWindow        *window,
                  GtkDirectionType  direction)
{
  GtkWidget *before = gtk_window_get_focus (window);

  g_signal_emit_by_name (window, "move-focus", direction);

  return gtk_window_get_focus (window) != before;
}

/**
 * thaw_test_ui_find:
 * @type: the type to look for
 * @text: (nullable): the label or tooltip it must have
 *
 * Returns: (transfer none) (nullable): the first such widget below @widget
 */
GtkWidget *
thaw_test_ui_find (GtkWidget  *widget,
                   GType       type,
                   const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        {
          g_autofree char *label = NULL;

          if (g_object_class_find_property (G_OBJECT_GET_CLASS (child), "label") != NULL)
            g_object_get (child, "label", &label, NULL);

          if (text == NULL ||
              g_strcmp0 (label, text) == 0 ||
              g_strcmp0 (gtk_widget_get_tooltip_text (child), text) == 0)
            return child;
        }

      found = thaw_test_ui_find (child, type, text);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * thaw_test_ui_count_cb:
 * @count: a number
 *
 * Adds one; connect it with g_signal_connect_swapped() to count a signal.
 */
void
thaw_test_ui_count_cb (int *count)
{
  *count += 1;
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  guint *n_left = user_data;

  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * thaw_test_ui_flush:
 * @widget: a widget in a window that is shown
 *
 * Runs the main loop until two frames were drawn and nothing waits.
 */
void
thaw_test_ui_flush (GtkWidget *widget)
{
  guint n_left = 2;

  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_add_tick_callback (widget, on_tick_cb, &n_left, NULL);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/**
 * thaw_test_ui_save_picture:
 * @widget: a widget that is shown
 * @name: the file name without its end
 *
 * Writes what is on the screen as a PNG into the folder that THAW_TEST_PICTURES
 * names. Without that variable nothing happens.
 */
void
thaw_test_ui_save_picture (GtkWidget  *widget,
                           const char *name)
{
  const char *directory = g_getenv ("THAW_TEST_PICTURES");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width, height;

  if (directory == NULL)
    return;

  thaw_test_ui_flush (widget);
  path = g_build_filename (directory, file, NULL);
  paintable = gtk_widget_paintable_new (widget);
  width = gdk_paintable_get_intrinsic_width (paintable);
  height = gdk_paintable_get_intrinsic_height (paintable);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/**
 * thaw_test_ui_find_class:
 * @root: where to begin
 * @type: the type of the widget
 * @css_class: (nullable): a style class that it must have
 *
 * Returns: (transfer none) (nullable): the first such widget at or below @root
 */
GtkWidget *
thaw_test_ui_find_class (GtkWidget  *root,
                         GType       type,
                         const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (css_class == NULL || gtk_widget_has_css_class (root, css_class)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = thaw_test_ui_find_class (child, type, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * thaw_test_ui_assert_heading:
 * @root: where to begin
 * @text: what is read there
 *
 * Asserts that who jumps from heading to heading comes across @text.
 */
void
thaw_test_ui_assert_heading (GtkWidget  *root,
                             const char *text)
{
  GtkWidget *label = thaw_test_ui_find (root, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_ROLE_HEADING);
}
