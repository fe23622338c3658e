/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-close-guard"

#include "config.h"

#include "thaw-close-guard.h"
#include "thaw-close-question.h"
#include "thaw-test-ui.h"
#include "thaw-words-keeper.h"

/* Somebody whose words are wherever a test wants them. */
#define TEST_TYPE_KEEPER (test_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TestKeeper, test_keeper, TEST, KEEPER, AdwBin)

struct _TestKeeper
{
  AdwBin parent_instance;

  ThawWordsState state;
};

static ThawWordsState
test_keeper_get_state (ThawWordsKeeper *keeper)
{
  return TEST_KEEPER (keeper)->state;
}

static void
test_keeper_keep (ThawWordsKeeper *keeper)
{
}

static void
test_keeper_iface_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = test_keeper_get_state;
  iface->keep = test_keeper_keep;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestKeeper, test_keeper, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, test_keeper_iface_init))

static void
test_keeper_class_init (TestKeeperClass *klass)
{
}

static void
test_keeper_init (TestKeeper *self)
{
}

/* An application that goes on without a window, as it does for reminders. */
typedef struct
{
  GtkApplication *application; /* (owned) */
  GtkWindow *window;           /* (nullable): NULL when it is closed */
  ThawCloseGuard *guard;       /* (owned) */
  TestKeeper *keeper;          /* (unowned): in the window */
  void (*act) (gpointer fixture);
  gboolean is_over;            /* the test ends the application itself */
} Fixture;

static gboolean
on_close_request_cb (GtkWindow *window,
                     gpointer   user_data)
{
  return !thaw_close_guard_may_close (((Fixture *) user_data)->guard);
}

static void
on_activate_cb (GtkApplication *application,
                gpointer        user_data)
{
  Fixture *fixture = user_data;

  g_application_hold (G_APPLICATION (application));
  fixture->window = GTK_WINDOW (gtk_application_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  fixture->keeper = g_object_new (TEST_TYPE_KEEPER, NULL);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->keeper));
  fixture->guard = thaw_close_guard_new (fixture->window);
  thaw_close_guard_watch (fixture->guard, THAW_WORDS_KEEPER (fixture->keeper));
  g_signal_connect (fixture->window, "close-request", G_CALLBACK (on_close_request_cb), fixture);
  gtk_window_present (fixture->window);

  fixture->act (fixture);
}

/* Returns whether the test had to end it. */
static gboolean
run (void (*act) (gpointer fixture))
{
  Fixture fixture = { .act = act };

  fixture.application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (fixture.application, "activate", G_CALLBACK (on_activate_cb), &fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture.application), 0, NULL), ==, 0);

  if (fixture.window != NULL)
    gtk_window_destroy (fixture.window);
  g_clear_object (&fixture.guard);
  g_clear_object (&fixture.application);

  return fixture.is_over;
}

static void
quit (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.quit", NULL);
}

static AdwMessageDialog *
find_question (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        return ADW_MESSAGE_DIALOG (toplevel);
    }

  return NULL;
}

static void
answer (const char *response)
{
  g_assert_nonnull (find_question ());
  adw_message_dialog_response (find_question (), response);
}

static void
wait_for_close (Fixture *fixture)
{
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* If it does not end, the test runs out of time. */
static void
quit_at_once (gpointer fixture)
{
  quit (fixture);
}

static void
test_quit (void)
{
  g_assert_false (run (quit_at_once));
}

static void
quit_when_kept (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->keeper->state = THAW_WORDS_ON_THEIR_WAY;
  quit (fixture);
  g_assert_nonnull (fixture->window);
  fixture->keeper->state = THAW_WORDS_KEPT;
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (fixture->keeper));
}

static void
test_quit_later (void)
{
  g_assert_false (run (quit_when_kept));
}

static void
quit_without_words (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->keeper->state = THAW_WORDS_UNKEPT;
  quit (fixture);
  answer (THAW_CLOSE_QUESTION_CLOSE);
}

static void
test_quit_anyway (void)
{
  g_assert_false (run (quit_without_words));
}

/* Ends what nothing else ends, if that is so. */
static gboolean
on_still_running_cb (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->is_over = TRUE;
  g_application_quit (G_APPLICATION (fixture->application));

  return G_SOURCE_REMOVE;
}

static void
stay_and_close (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->keeper->state = THAW_WORDS_UNKEPT;
  quit (fixture);
  answer ("back");
  g_assert_nonnull (fixture->window);

  fixture->keeper->state = THAW_WORDS_KEPT;
  gtk_window_close (fixture->window);
  wait_for_close (fixture);
  g_idle_add_full (G_PRIORITY_LOW, on_still_running_cb, fixture, NULL);
}

static void
test_stay (void)
{
  /* It went on without the window. */
  g_assert_true (run (stay_and_close));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/close-guard/quit", test_quit);
  g_test_add_func ("/ui/close-guard/quit-later", test_quit_later);
  g_test_add_func ("/ui/close-guard/quit-anyway", test_quit_anyway);
  g_test_add_func ("/ui/close-guard/stay", test_stay);

  return g_test_run ();
}
