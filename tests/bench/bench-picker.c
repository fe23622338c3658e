/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-picker DIRECTORY: the emotion picker with 200 words over a journal: from the click until its first frame is
 * drawn, beside an empty window of the same kind, and from a letter typed into its search until what was found is drawn. */

#include "config.h"

#include "thaw-bench.h"
#include "thaw-style.h"
#include "thaw-test-vocabulary.h"
#include "widgets/picker/thaw-emotion-picker-window.h"

#define N_WORDS 200
#define N_OPENINGS 21

/* A person types 300 characters a minute at the most; rows below the window are made meanwhile. */
#define KEY_PAUSE_MS 200

/* The caret blinks, so frames are drawn all the time; a key comes anywhere between two of them. */
#define FRAME_MS 17

/* A usual word, a part of many words and definitions, and what is nowhere. */
static const char *const typed_words[] = { "anxiety", "shade 1", "the name", "xyzzy" };

static GtkWindow *parent;
static ThawVocabulary *vocabulary;
static ThawWordStore *words;
static ThawJournal *journal;

static void
on_painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

static void
pause_ms (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, (GSourceFunc) G_CALLBACK (on_painted_cb), &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the next frame of the window is drawn. */
static void
wait_for_frame (GtkWindow *window)
{
  gboolean is_painted = FALSE;
  GdkFrameClock *clock;
  gulong handler;

  gtk_widget_realize (GTK_WIDGET (window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted_cb), &is_painted);
  while (!is_painted || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static GtkWindow *
create_picker (void)
{
  return GTK_WINDOW (thaw_emotion_picker_window_new (vocabulary, words, journal));
}

/* The floor: what a dialog costs without anything in it. */
static GtkWindow *
create_empty (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 720);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);

  return GTK_WINDOW (window);
}

static GtkWindow *
open_window (GtkWindow *(*create) (void),
             double      *out_took_ms)
{
  double started_ms = thaw_bench_now_ms ();
  GtkWindow *window = create ();

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
  wait_for_frame (window);
  *out_took_ms = thaw_bench_now_ms () - started_ms;

  return window;
}

static void
measure_openings (void)
{
  g_autoptr (GArray) picker_samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) empty_samples_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_OPENINGS; i++)
    {
      double took_ms;
      GtkWindow *window = open_window (create_empty, &took_ms);

      /* The first of each pays for what all others find ready. */
      if (i > 0)
        g_array_append_val (empty_samples_ms, took_ms);
      pause_ms (KEY_PAUSE_MS);
      gtk_window_destroy (window);
      pause_ms (KEY_PAUSE_MS);

      window = open_window (create_picker, &took_ms);
      if (i > 0)
        g_array_append_val (picker_samples_ms, took_ms);
      pause_ms (KEY_PAUSE_MS);
      gtk_window_destroy (window);
      pause_ms (KEY_PAUSE_MS);
    }
  thaw_bench_report ("picker-empty-window", empty_samples_ms);
  thaw_bench_report ("picker-open", picker_samples_ms);
}

static void
measure_gathering (void)
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_OPENINGS; i++)
    {
      double started_ms = thaw_bench_now_ms (), took_ms;
      GtkWindow *window = create_picker ();

      took_ms = thaw_bench_now_ms () - started_ms;
      g_array_append_val (samples_ms, took_ms);
      gtk_window_destroy (window);
    }
  thaw_bench_report ("picker-build", samples_ms);
}

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
measure_keys (void)
{
  g_autoptr (GArray) samples_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) phase = g_rand_new_with_seed (1);
  double took_ms;
  GtkWindow *window = open_window (create_picker, &took_ms);
  GtkEditable *search_entry = GTK_EDITABLE (find_widget (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY));

  pause_ms (KEY_PAUSE_MS * 2);
  for (guint word = 0; word < G_N_ELEMENTS (typed_words); word++)
    {
      for (int i = 0; typed_words[word][i] != '\0'; i++)
        {
          int at = i;
          double pressed_ms = thaw_bench_now_ms ();

          gtk_editable_insert_text (search_entry, typed_words[word] + i, 1, &at);
          wait_for_frame (window);
          took_ms = thaw_bench_now_ms () - pressed_ms;
          g_array_append_val (samples_ms, took_ms);
          pause_ms (KEY_PAUSE_MS + (guint) g_rand_int_range (phase, 0, FRAME_MS));
        }
      gtk_editable_set_text (search_entry, "");
      pause_ms (KEY_PAUSE_MS * 2);
    }
  thaw_bench_report ("picker-key-to-frame", samples_ms);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawDatabase) database = NULL;
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  if (argc != 2)
    return 2;

  adw_init ();
  gtk_css_provider_load_from_resource (style, "/io/github/thawapp/Thaw/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  thaw_style_load_rest ();

  database = thaw_database_new (argv[1]);
  vocabulary = thaw_test_vocabulary_new_many (N_WORDS);
  words = thaw_word_store_new (database, clock);
  journal = thaw_journal_new (database, clock, NULL, NULL);
  if (!thaw_database_open_sync (database, THAW_DATABASE_READ_ONLY, &error))
    g_error ("%s", error->message);

  parent = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (parent, 900, 700);
  gtk_window_present (parent);
  wait_for_frame (parent);

  measure_openings ();
  measure_gathering ();
  measure_keys ();

  gtk_window_destroy (parent);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&journal);
  g_clear_object (&words);
  g_clear_object (&vocabulary);
  thaw_database_close (database);

  return 0;
}
