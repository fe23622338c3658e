/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-word-list"

#include "config.h"
#include "thaw-test-vocabulary.h"
#include "thaw-word-list.h"

/* Own words "wistful" in joy, "Émoi" and "stuck" without a family, and "far away" in one that is not there. */
static ThawWordList *
create_list (const char *const *hidden)
{
  g_autoptr (ThawVocabulary) vocabulary = thaw_test_vocabulary_new ();
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_own_word_free);

  g_ptr_array_add (own, thaw_own_word_new ("stuck", NULL));
  g_ptr_array_add (own, thaw_own_word_new ("wistful", "joy"));
  g_ptr_array_add (own, thaw_own_word_new ("Émoi", NULL));
  g_ptr_array_add (own, thaw_own_word_new ("far away", "gone"));
  g_ptr_array_add (own, thaw_own_word_new ("dread", NULL));

  return thaw_word_list_new (vocabulary, own, hidden);
}

static char *
join (GPtrArray *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((ThawWord *) g_ptr_array_index (words, i))->slug);

  return g_strdup (text->str);
}

static void
assert_found (ThawWordList *list,
              const char   *query,
              const char   *family,
              gboolean      with_hidden,
              const char   *expected)
{
  g_autoptr (GPtrArray) words = thaw_word_list_search (list, query, family, with_hidden);
  g_autofree char *found = join (words);

  g_test_message ("“%s”", query);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_search (void)
{
  g_autoptr (ThawWordList) list = create_list (NULL);

  /* By the start of the word, then by a part of it, then by the definition, then in the order of the vocabulary. */
  assert_found (list, "joy", NULL, FALSE, "joy, joie, dread");
  assert_found (list, "ness", NULL, FALSE, "nervousness, joy, excitement");
  assert_found (list, "dr", NULL, FALSE, "dread, anxiety");
  assert_found (list, "tr", NULL, FALSE, "self-trust");
}

static void
test_folded (void)
{
  g_autoptr (ThawWordList) list = create_list (NULL);

  assert_found (list, "emoi", NULL, FALSE, "Émoi");
  assert_found (list, "ÉMO", NULL, FALSE, "Émoi");
  assert_found (list, "JOIE", NULL, FALSE, "joie");
  assert_found (list, "fete", NULL, FALSE, "joie");
  assert_found (list, "e\u0301moi", NULL, FALSE, "Émoi");
}

static void
test_terms (void)
{
  g_autoptr (ThawWordList) list = create_list (NULL);

  assert_found (list, "worry come", NULL, FALSE, "anxiety");
  assert_found (list, "come worry", NULL, FALSE, "anxiety");
  assert_found (list, "worry nothing", NULL, FALSE, "");
  assert_found (list, "self trust", NULL, FALSE, "self-trust");
  assert_found (list, "trust-self", NULL, FALSE, "self-trust");
  assert_found (list, "  far   aw", NULL, FALSE, "far away");
  assert_found (list, "xyz", NULL, FALSE, "");
  assert_found (list, "anxiety fear", NULL, FALSE, "dread");
}

static void
test_near (void)
{
  g_autoptr (ThawWordList) list = create_list (NULL);

  /* "Anxiety" is near to dread, and dread near to anxiety. */
  assert_found (list, "anxiety", NULL, FALSE, "anxiety, dread");
  assert_found (list, "nervous", NULL, FALSE, "nervousness, excitement");
}

/* What else people call a word leads to it, by the start of each, and before the definitions. */
static void
test_also (void)
{
  g_autoptr (ThawWordList) list = create_list (NULL);

  assert_found (list, "uneasy", NULL, FALSE, "anxiety");
  assert_found (list, "On Ed", NULL, FALSE, "anxiety");
  assert_found (list, "easy", NULL, FALSE, "");
  assert_found (list, "un", NULL, FALSE, "anxiety, nervousness");
  assert_found (list, "anx un", NULL, FALSE, "anxiety");
}

static void
test_family (void)
{
  g_autoptr (ThawWordList) list = create_list (NULL);

  assert_found (list, "", "joy", FALSE, "joy, excitement, joie, wistful");
  assert_found (list, "joy", "fear", FALSE, "dread");
  assert_found (list, "", THAW_WORD_LIST_OWN, FALSE, "wistful, far away, stuck, Émoi");
  assert_found (list, "st", THAW_WORD_LIST_OWN, FALSE, "stuck, wistful");
}

static void
test_hidden (void)
{
  g_autoptr (ThawWordList) list = create_list ((const char *[]) { "dread", "no-such-word", NULL });

  g_assert_true (thaw_word_list_has_hidden (list));
  g_assert_true (thaw_word_list_find (list, "dread")->is_hidden);
  assert_found (list, "", "fear", FALSE, "anxiety, nervousness");
  assert_found (list, "", "fear", TRUE, "anxiety, nervousness, dread");
  assert_found (list, "drea", NULL, FALSE, "anxiety");
  assert_found (list, "drea", "fear", TRUE, "dread, anxiety");

  /* Who types all of it asks for it. */
  assert_found (list, "Dread", "fear", FALSE, "dread, anxiety");
}

static char *
describe (ThawWordList *list,
          const char   *query,
          const char   *family,
          gboolean      with_hidden)
{
  static const char *const kinds[] = { "recent", "frequent", "family", "own", "found" };
  g_autoptr (GPtrArray) sections = thaw_word_list_build_sections (list, query, family, with_hidden);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const ThawWordSection *section = g_ptr_array_index (sections, i);
      g_autofree char *words = join (section->words);

      g_string_append_printf (text, "%s%s: %s\n", kinds[section->kind],
                              section->family != NULL ? section->family->name : "", words);
    }

  return g_strdup (text->str);
}

static void
test_sections (void)
{
  g_autoptr (ThawWordList) list = create_list ((const char *[]) { "calm", "self-trust", NULL });
  g_autofree char *all = describe (list, " ", NULL, FALSE);
  g_autofree char *one = describe (list, "", "fear", FALSE);
  g_autofree char *empty = describe (list, "", "calm", FALSE);
  g_autofree char *hidden = describe (list, "", "calm", TRUE);
  g_autofree char *own = describe (list, "", THAW_WORD_LIST_OWN, FALSE);
  g_autofree char *found = describe (list, "stu", NULL, FALSE);
  g_autofree char *nothing = describe (list, "xyz", NULL, FALSE);

  g_assert_cmpstr (all, ==,
                   "familyJoy: joy, excitement, joie, wistful\n"
                   "familyFear: anxiety, nervousness, dread\n"
                   "own: far away, stuck, Émoi\n");
  g_assert_cmpstr (one, ==, "familyFear: anxiety, nervousness, dread\n");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (hidden, ==, "familyCalm: calm, self-trust\n");
  g_assert_cmpstr (own, ==, "own: wistful, far away, stuck, Émoi\n");
  g_assert_cmpstr (found, ==, "found: stuck\n");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_uses (void)
{
  g_autoptr (ThawWordList) list = create_list ((const char *[]) { "calm", NULL });
  g_autofree char *all = NULL;
  g_autofree char *family = NULL;

  thaw_word_list_add_use (list, "calm", 90, 90);
  thaw_word_list_add_use (list, "an old word", 80, 95);
  thaw_word_list_add_use (list, "joy", 9, 10);
  thaw_word_list_add_use (list, "stuck", 1, 70);
  thaw_word_list_add_use (list, "dread", 2, 60);
  thaw_word_list_add_use (list, "excitement", 3, 50);
  thaw_word_list_add_use (list, "joie", 1, 40);
  thaw_word_list_add_use (list, "wistful", 5, 30);
  thaw_word_list_add_use (list, "self-trust", 2, 11);
  thaw_word_list_add_use (list, "nervousness", 2, 20);
  thaw_word_list_add_use (list, "anxiety", 1, 5);
  g_assert_cmpuint (thaw_word_list_find (list, "joy")->n_entries, ==, 9);

  all = describe (list, "", NULL, TRUE);
  g_assert_true (g_str_has_prefix (all,
                                   "recent: stuck, dread, excitement, joie, wistful\n"
                                   "frequent: joy, nervousness, self-trust\n"
                                   "familyJoy: joy, "));
  family = describe (list, "", "fear", FALSE);
  g_assert_cmpstr (family, ==, "familyFear: anxiety, nervousness, dread\n");
}

static void
test_own (void)
{
  g_autoptr (ThawWordList) list = create_list (NULL);
  g_autoptr (ThawVocabulary) vocabulary = thaw_test_vocabulary_new ();
  g_autoptr (ThawWordList) shipped = thaw_word_list_new (vocabulary, NULL, NULL);

  g_assert_true (thaw_word_list_has_own (list));
  g_assert_false (thaw_word_list_has_own (shipped));
  g_assert_false (thaw_word_list_has_hidden (shipped));
  g_assert_cmpstr (thaw_word_list_find (list, "wistful")->family->slug, ==, "joy");
  g_assert_null (thaw_word_list_find (list, "far away")->family);

  /* An own word that came to be in the vocabulary is that one. */
  g_assert_null (thaw_word_list_find (list, "dread")->own);
  g_assert_nonnull (thaw_word_list_find (list, "dread")->emotion);
}

static void
test_exact (void)
{
  g_autoptr (ThawWordList) list = create_list ((const char *[]) { "dread", NULL });

  g_assert_cmpstr (thaw_word_list_find_exact (list, " Self Trust ")->slug, ==, "self-trust");
  g_assert_cmpstr (thaw_word_list_find_exact (list, "EMOI")->slug, ==, "Émoi");
  g_assert_cmpstr (thaw_word_list_find_exact (list, "dread")->slug, ==, "dread");
  g_assert_null (thaw_word_list_find_exact (list, "drea"));
  g_assert_null (thaw_word_list_find_exact (list, ""));
  g_assert_null (thaw_word_list_find_exact (list, "…"));
}

static void
test_new_word (void)
{
  static const struct
  {
    const char *query;
    const char *word; /* NULL if none can be made of it */
  } rows[] = {
    { "", NULL },
    { "  \t", NULL },
    { "  in \n between ", "in between" },
    { "In Between", "In Between" },
    { "dread", NULL },
    { "DREAD ", NULL },
    { "joie", NULL },
    { "joie de vivre", NULL },
    { "stück", NULL },
    { "stuc", "stuc" },
    { "🙂", "🙂" },
    { "a\001b", NULL },
  };
  g_autoptr (ThawWordList) list = create_list ((const char *[]) { "dread", NULL });
  g_autofree char *endless = g_strnfill (201, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *word = thaw_word_list_dup_new_word (list, rows[i].query);

      g_test_message ("“%s”", rows[i].query);
      g_assert_cmpstr (word, ==, rows[i].word);
    }
  g_assert_null (thaw_word_list_dup_new_word (list, endless));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/word-list/search", test_search);
  g_test_add_func ("/core/word-list/folded", test_folded);
  g_test_add_func ("/core/word-list/terms", test_terms);
  g_test_add_func ("/core/word-list/near", test_near);
  g_test_add_func ("/core/word-list/also", test_also);
  g_test_add_func ("/core/word-list/family", test_family);
  g_test_add_func ("/core/word-list/hidden", test_hidden);
  g_test_add_func ("/core/word-list/sections", test_sections);
  g_test_add_func ("/core/word-list/uses", test_uses);
  g_test_add_func ("/core/word-list/own", test_own);
  g_test_add_func ("/core/word-list/exact", test_exact);
  g_test_add_func ("/core/word-list/new-word", test_new_word);

  return g_test_run ();
}
