/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "content/thaw-coping-loader.h"
#include "content/thaw-vocabulary-loader.h"
#include "pages/journal/thaw-entry-tile.h"
#include "thaw-test-ui.h"

#include <math.h>

static ThawVocabulary *vocabulary;        /* (owned) */
static ThawCopingCatalog *coping_catalog; /* (owned) */

static ThawEntrySummary *
make_summary (const char *iso,
              int         feeling,
              double      valence,
              ThawAnswer  answer,
              const char *title,
              const char *excerpt)
{
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  return thaw_entry_summary_new ("0190a6c0-0000-7000-8000-000000000001", thaw_moment_get_position (&moment), &moment,
                                 feeling, valence, answer, title, excerpt);
}

static void
add_emotion (ThawEntrySummary *summary,
             const char       *slug,
             int               intensity)
{
  g_ptr_array_add (thaw_entry_summary_get_emotions (summary), thaw_emotion_mark_new (slug, intensity));
}

static void
add_tag (ThawEntrySummary *summary,
         const char       *name,
         gboolean          is_trigger)
{
  g_ptr_array_add (thaw_entry_summary_get_tags (summary), thaw_tag_mark_new (name, THAW_TAG_EVENT, is_trigger));
}

static void
add_sensation (ThawEntrySummary     *summary,
               ThawBodyRegion        region,
               ThawSensationQuality  quality,
               int                   strength)
{
  g_ptr_array_add (thaw_entry_summary_get_sensations (summary), thaw_sensation_new (region, quality, strength));
}

static void
add_coping (ThawEntrySummary  *summary,
            const char        *slug,
            ThawCopingOutcome  outcome)
{
  g_ptr_array_add (thaw_entry_summary_get_copings (summary), thaw_coping_mark_new (slug, outcome));
}

static void
add_highlight (GArray     *highlights,
               const char *text,
               const char *match)
{
  ThawHighlight highlight = { (guint) (strstr (text, match) - text), (guint) strlen (match) };

  g_array_append_val (highlights, highlight);
}

static void
append_tile (GtkWidget        *box,
             ThawEntrySummary *summary,
             const char       *heading)
{
  GtkWidget *tile = thaw_entry_tile_new (vocabulary, coping_catalog);

  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), summary);
  thaw_entry_tile_set_heading (THAW_ENTRY_TILE (tile), heading);
  gtk_box_append (GTK_BOX (box), tile);
}

/* Every kind of entry that a journal can hold. */
static GtkWidget *
make_box (void)
{
  static const char *text = "Walked along the river with Anna. The water was high and loud, and for a moment I noticed "
                            "the cold air on my face and did not want to be anywhere else.";
  static const char *const many_emotions[] = { "joy", "sadness", "anger", "fear", "love" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (ThawEntrySummary) full = make_summary ("2026-03-03T09:15:00+01:00", 6, 1 / 3.0, THAW_ANSWER_NAMED,
                                                    "By the river", text);
  g_autoptr (ThawEntrySummary) nothing = make_summary ("2026-03-02T22:40:00+01:00", 0, NAN, THAW_ANSWER_NOTHING, NULL,
                                                       NULL);
  g_autoptr (ThawEntrySummary) words = make_summary ("2026-03-02T08:05:00+01:00", THAW_FEELING_UNKNOWN, NAN,
                                                     THAW_ANSWER_NONE, NULL, "Slept badly.");
  g_autoptr (ThawEntrySummary) many = make_summary ("2026-03-01T12:00:00+01:00", 10, -1, THAW_ANSWER_NAMED,
                                                    "<b>Ünïcode & markup</b> 😀 עברית", "مرحبا بكم في اليوميات");

  add_emotion (full, "joy", 2);
  add_emotion (full, "fear", 1);
  add_tag (full, "Anna", FALSE);
  add_tag (full, "argument at work", TRUE);
  add_highlight (thaw_entry_summary_get_title_highlights (full), "By the river", "river");
  add_highlight (thaw_entry_summary_get_excerpt_highlights (full), text, "river");
  add_sensation (full, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  add_coping (full, "walk", THAW_OUTCOME_BETTER);
  thaw_entry_summary_set_body_answer (nothing, THAW_BODY_ANSWER_NOWHERE);
  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    add_sensation (many, (ThawBodyRegion) i, THAW_QUALITY_NUMB, 3);
  add_coping (many, "stroked the cat until it had enough", THAW_OUTCOME_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (many_emotions); i++)
    add_emotion (many, many_emotions[i], 3);
  add_tag (many, "a tag of many words that goes on and on and on", FALSE);
  add_tag (many, "home", FALSE);

  append_tile (box, full, "Today");
  append_tile (box, nothing, "Yesterday");
  append_tile (box, words, NULL);
  append_tile (box, many, "Sunday 1 March");

  return box;
}

static void
test_name (void)
{
  g_autoptr (ThawEntrySummary) summary = make_summary ("2026-03-03T09:15:00+01:00", 6, 1 / 3.0, THAW_ANSWER_NAMED,
                                                       "By the river", "Loud water.");
  GtkWidget *tile = g_object_ref_sink (thaw_entry_tile_new (vocabulary, coping_catalog));

  add_emotion (summary, "joy", 2);
  add_emotion (summary, "shut-down", 1);
  add_tag (summary, "Anna", FALSE);
  add_tag (summary, "argument", TRUE);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), summary);

  gtk_test_accessible_assert_role (tile, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 3 March 2026, 09:15. Feeling 6 of 10, somewhat. slightly pleasant. "
                                       "joy, clearly; feeling shut down, a little. By the river. Loud water. "
                                       "Tags: Anna; argument (trigger).");

  g_assert_finalize_object (tile);
}

static void
test_name_of_little (void)
{
  g_autoptr (ThawEntrySummary) summary = make_summary ("2026-03-03T09:15:00+01:00", THAW_FEELING_UNKNOWN, NAN,
                                                       THAW_ANSWER_NO_WORD, NULL, NULL);
  GtkWidget *tile = g_object_ref_sink (thaw_entry_tile_new (vocabulary, coping_catalog));

  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), summary);
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 3 March 2026, 09:15. something, no word yet.");

  g_assert_finalize_object (tile);
}

static void
test_name_of_noticed (void)
{
  g_autoptr (ThawEntrySummary) summary = make_summary ("2026-03-03T09:15:00+01:00", THAW_FEELING_UNKNOWN, NAN,
                                                       THAW_ANSWER_UNSURE, NULL, "Hm.");
  g_autoptr (ThawEntrySummary) nowhere = make_summary ("2026-03-03T09:15:00+01:00", THAW_FEELING_UNKNOWN, NAN,
                                                       THAW_ANSWER_NOTHING, NULL, NULL);
  GtkWidget *tile = g_object_ref_sink (thaw_entry_tile_new (vocabulary, coping_catalog));

  add_sensation (summary, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  add_sensation (summary, THAW_REGION_JAW, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
  add_coping (summary, "walk", THAW_OUTCOME_BETTER);
  add_coping (summary, "sang", THAW_OUTCOME_NONE);
  g_ptr_array_add (thaw_entry_summary_get_tags (summary), thaw_tag_mark_new ("I can’t", THAW_TAG_THOUGHT, TRUE));
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), summary);
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 3 March 2026, 09:15. not sure. In the body: chest: tight, clearly; "
                                       "jaw. Hm. Tags: I can’t (trigger). What I did: Took a walk: better; sang.");

  thaw_entry_summary_set_body_answer (nowhere, THAW_BODY_ANSWER_NOWHERE);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), nowhere);
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 3 March 2026, 09:15. nothing. In the body: nowhere.");

  g_assert_finalize_object (tile);
}

static int
get_height (GtkWidget *tile,
            int        width)
{
  int height;

  gtk_widget_measure (tile, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
test_height (void)
{
  g_autoptr (ThawEntrySummary) line = make_summary ("2026-03-03T09:15:00+01:00", 6, NAN, THAW_ANSWER_NONE, NULL,
                                                    "Short.");
  g_autoptr (ThawEntrySummary) lines = make_summary ("2026-03-03T09:15:00+01:00", 6, NAN, THAW_ANSWER_NONE, NULL,
                                                     "A text that needs more than one line of a narrow window, and so "
                                                     "gets two of them, and not a third.");
  g_autoptr (ThawEntrySummary) noticed = make_summary ("2026-03-03T09:15:00+01:00", 6, NAN, THAW_ANSWER_NONE, NULL,
                                                       "Short.");
  GtkWidget *tile = g_object_ref_sink (thaw_entry_tile_new (vocabulary, coping_catalog));
  GtkWidget *label = g_object_ref_sink (gtk_label_new (thaw_entry_summary_get_excerpt (lines)));
  int one_line, noticed_line, text_width;

  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), line);
  one_line = get_height (tile, 360);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), lines);
  g_assert_cmpint (get_height (tile, 360), >, one_line);
  g_assert_cmpint (get_height (tile, 1600), ==, one_line);

  /* No line too many where there is room for the text, however wide its letters might have been. */
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &text_width, NULL, NULL);
  g_assert_cmpint (get_height (tile, text_width + 60), ==, one_line);
  g_assert_cmpint (get_height (tile, text_width), >, one_line);

  thaw_entry_tile_set_heading (THAW_ENTRY_TILE (tile), "Today");
  g_assert_cmpint (get_height (tile, 1600), >, one_line);

  /* However much was noticed and done, it is one line more. */
  thaw_entry_tile_set_heading (THAW_ENTRY_TILE (tile), NULL);
  thaw_entry_summary_set_body_answer (noticed, THAW_BODY_ANSWER_UNSURE);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), noticed);
  noticed_line = get_height (tile, 360);
  g_assert_cmpint (noticed_line, >, one_line);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), NULL);
  for (int i = 0; i < 8; i++)
    add_coping (noticed, "walk", THAW_OUTCOME_SAME);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), noticed);
  g_assert_cmpint (get_height (tile, 360), ==, noticed_line);

  g_object_unref (label);
  g_assert_finalize_object (tile);
}

static void
on_notify_cb (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  ++*(guint *) user_data;
}

static void
test_setters_notify_once (void)
{
  g_autoptr (ThawEntrySummary) summary = make_summary ("2026-03-03T09:15:00+01:00", 6, NAN, THAW_ANSWER_NONE, NULL, "a");
  g_autoptr (ThawEntrySummary) same = make_summary ("2026-03-03T09:15:00+01:00", 6, NAN, THAW_ANSWER_NONE, NULL, "a");
  g_autoptr (ThawEntrySummary) other = make_summary ("2026-03-03T09:15:00+01:00", 6, NAN, THAW_ANSWER_NONE, NULL, "b");
  GtkWidget *tile = g_object_ref_sink (thaw_entry_tile_new (vocabulary, coping_catalog));
  guint n = 0;

  g_signal_connect (tile, "notify", G_CALLBACK (on_notify_cb), &n);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), summary);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), same);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (thaw_entry_tile_get_summary (THAW_ENTRY_TILE (tile)) == summary);
  thaw_entry_tile_set_summary (THAW_ENTRY_TILE (tile), other);
  g_assert_cmpuint (n, ==, 2);

  thaw_entry_tile_set_heading (THAW_ENTRY_TILE (tile), "Today");
  thaw_entry_tile_set_heading (THAW_ENTRY_TILE (tile), "Today");
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (thaw_entry_tile_get_heading (THAW_ENTRY_TILE (tile)), ==, "Today");

  g_assert_finalize_object (tile);
}

static void
assert_drawn (int         width,
              const char *picture)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = make_box ();
  GtkWindow *window;

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
  window = thaw_test_ui_present_sized (scroller, width, 620);

  for (GtkWidget *tile = gtk_widget_get_first_child (box); tile != NULL; tile = gtk_widget_get_next_sibling (tile))
    {
      g_assert_cmpint (gtk_widget_get_width (tile), ==, gtk_widget_get_width (box));
      g_assert_cmpint (gtk_widget_get_height (tile), ==, get_height (tile, gtk_widget_get_width (box)));
    }

  thaw_test_ui_save_picture (GTK_WIDGET (window), picture);
  thaw_test_ui_close (window);
}

static void
test_drawn (void)
{
  assert_drawn (720, "entry-tile");
}

static void
test_drawn_narrow (void)
{
  assert_drawn (360, "entry-tile-narrow");
}

int
main (int   argc,
      char *argv[])
{
  int result;

  thaw_test_ui_init (&argc, &argv);
  vocabulary = thaw_vocabulary_loader_load (NULL);
  coping_catalog = thaw_coping_loader_load (NULL);

  g_test_add_func ("/ui/entry-tile/name", test_name);
  g_test_add_func ("/ui/entry-tile/name-of-little", test_name_of_little);
  g_test_add_func ("/ui/entry-tile/name-of-noticed", test_name_of_noticed);
  g_test_add_func ("/ui/entry-tile/height", test_height);
  g_test_add_func ("/ui/entry-tile/setters-notify-once", test_setters_notify_once);
  g_test_add_func ("/ui/entry-tile/drawn", test_drawn);
  g_test_add_func ("/ui/entry-tile/drawn-narrow", test_drawn_narrow);

  result = g_test_run ();
  g_assert_finalize_object (vocabulary);

  return result;
}
