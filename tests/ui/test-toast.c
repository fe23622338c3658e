/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-toast.h"

#include "thaw-test-ui.h"

typedef struct
{
  GtkWindow *window;
  AdwToastOverlay *overlay;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("below"));
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->overlay));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static guint
count_toasts (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->overlay));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget");

  return n;
}

static void
await_toasts (Fixture *fixture,
              guint    n)
{
  while (count_toasts (fixture) != n)
    g_main_context_iteration (NULL, TRUE);
}

/* As it is read, without the marks. */
static gboolean
is_told (Fixture    *fixture,
         const char *sentence)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->overlay));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = thaw_test_ui_find (child, GTK_TYPE_LABEL, NULL);

      if (label != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), sentence))
        return TRUE;
    }

  return FALSE;
}

static gboolean
send_away (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (send_away (child))
        return TRUE;
    }

  return FALSE;
}

/* A name may have whatever characters. */
static void
test_tell (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_toast_tell (fixture->overlay, "Saved as “Salt & <pepper>”");
  g_assert_true (is_told (fixture, "Saved as “Salt & <pepper>”"));
}

/* What is said twice is there once: when it is sent away, nothing waits behind it. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < 5; i++)
    thaw_toast_tell (fixture->overlay, "Number copied");
  g_assert_cmpuint (count_toasts (fixture), ==, 1);

  g_assert_true (send_away (GTK_WIDGET (fixture->overlay)));
  await_toasts (fixture, 0);

  /* It can be said once more. */
  thaw_toast_tell (fixture->overlay, "Number copied");
  g_assert_true (is_told (fixture, "Number copied"));
}

/* What is said last is what counts. */
static void
test_other (Fixture       *fixture,
            gconstpointer  data)
{
  thaw_toast_tell (fixture->overlay, "One");
  thaw_toast_tell (fixture->overlay, "Two");
  thaw_toast_tell (fixture->overlay, "Three");
  while (!is_told (fixture, "Three"))
    g_main_context_iteration (NULL, TRUE);
  await_toasts (fixture, 1);
  g_assert_false (is_told (fixture, "Two"));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/toast/tell", Fixture, NULL, set_up, test_tell, tear_down);
  g_test_add ("/ui/toast/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/ui/toast/other", Fixture, NULL, set_up, test_other, tear_down);

  return g_test_run ();
}
