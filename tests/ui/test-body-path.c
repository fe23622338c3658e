/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-body-path"

#include "config.h"
#include "thaw-test-ui.h"
#include "widgets/body-map/thaw-body-map.h"
#include "widgets/body-path/thaw-body-path.h"
#include "widgets/body-path/thaw-quality-chips.h"
#include "widgets/body-path/thaw-step-heading.h"
#include "widgets/check-in/thaw-step-scale.h"

typedef struct
{
  GtkWindow *window;
  ThawBodyPath *path;
  ThawEntry *entry;
  GPtrArray *words; /* (element-type ThawEmotion) */
  int n_asked;      /* sensations that words were looked for, at last */
  int n_changed;
  int n_done;
} Fixture;

static ThawEmotion *
make_word (const char *slug,
           const char *definition)
{
  ThawEmotion *word = thaw_emotion_new ();

  g_free (word->slug);
  g_free (word->word);
  g_free (word->definition);
  word->slug = g_strdup (slug);
  word->word = g_strdup (slug);
  word->definition = g_strdup (definition);

  return word;
}

static GPtrArray *
find_words (GPtrArray *sensations,
            gpointer   user_data)
{
  Fixture *fixture = user_data;

  fixture->n_asked = (int) sensations->len;

  return g_ptr_array_ref (fixture->words);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = THAW_BODY_PATH (thaw_body_path_new ());
  fixture->entry = thaw_entry_new ();
  fixture->words = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_free);
  g_ptr_array_add (fixture->words, make_word ("fear", "Something may go wrong, and the body gets ready."));
  g_ptr_array_add (fixture->words, make_word ("sadness", "Something that matters is lost or far away."));
  thaw_body_path_set_word_func (fixture->path, find_words, fixture, NULL);
  g_signal_connect_swapped (fixture->path, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->path, "done", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_done);

  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->path), data != NULL ? GPOINTER_TO_INT (data) : 420,
                                                data != NULL ? 400 : 700);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  g_clear_object (&fixture->entry);
  g_clear_pointer (&fixture->words, g_ptr_array_unref);
}

static void
assert_step (Fixture      *fixture,
             ThawBodyStep  step)
{
  g_assert_cmpint (thaw_body_path_get_step (fixture->path), ==, step);
}

/* The page that is on the screen. */
static GtkWidget *
get_page (Fixture *fixture)
{
  return thaw_test_ui_find_class (GTK_WIDGET (fixture->path), GTK_TYPE_BOX, "current-step");
}

/* A button that is there, on the page or below it. */
static GtkWidget *
find_button (Fixture    *fixture,
             const char *label)
{
  GtkWidget *button = thaw_test_ui_find (get_page (fixture), GTK_TYPE_BUTTON, label);

  if (button == NULL)
    button = thaw_test_ui_find (GTK_WIDGET (fixture->path), GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_get_visible (button) ? button : NULL;
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find_button (fixture, label);

  g_test_message ("%s", label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static ThawBodyMap *
get_map (Fixture *fixture)
{
  return THAW_BODY_MAP (thaw_test_ui_find (GTK_WIDGET (fixture->path), THAW_TYPE_BODY_MAP, NULL));
}

static void
choose_region (Fixture        *fixture,
               ThawBodySide    side,
               ThawBodyRegion  region)
{
  g_signal_emit_by_name (thaw_body_map_get_button (get_map (fixture), side, region), "clicked");
}

static void
choose_strength (Fixture *fixture,
                 int      n_scale,
                 int      strength)
{
  GtkWidget *scale = thaw_test_ui_find (get_page (fixture), THAW_TYPE_STEP_SCALE, NULL);

  while (n_scale-- > 0)
    scale = gtk_widget_get_next_sibling (scale);
  g_signal_emit_by_name (thaw_step_scale_get_button (THAW_STEP_SCALE (scale), strength - 1), "clicked");
}

/* What the path says, as "chest tight 2, hands 0". */
static void
assert_said (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GString) said = g_string_new (NULL);
  GPtrArray *sensations;

  thaw_body_path_store_entry (fixture->path, fixture->entry);
  sensations = thaw_entry_get_sensations (fixture->entry);
  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);
      const char *quality = thaw_sensation_quality_to_slug (sensation->quality);

      g_string_append_printf (said, "%s%s%s%s %d", i > 0 ? ", " : "", thaw_body_region_to_slug (sensation->region),
                              quality != NULL ? " " : "", quality != NULL ? quality : "", sensation->strength);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
assert_emotions (Fixture    *fixture,
                 const char *expected,
                 ThawAnswer  answer)
{
  g_autoptr (GString) said = g_string_new (NULL);
  GPtrArray *marks;

  thaw_body_path_store_entry (fixture->path, fixture->entry);
  marks = thaw_entry_get_emotions (fixture->entry);
  for (guint i = 0; i < marks->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (marks, i);

      g_string_append_printf (said, "%s%s %d", i > 0 ? ", " : "", mark->slug, mark->intensity);
    }
  g_assert_cmpstr (said->str, ==, expected);
  g_assert_cmpint (thaw_entry_get_answer (fixture->entry), ==, answer);
}

static void
load_answer (Fixture    *fixture,
             ThawAnswer  answer)
{
  thaw_entry_set_answer (fixture->entry, answer);
  thaw_body_path_load_entry (fixture->path, fixture->entry);
}

static GtkWidget *
find_check (Fixture    *fixture,
            const char *word)
{
  GtkWidget *label = thaw_test_ui_find (get_page (fixture), GTK_TYPE_LABEL, word);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON);
}

/* From "not sure" to a word. */
static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  load_answer (fixture, THAW_ANSWER_UNSURE);
  assert_step (fixture, THAW_BODY_STEP_PLACE);
  g_assert_null (find_button (fixture, "_Back"));
  g_assert_null (find_button (fixture, "_Next"));

  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
  assert_step (fixture, THAW_BODY_STEP_QUALITY);
  assert_said (fixture, "chest 0");
  click (fixture, "tight");
  click (fixture, "warm");
  assert_said (fixture, "chest warm 0, chest tight 0");
  click (fixture, "_Next");
  assert_step (fixture, THAW_BODY_STEP_STRENGTH);
  choose_strength (fixture, 1, 2);
  assert_said (fixture, "chest warm 0, chest tight 2");
  click (fixture, "_Next");
  assert_step (fixture, THAW_BODY_STEP_MORE);

  click (fixture, "_Add Another Place");
  assert_step (fixture, THAW_BODY_STEP_PLACE);
  choose_region (fixture, THAW_BODY_BACK, THAW_REGION_NECK);
  click (fixture, "_Next");
  choose_strength (fixture, 0, 3);
  assert_said (fixture, "chest warm 0, chest tight 2, neck 3");
  click (fixture, "_Next");
  g_assert_nonnull (thaw_test_ui_find (get_page (fixture), GTK_TYPE_LABEL,
                                       "chest: warm\nchest: tight, clearly\nneck: strongly"));
  assert_emotions (fixture, "", THAW_ANSWER_UNSURE);

  click (fixture, "_Next");
  assert_step (fixture, THAW_BODY_STEP_WORDS);
  g_assert_cmpint (fixture->n_asked, ==, 3);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "fear")), TRUE);
  assert_emotions (fixture, "fear 1", THAW_ANSWER_NAMED);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "fear")), FALSE);
  assert_emotions (fixture, "", THAW_ANSWER_UNSURE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "sadness")), TRUE);
  click (fixture, "_Done");
  g_assert_cmpint (fixture->n_done, ==, 1);
  assert_emotions (fixture, "sadness 1", THAW_ANSWER_NAMED);
  g_assert_cmpint (fixture->n_changed, ==, 9);
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), keyval, 0));
}

/* The order in which Tab goes depends on where things are. While they find their places another window, of another
 * test, may take the display's focus; GTK forgets the way to what has it in this one then. */
static void
tab (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  thaw_test_ui_flush (GTK_WIDGET (fixture->path));
  gtk_window_set_focus (fixture->window, NULL);
  gtk_window_set_focus (fixture->window, focus);
  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
}

/* What Space does on what has the focus; a button is down for a moment. */
static void
press_space (Fixture *fixture)
{
  int n_changed = fixture->n_changed, n_done = fixture->n_done;
  ThawBodyStep step = thaw_body_path_get_step (fixture->path);

  g_assert_true (gtk_widget_activate (gtk_window_get_focus (fixture->window)));
  while (fixture->n_changed == n_changed && fixture->n_done == n_done &&
         thaw_body_path_get_step (fixture->path) == step)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_heading (Fixture    *fixture,
                const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  g_assert_true (THAW_IS_STEP_HEADING (focus));
  g_assert_cmpstr (thaw_step_heading_get_text (THAW_STEP_HEADING (focus)), ==, text);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->path));
  assert_heading (fixture, "Where in your body is it?");
  tab (fixture);
  for (int i = 0; i < 5; i++)
    press (fixture, GDK_KEY_Down);
  press_space (fixture);
  assert_heading (fixture, "Stomach: what is it like there?");

  tab (fixture);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Right);
  press_space (fixture);
  assert_said (fixture, "stomach tight 0");
  press (fixture, GDK_KEY_End);
  press_space (fixture);
  assert_said (fixture, "stomach tight 0, stomach numb 0");
  /* Past "not here after all". */
  tab (fixture);
  tab (fixture);
  tab (fixture);
  press_space (fixture);

  assert_heading (fixture, "How strong is it?");
  tab (fixture);
  press (fixture, GDK_KEY_3);
  tab (fixture);
  press (fixture, GDK_KEY_1);
  assert_said (fixture, "stomach tight 3, stomach numb 1");
  tab (fixture);
  tab (fixture);
  press_space (fixture);

  assert_heading (fixture, "Is there another place?");
  tab (fixture);
  tab (fixture);
  tab (fixture);
  press_space (fixture);

  assert_heading (fixture, "Words that people often use for that");
  tab (fixture);
  g_assert_true (gtk_window_get_focus (fixture->window) == find_check (fixture, "fear"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_check (fixture, "fear")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "fear");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_check (fixture, "fear")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Something may go wrong, and the body gets ready.");
  press_space (fixture);
  assert_emotions (fixture, "fear 1", THAW_ANSWER_NAMED);
  tab (fixture);
  tab (fixture);
  tab (fixture);
  tab (fixture);
  press_space (fixture);
  g_assert_cmpint (fixture->n_done, ==, 1);
}

/* Going back shows what was said, and loses nothing. */
static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *chips = thaw_test_ui_find (GTK_WIDGET (fixture->path), THAW_TYPE_QUALITY_CHIPS, NULL);

  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_HANDS);
  click (fixture, "cold");
  click (fixture, "_Next");
  choose_strength (fixture, 0, 1);
  click (fixture, "_Next");
  click (fixture, "_Next");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "fear")), TRUE);

  click (fixture, "_Back");
  assert_step (fixture, THAW_BODY_STEP_MORE);
  click (fixture, "_Back");
  assert_step (fixture, THAW_BODY_STEP_STRENGTH);
  g_assert_cmpint (thaw_step_scale_get_selected (THAW_STEP_SCALE (thaw_test_ui_find (get_page (fixture),
                                                                                     THAW_TYPE_STEP_SCALE, NULL))),
                   ==, 0);
  click (fixture, "_Back");
  assert_step (fixture, THAW_BODY_STEP_QUALITY);
  g_assert_true (thaw_quality_chips_get_chosen (THAW_QUALITY_CHIPS (chips), THAW_QUALITY_COLD));
  click (fixture, "shaky");
  assert_said (fixture, "hands cold 1, hands shaky 0");
  click (fixture, "_Back");
  assert_step (fixture, THAW_BODY_STEP_PLACE);
  g_assert_cmpint (thaw_body_map_get_current (get_map (fixture)), ==, THAW_REGION_HANDS);

  /* Forward without an answer, and the word is still chosen. */
  click (fixture, "_Next");
  assert_step (fixture, THAW_BODY_STEP_MORE);
  click (fixture, "_Next");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (fixture, "fear"))));
  assert_said (fixture, "hands cold 1, hands shaky 0");
  g_assert_cmpint (fixture->n_done, ==, 0);
}

/* A place that was met by mistake leaves nothing behind. */
static void
test_mistake (Fixture       *fixture,
              gconstpointer  data)
{
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_JAW);
  click (fixture, "_Back");
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_THROAT);
  assert_said (fixture, "throat 0");
  click (fixture, "tight");
  click (fixture, "_Back");
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_EYES);
  assert_said (fixture, "throat tight 0, eyes 0");
  click (fixture, "Not _Here After All");
  assert_step (fixture, THAW_BODY_STEP_PLACE);
  assert_said (fixture, "throat tight 0");

  /* Whoever went on without a word meant it. */
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_EYES);
  click (fixture, "_Next");
  click (fixture, "_Next");
  click (fixture, "_Add Another Place");
  click (fixture, "_Back");
  assert_step (fixture, THAW_BODY_STEP_MORE);
  click (fixture, "_Add Another Place");
  choose_region (fixture, THAW_BODY_BACK, THAW_REGION_FEET);
  assert_said (fixture, "throat tight 0, eyes 0, feet 0");
}

/* Whoever goes on with a place alone means it, and it stays when another one is added. */
static void
test_place_alone (Fixture       *fixture,
                  gconstpointer  data)
{
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
  click (fixture, "_Back");
  click (fixture, "_Next");
  assert_step (fixture, THAW_BODY_STEP_MORE);
  click (fixture, "_Add Another Place");
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_STOMACH);
  assert_said (fixture, "chest 0, stomach 0");
}

static void
test_qualities (Fixture       *fixture,
                gconstpointer  data)
{
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_LEGS);
  click (fixture, "heavy");
  click (fixture, "_Next");
  choose_strength (fixture, 0, 3);
  click (fixture, "_Back");
  click (fixture, "numb");
  assert_said (fixture, "legs heavy 3, legs numb 0");
  click (fixture, "heavy");
  assert_said (fixture, "legs numb 0");
  click (fixture, "numb");
  assert_said (fixture, "legs 0");

  /* Up and down lead to the lines above and below. */
  thaw_test_ui_flush (GTK_WIDGET (fixture->path));
  gtk_widget_grab_focus (thaw_test_ui_find (get_page (fixture), THAW_TYPE_QUALITY_CHIPS, NULL));
  g_assert_true (gtk_window_get_focus (fixture->window) == find_button (fixture, "warm"));
  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_DOWN));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (fixture->window))), !=, "cold");
  g_assert_true (gtk_widget_get_parent (gtk_window_get_focus (fixture->window)) ==
                 thaw_test_ui_find (get_page (fixture), THAW_TYPE_QUALITY_CHIPS, NULL));

  /* Taken back by pressing it again. */
  click (fixture, "_Next");
  choose_strength (fixture, 0, 2);
  assert_said (fixture, "legs 2");
  choose_strength (fixture, 0, 2);
  assert_said (fixture, "legs 0");
  g_signal_emit_by_name (thaw_test_ui_find (get_page (fixture), GTK_TYPE_BUTTON, "can’t tell"), "clicked");
  assert_said (fixture, "legs 0");
}

static void
test_body_answers (Fixture       *fixture,
                   gconstpointer  data)
{
  load_answer (fixture, THAW_ANSWER_NOTHING);
  click (fixture, "Nowhere");
  assert_step (fixture, THAW_BODY_STEP_MORE);
  assert_said (fixture, "");
  g_assert_cmpint (thaw_entry_get_body_answer (fixture->entry), ==, THAW_BODY_ANSWER_NOWHERE);
  g_assert_null (find_button (fixture, "_Add Another Place"));
  click (fixture, "_Done");
  g_assert_cmpint (fixture->n_done, ==, 1);

  click (fixture, "_Back");
  assert_step (fixture, THAW_BODY_STEP_PLACE);
  click (fixture, "Can’t Tell");
  assert_said (fixture, "");
  g_assert_cmpint (thaw_entry_get_body_answer (fixture->entry), ==, THAW_BODY_ANSWER_UNSURE);
  assert_emotions (fixture, "", THAW_ANSWER_NOTHING);

  click (fixture, "_Back");
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_ARMS);
  assert_said (fixture, "arms 0");
  g_assert_cmpint (thaw_entry_get_body_answer (fixture->entry), ==, THAW_BODY_ANSWER_NONE);
  click (fixture, "restless");
  click (fixture, "_Back");

  /* Taken back it gives back what was said. */
  click (fixture, "Nowhere");
  assert_said (fixture, "");
  click (fixture, "_Back");
  click (fixture, "Nowhere");
  assert_step (fixture, THAW_BODY_STEP_PLACE);
  assert_said (fixture, "arms restless 0");
  g_assert_cmpint (thaw_entry_get_body_answer (fixture->entry), ==, THAW_BODY_ANSWER_NONE);
}

/* One may stop anywhere. */
static void
test_done (Fixture       *fixture,
           gconstpointer  data)
{
  click (fixture, "That’s _Enough for Now");
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_HEAD);
  click (fixture, "That’s _Enough for Now");
  click (fixture, "_Next");
  click (fixture, "That’s _Enough for Now");
  click (fixture, "_Next");
  click (fixture, "That’s _Enough for Now");
  click (fixture, "_Next");
  assert_step (fixture, THAW_BODY_STEP_WORDS);
  click (fixture, "_Done");
  g_assert_cmpint (fixture->n_done, ==, 5);
  assert_said (fixture, "head 0");
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  load_answer (fixture, THAW_ANSWER_NO_WORD);
  thaw_body_path_ask_region (fixture->path, THAW_REGION_CHEST);
  click (fixture, "_Next");
  click (fixture, "_Next");
  click (fixture, "_Next");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "fear")), TRUE);
  click (fixture, "_None of These");
  g_assert_cmpint (fixture->n_done, ==, 1);
  assert_emotions (fixture, "", THAW_ANSWER_NO_WORD);
  assert_said (fixture, "chest 0");
}

/* Without words there is no step for them. */
static void
test_no_words (Fixture       *fixture,
               gconstpointer  data)
{
  thaw_body_path_set_word_func (fixture->path, NULL, NULL, NULL);
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
  click (fixture, "_Next");
  click (fixture, "_Next");
  assert_step (fixture, THAW_BODY_STEP_MORE);
  click (fixture, "_Done");
  g_assert_cmpint (fixture->n_done, ==, 1);
}

static void
test_load_and_store (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawEntry) before = NULL;

  thaw_entry_set_text (fixture->entry, "A text.");
  thaw_entry_set_emotion (fixture->entry, "fear", 3);
  thaw_entry_set_emotion (fixture->entry, "longing", 2);
  thaw_entry_set_sensation (fixture->entry, THAW_REGION_THROAT, THAW_QUALITY_TIGHT, 2);
  thaw_entry_set_sensation (fixture->entry, THAW_REGION_FEET, THAW_QUALITY_NONE, 1);
  before = thaw_entry_copy (fixture->entry);

  thaw_body_path_load_entry (fixture->path, fixture->entry);
  g_assert_cmpint (fixture->n_changed, ==, 0);
  thaw_body_path_store_entry (fixture->path, fixture->entry);
  g_assert_true (thaw_entry_equal (fixture->entry, before));

  /* A word that is taken back takes only itself along. */
  click (fixture, "_Next");
  click (fixture, "_Next");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (fixture, "fear"))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "fear")), FALSE);
  assert_emotions (fixture, "longing 2", THAW_ANSWER_NAMED);
  assert_said (fixture, "throat tight 2, feet 1");
  g_assert_cmpstr (thaw_entry_get_text (fixture->entry), ==, "A text.");

  thaw_entry_clear_emotions (fixture->entry);
  thaw_entry_set_body_answer (fixture->entry, THAW_BODY_ANSWER_UNSURE);
  before = (g_object_unref (before), thaw_entry_copy (fixture->entry));
  thaw_body_path_load_entry (fixture->path, fixture->entry);
  thaw_body_path_store_entry (fixture->path, fixture->entry);
  g_assert_true (thaw_entry_equal (fixture->entry, before));
}

/* What the form says of emotions is the form's, unless a word was chosen on the way. */
static void
test_store_into_other (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (ThawEntry) other = thaw_entry_new ();

  thaw_entry_set_emotion (other, "love", 2);
  thaw_entry_set_sensation (other, THAW_REGION_JAW, THAW_QUALITY_TIGHT, 1);
  load_answer (fixture, THAW_ANSWER_UNSURE);
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
  thaw_body_path_store_entry (fixture->path, other);
  g_assert_cmpuint (thaw_entry_get_emotions (other)->len, ==, 1);
  g_assert_cmpint (thaw_entry_get_answer (other), ==, THAW_ANSWER_NAMED);
  g_assert_cmpuint (thaw_entry_get_sensations (other)->len, ==, 1);
  g_assert_cmpint (((ThawSensation *) g_ptr_array_index (thaw_entry_get_sensations (other), 0))->region, ==,
                   THAW_REGION_CHEST);
}

/* What is not on the screen is not there for a screen reader either. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *place = get_page (fixture);

  g_assert_true (gtk_widget_get_mapped (place));
  choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
  g_assert_false (gtk_widget_get_visible (place));
  g_assert_true (get_page (fixture) != place);
  g_assert_true (gtk_widget_get_visible (get_page (fixture)));
}

/* Where there is little room the figure scrolls, and the way out stays. */
static void
test_low (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *enough = find_button (fixture, "That’s _Enough for Now");
  graphene_rect_t bounds;

  thaw_test_ui_flush (GTK_WIDGET (fixture->path));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_map (fixture))), <, 340);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->path)), <=, 400);
  g_assert_true (gtk_widget_compute_bounds (enough, GTK_WIDGET (fixture->path), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 400);
}

static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const names[THAW_N_BODY_STEPS] = { "place", "quality", "strength", "more", "words" };

  for (int i = 0; i < THAW_N_BODY_STEPS; i++)
    {
      g_autofree char *name = g_strdup_printf ("body-path-%d-%s", GPOINTER_TO_INT (data), names[i]);
      int minimum;

      assert_step (fixture, (ThawBodyStep) i);
      gtk_widget_measure (GTK_WIDGET (fixture->path), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s needs %d", names[i], minimum);
      g_assert_cmpint (minimum, <=, 340);
      gtk_window_set_focus_visible (fixture->window, FALSE);
      thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), name);

      if (i == THAW_BODY_STEP_PLACE)
        {
          choose_region (fixture, THAW_BODY_FRONT, THAW_REGION_CHEST);
          click (fixture, "tight");
          click (fixture, "fluttering");
        }
      else if (i < THAW_BODY_STEP_WORDS)
        {
          if (i == THAW_BODY_STEP_STRENGTH)
            choose_strength (fixture, 0, 2);
          click (fixture, "_Next");
        }
    }
}

static void
test_finalize (void)
{
  g_autoptr (ThawBodyPath) path = g_object_ref_sink (THAW_BODY_PATH (thaw_body_path_new ()));

  thaw_body_path_ask_region (path, THAW_REGION_CHEST);
  g_assert_finalize_object (g_steal_pointer (&path));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/ui/body-path/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("whole", test_whole);
  ADD ("keyboard", test_keyboard);
  ADD ("back", test_back);
  ADD ("mistake", test_mistake);
  ADD ("place-alone", test_place_alone);
  ADD ("qualities", test_qualities);
  ADD ("body-answers", test_body_answers);
  ADD ("done", test_done);
  ADD ("none", test_none);
  ADD ("no-words", test_no_words);
  ADD ("load-and-store", test_load_and_store);
  ADD ("store-into-other", test_store_into_other);
  ADD ("hidden", test_hidden);
#undef ADD
  g_test_add ("/ui/body-path/steps/wide", Fixture, GINT_TO_POINTER (420), set_up, test_picture, tear_down);
  g_test_add ("/ui/body-path/steps/narrow", Fixture, GINT_TO_POINTER (340), set_up, test_picture, tear_down);
  g_test_add ("/ui/body-path/low", Fixture, GINT_TO_POINTER (340), set_up, test_low, tear_down);
  g_test_add_func ("/ui/body-path/finalize", test_finalize);

  return g_test_run ();
}
