/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-line-view"

#include "config.h"
#include "practice/thaw-line-view.h"

#include "thaw-test-ui.h"

static void
assert_shown (GtkWidget  *view,
              const char *line,
              gboolean    is_shown)
{
  GtkWidget *label = thaw_test_ui_find (view, GTK_TYPE_LABEL, line);

  g_assert_cmpint (label != NULL && gtk_widget_get_child_visible (gtk_widget_get_ancestor (label,
                                                                                           GTK_TYPE_SCROLLED_WINDOW)),
                   ==, is_shown);
}

/* One at a time: with animations off, at once. */
static void
test_lines (void)
{
  GtkWidget *view = thaw_line_view_new ();
  GtkWindow *window = thaw_test_ui_present (view);

  thaw_line_view_set_line (THAW_LINE_VIEW (view), "The feet.");
  assert_shown (view, "The feet.", TRUE);

  thaw_line_view_set_line (THAW_LINE_VIEW (view), "The knees.");
  g_assert_cmpstr (thaw_line_view_get_line (THAW_LINE_VIEW (view)), ==, "The knees.");
  assert_shown (view, "The knees.", TRUE);
  assert_shown (view, "The feet.", FALSE);

  /* The same line again stays where it is, and silence is nothing. */
  thaw_line_view_set_line (THAW_LINE_VIEW (view), "The knees.");
  assert_shown (view, "The knees.", TRUE);
  thaw_line_view_set_line (THAW_LINE_VIEW (view), NULL);
  assert_shown (view, "The knees.", FALSE);
  g_assert_cmpstr (thaw_line_view_get_line (THAW_LINE_VIEW (view)), ==, "");

  thaw_test_ui_close (window);
}

/* A long line does not make a small window larger. */
static void
test_narrow (void)
{
  GtkWidget *view = thaw_line_view_new ();
  GtkWindow *window;
  g_autofree char *line = g_strnfill (2000, 'm');

  thaw_line_view_set_line (THAW_LINE_VIEW (view), line);
  window = thaw_test_ui_present_sized (view, 360, 294);
  g_assert_cmpint (gtk_widget_get_width (view), <=, 360);
  g_assert_cmpint (gtk_widget_get_height (view), <=, 294);

  thaw_test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/line-view/lines", test_lines);
  g_test_add_func ("/ui/line-view/narrow", test_narrow);

  return g_test_run ();
}
