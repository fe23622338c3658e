/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "content/thaw-vocabulary-loader.h"
#include "thaw-body-words.h"
#include "thaw-test-content.h"
#include "thaw-word-list.h"

/* The elements of an emotion up to where relations and hints may stand; four lines. */
#define TEXTS \
  "<word>joy</word><also>glad</also>\n<definition>Good.</definition>\n<body>Warm.</body>\n<moment>Now.</moment>\n"

/* A family with an emotion "joy" on line 4, which is complete with line 8, and what more is said of it. */
#define WITH(more) \
  "<vocabulary>\n<family id=\"joy\">\n<name>Joy</name><about>Good.</about>\n<emotion id=\"joy\">\n" TEXTS more \
  "\n</emotion>\n</family>\n</vocabulary>"

static const ThawTestBroken broken[] = {
  { "no XML", "joy", 1, "element", TRUE },
  { "breaks off", "<vocabulary>\n<family id=\"joy\">\n<name>Joy", 3, "end", TRUE },
  { "tags that cross", "<vocabulary>\n<family id=\"joy\">\n</vocabulary>", 3, "vocabulary", TRUE },
  { "another root", "<coping/>", 1, "“coping”", FALSE },
  { "the wrong root of our own", "<family id=\"joy\"/>", 1, "does not belong into the file", FALSE },
  { "no family", "<vocabulary/>", 1, "has no “family”", FALSE },
  { "an unknown element", WITH ("<color>red</color>"), 9, "no element “color”", FALSE },
  { "an element in the wrong place", WITH ("<name>Joy</name>"), 9, "“name” does not belong into “emotion”", FALSE },
  { "an unknown attribute", WITH ("<opposite emotion=\"joy\" why=\"so\"/>"), 9, "“why” is no attribute", FALSE },
  { "an attribute twice", WITH ("<hint weight=\"1\" weight=\"1\" quality=\"warm\"/>"), 9, "twice", FALSE },
  { "an empty attribute", WITH ("\n<hint weight=\"1\" quality=\"\"/>"), 10, "“quality” is empty", FALSE },
  { "a missing attribute", WITH ("<opposite/>"), 9, "has no attribute “emotion”", FALSE },
  { "a missing id", "<vocabulary>\n<family>", 2, "has no attribute “id”", FALSE },
  { "a family of nothing", "<vocabulary>\n<family id=\"joy\">\n\n</family>", 2, "has no “name”", FALSE },
  { "a missing element", "<vocabulary><family id=\"a\"><name>A</name><about>A.</about>\n"
    "<emotion id=\"a\"><word>a</word><also>b</also>\n<definition>A.</definition><body>A.</body></emotion></family></vocabulary>", 2,
    "“emotion” has no “moment”", FALSE },
  { "a missing element before another", "<vocabulary>\n<family id=\"a\">\n<about>A.</about>\n<emotion id=\"a\">" TEXTS
    "</emotion></family></vocabulary>", 3, "“name” has to stand before “about”", FALSE },
  { "the wrong order", WITH ("<hint quality=\"warm\" weight=\"1\"/>\n\n<near emotion=\"joy\">So.</near>"), 11,
    "“near” stands too late", FALSE },
  { "an element twice", WITH ("<moment>Then.</moment>"), 9, "a second “moment”", FALSE },
  { "an empty text", WITH ("<near emotion=\"joy\"> \n </near>"), 9, "“near” is empty", FALSE },
  { "a text where none belongs", WITH ("\nstray\n\n"), 10, "“emotion” has a text", FALSE },
  { "a comment in a text", WITH ("<near emotion=\"joy\">So<!-- or --> so.</near>"), 9, "more than text", FALSE },
  { "an id that is none", "<vocabulary>\n<family id=\"Joy\"><name>J</name><about>J.</about><emotion id=\"joy\">" TEXTS
    "</emotion></family></vocabulary>", 2, "“Joy” is not an id", FALSE },
  { "an id of hyphens", "<vocabulary>\n<family id=\"joy-\"><name>J</name><about>J.</about><emotion id=\"joy\">" TEXTS
    "</emotion></family></vocabulary>", 2, "“joy-” is not an id", FALSE },
  { "an emotion twice", WITH ("</emotion>\n<emotion id=\"joy\">" TEXTS), 10, "there is “joy” already", FALSE },
  { "a family twice", WITH ("</emotion></family>\n<family id=\"joy\"><name>J</name><about>J.</about><emotion id=\"b\">"
                            TEXTS), 10, "there is “joy” already", FALSE },
  { "near to nothing", WITH ("<near emotion=\"glee\">So.</near>"), 9, "no emotion “glee”", FALSE },
  { "near to itself", WITH ("<near emotion=\"joy\">So.</near>"), 9, "points to itself", FALSE },
  { "the opposite of nothing", WITH ("\n\n<opposite emotion=\"gloom\"/>"), 11, "no emotion “gloom”", FALSE },
  { "basic in another way", "<vocabulary><family id=\"a\"><name>A</name><about>A.</about>\n"
    "<emotion id=\"a\" basic=\"no\">" TEXTS "</emotion></family></vocabulary>", 2, "basic", FALSE },
  { "an unknown region", WITH ("<hint region=\"tail\" weight=\"1\"/>"), 9, "no region “tail”", FALSE },
  { "an unknown quality", WITH ("<hint quality=\"blue\" weight=\"1\"/>"), 9, "no quality “blue”", FALSE },
  { "a hint of nothing", WITH ("<hint weight=\"1\"/>"), 9, "needs a region or a quality", FALSE },
  { "a weight too small", WITH ("<hint quality=\"warm\" weight=\"0\"/>"), 9, "weight “0”", FALSE },
  { "a weight too large", WITH ("<hint quality=\"warm\" weight=\"4\"/>"), 9, "weight “4”", FALSE },
  { "a weight in words", WITH ("<hint quality=\"warm\" weight=\"one\"/>"), 9, "weight “one”", FALSE },
};

static gpointer
read_it (GBytes      *bytes,
         const char  *file,
         GError     **error)
{
  return thaw_vocabulary_loader_read (bytes, file, error);
}

static void
test_broken (void)
{
  thaw_test_assert_broken (read_it, broken, G_N_ELEMENTS (broken));
}

static ThawVocabulary *
load (void)
{
  g_autoptr (GError) error = NULL;
  ThawVocabulary *vocabulary = thaw_vocabulary_loader_load (&error);

  g_assert_no_error (error);

  return vocabulary;
}

static void
test_shipped (void)
{
  static const char *const wanted[] = { "joy", "sadness", "anger", "fear", "love" };
  g_autoptr (ThawVocabulary) vocabulary = load ();
  GPtrArray *emotions = thaw_vocabulary_get_emotions (vocabulary);
  guint n_basic = 0;

  g_assert_cmpuint (thaw_vocabulary_get_families (vocabulary)->len, ==, 10);
  g_assert_cmpuint (emotions->len, ==, 66);

  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotion *emotion = g_ptr_array_index (emotions, i);

      if (emotion->is_basic)
        {
          g_assert_cmpuint (n_basic, <, G_N_ELEMENTS (wanted));
          g_assert_cmpstr (emotion->slug, ==, wanted[n_basic++]);
        }

      g_assert_true (thaw_emotion_slug_is_valid (emotion->slug));
      g_assert_nonnull (thaw_vocabulary_find_family (vocabulary, emotion->family));
      g_assert_cmpuint (emotion->near->len, >, 0);
      g_assert_cmpuint (emotion->hints->len, >, 0);
      for (guint j = 0; j < emotion->hints->len; j++)
        {
          const ThawEmotionHint *hint = &g_array_index (emotion->hints, ThawEmotionHint, j);

          g_assert_true (hint->has_region || hint->quality != THAW_QUALITY_NONE);
          g_assert_cmpint (hint->weight, >=, 1);
          g_assert_cmpint (hint->weight, <=, 3);
        }
    }
  g_assert_cmpuint (n_basic, ==, G_N_ELEMENTS (wanted));
}

/* One emotion, as it stands in the file. */
static void
test_all_of_it (void)
{
  g_autoptr (ThawVocabulary) vocabulary = load ();
  const ThawEmotion *frozen = thaw_vocabulary_find_emotion (vocabulary, "frozen");
  const ThawEmotionFamily *numbness = thaw_vocabulary_find_family (vocabulary, "numbness");
  const ThawEmotionHint *first = &g_array_index (frozen->hints, ThawEmotionHint, 0);
  const ThawEmotionHint *last = &g_array_index (frozen->hints, ThawEmotionHint, frozen->hints->len - 1);

  g_assert_cmpstr (numbness->name, ==, "Numbness");
  g_assert_cmpstr (numbness->about, !=, "");
  g_assert_cmpstr (frozen->family, ==, "numbness");
  g_assert_cmpstr (frozen->word, ==, "feeling frozen");
  g_assert_cmpstr (frozen->also, ==, "freezing up, paralyzed, stuck");
  g_assert_cmpstr (frozen->definition, !=, "");
  g_assert_cmpstr (frozen->body, !=, frozen->definition);
  g_assert_cmpstr (frozen->moment, !=, frozen->body);
  g_assert_true (g_strv_contains ((const char *const *) frozen->opposites, "safety"));
  g_assert_cmpstr (((ThawEmotionNear *) g_ptr_array_index (frozen->near, frozen->near->len - 1))->slug, ==, "fear");
  g_assert_true (g_str_has_suffix (((ThawEmotionNear *) g_ptr_array_index (frozen->near, frozen->near->len - 1))
                                     ->difference, "feeling frozen is fear that cannot move."));
  g_assert_true (first->has_region && first->region == THAW_REGION_CHEST);
  g_assert_cmpint (first->quality, ==, THAW_QUALITY_COLD);
  g_assert_cmpint (first->weight, ==, 3);
  g_assert_false (last->has_region);
  g_assert_cmpint (last->quality, ==, THAW_QUALITY_COLD);
  g_assert_cmpint (last->weight, ==, 2);
  g_assert_false (frozen->is_basic);
}

/* Nouns stand in the vocabulary, but who looks for one types how they are. */
static void
test_found_by_how_one_is (void)
{
  static const struct
  {
    const char *query;
    const char *slug;
  } cases[] = {
    { "empty", "emptiness" }, { "angry", "anger" },       { "afraid", "fear" },     { "scared", "fear" },
    { "lonely", "loneliness" }, { "ashamed", "shame" },   { "guilty", "guilt" },    { "happy", "joy" },
    { "anxious", "anxiety" }, { "tired", "exhaustion" },  { "foggy", "fogginess" }, { "stressed", "overwhelm" },
    { "nothing", "numbness" }, { "dead inside", "numbness" }, { "Grey", "flatness" }, { "depressed", "sadness" },
  };
  g_autoptr (ThawVocabulary) vocabulary = load ();
  g_autoptr (ThawWordList) list = thaw_word_list_new (vocabulary, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) words = thaw_word_list_search (list, cases[i].query, NULL, FALSE);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (words->len, >, 0);
      g_assert_cmpstr (((ThawWord *) g_ptr_array_index (words, 0))->slug, ==, cases[i].slug);
    }
}

/* As xgettext takes the texts out of the file. */
static void
test_white_space (void)
{
  static const char file[] = "<?xml version=\"1.0\"?>\n<!-- c -->\n<vocabulary><family id=\"a\">"
                             "<name>\n  A &amp;\r\n\tB\u00a0 </name><about>A.</about><emotion id=\"a\">" TEXTS
                             "</emotion></family></vocabulary>\n<!-- c -->\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawVocabulary) vocabulary = thaw_vocabulary_loader_read (bytes, "a.xml", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (thaw_vocabulary_find_family (vocabulary, "a")->name, ==, "A & B\u00a0");
}

static char *
list_words (ThawVocabulary       *vocabulary,
            ThawBodyRegion        region,
            ThawSensationQuality  quality)
{
  g_autoptr (GPtrArray) sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);
  g_autoptr (GPtrArray) words = NULL;
  GString *list = g_string_new (NULL);

  g_ptr_array_add (sensations, thaw_sensation_new (region, quality, THAW_SENSATION_NO_STRENGTH));
  words = thaw_body_words_rank (vocabulary, sensations, NULL, 8);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (list, "%s ", ((ThawBodyWord *) g_ptr_array_index (words, i))->emotion->slug);

  return g_string_free (list, FALSE);
}

/* The words that come first are those that most people would think of. */
static void
test_body_words (void)
{
  static const struct
  {
    ThawBodyRegion region;
    ThawSensationQuality quality;
    const char *first;
  } cases[] = {
    { THAW_REGION_CHEST, THAW_QUALITY_TIGHT, "grief anxiety hurt panic craving " },
    { THAW_REGION_STOMACH, THAW_QUALITY_FLUTTERING, "excitement nervousness anxiety " },
    { THAW_REGION_JAW, THAW_QUALITY_TIGHT, "anger frustration irritation resentment " },
    { THAW_REGION_CHEST, THAW_QUALITY_WARM, "joy " },
    { THAW_REGION_CHEST, THAW_QUALITY_NUMB, "numbness " },
  };
  g_autoptr (ThawVocabulary) vocabulary = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = list_words (vocabulary, cases[i].region, cases[i].quality);

      g_test_message ("%s %s: %s", thaw_body_region_to_slug (cases[i].region),
                      thaw_sensation_quality_to_slug (cases[i].quality), words);
      g_assert_true (g_str_has_prefix (words, cases[i].first));
    }
}

/* Whatever a person says of a place, there is a list to choose from, and it is short. */
static void
test_body_words_everywhere (void)
{
  g_autoptr (ThawVocabulary) vocabulary = load ();

  for (guint region = 0; region < THAW_N_BODY_REGIONS; region++)
    {
      for (guint quality = 0; quality < THAW_N_QUALITIES; quality++)
        {
          g_autofree char *list = list_words (vocabulary, (ThawBodyRegion) region, (ThawSensationQuality) quality);
          g_auto (GStrv) words = g_strsplit (g_strchomp (list), " ", 0);

          g_test_message ("%s %s: %s", thaw_body_region_to_slug ((ThawBodyRegion) region),
                          thaw_sensation_quality_get_word ((ThawSensationQuality) quality), list);
          g_assert_cmpuint (g_strv_length (words), >=, 5);
          if (quality == THAW_QUALITY_NUMB)
            g_assert_true (g_strv_contains ((const char *const *) words, "numbness"));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/vocabulary-loader/broken", test_broken);
  g_test_add_func ("/services/vocabulary-loader/shipped", test_shipped);
  g_test_add_func ("/services/vocabulary-loader/all-of-it", test_all_of_it);
  g_test_add_func ("/services/vocabulary-loader/found-by-how-one-is", test_found_by_how_one_is);
  g_test_add_func ("/services/vocabulary-loader/white-space", test_white_space);
  g_test_add_func ("/services/vocabulary-loader/body-words", test_body_words);
  g_test_add_func ("/services/vocabulary-loader/body-words-everywhere", test_body_words_everywhere);

  return g_test_run ();
}
