/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-word-window"

#include "config.h"
#include "support/thaw-word-window.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  GtkWidget *window; /* (unowned) (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  g_set_weak_pointer (&fixture->window, GTK_WIDGET (thaw_word_window_new (fixture->services.services, "joy")));
  gtk_window_present (GTK_WINDOW (fixture->window));
  thaw_test_ui_flush (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_services_tear_down (&fixture->services);
}

static const ThawEmotion *
find_emotion (Fixture    *fixture,
              const char *slug)
{
  return thaw_vocabulary_find_emotion (thaw_services_get_vocabulary (fixture->services.services), slug);
}

static void
assert_shown (Fixture    *fixture,
              const char *slug)
{
  const ThawEmotion *emotion = find_emotion (fixture, slug);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, emotion->word);
  g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, emotion->definition));
  g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, emotion->body));
}

/* What there is to say about a word, and nothing to choose. */
static void
test_word (Fixture       *fixture,
           gconstpointer  data)
{
  assert_shown (fixture, "joy");
  g_assert_null (thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, "Hide This Word"));
}

/* A word near to it comes in its place, and the focus with it. */
static void
test_near (Fixture       *fixture,
           gconstpointer  data)
{
  const ThawEmotionNear *near = g_ptr_array_index (find_emotion (fixture, "joy")->near, 0);
  const char *word = find_emotion (fixture, near->slug)->word;
  GtkWidget *link = thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, word);

  g_assert_nonnull (link);
  g_assert_true (gtk_widget_is_sensitive (link));
  gtk_widget_grab_focus (link);
  g_signal_emit_by_name (link, "clicked");
  assert_shown (fixture, near->slug);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), fixture->window));
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_null (thaw_word_window_new (fixture->services.services, "of-a-later-version"));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/word-window/word", Fixture, NULL, set_up, test_word, tear_down);
  g_test_add ("/ui/word-window/near", Fixture, NULL, set_up, test_near, tear_down);
  g_test_add ("/ui/word-window/unknown", Fixture, NULL, set_up, test_unknown, tear_down);

  return g_test_run ();
}
