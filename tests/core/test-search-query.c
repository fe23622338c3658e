/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-search-query"

#include "config.h"
#include "thaw-search-query.h"

static const struct
{
  const char *query;
  const char *match; /* NULL if there is nothing to look for */
} rows[] = {
  { NULL, NULL },
  { "", NULL },
  { "   \t\n", NULL },
  { "walk", "\"walk\" *" },
  { "  walk  ", "\"walk\" *" },
  { "long walk", "\"long\" * AND \"walk\" *" },
  { "long\u00a0walk", "\"long\" * AND \"walk\" *" },

  /* A phrase, as it is typed: open, with a space, closed, and with more after it. */
  { "\"", NULL },
  { "\"\"", NULL },
  { "\"lo", "\"lo\" *" },
  { "\"long walk", "\"long walk\" *" },
  { "\"long walk\"", "\"long walk\"" },
  { "\"long walk\" ca", "\"long walk\" AND \"ca\" *" },
  { "ca\"long walk\"fe", "\"ca\" * AND \"long walk\" AND \"fe\" *" },
  { "“long walk”", "\"long walk\"" },
  { "„long walk“", "\"long walk\"" },
  { "«long walk»", "\"long walk\"" },
  { "\"long\nwalk\"", "\"long walk\"" },
  { "\"\"\"\"a\"\"", "\"a\" *" },
  { "\"\"\"a\"\"\"", "\"a\"" },

  /* What means something to the index means nothing here. */
  { "*", NULL },
  { "a*", "\"a*\" *" },
  { "NEAR(a b)", "\"NEAR(a\" * AND \"b)\" *" },
  { "a OR b", "\"a\" * AND \"OR\" * AND \"b\" *" },
  { "NOT a", "\"NOT\" * AND \"a\" *" },
  { "-a", "\"-a\" *" },
  { "text:a", "\"text:a\" *" },
  { "{text} : a", "\"{text}\" * AND \"a\" *" },
  { "^a + b", "\"^a\" * AND \"b\" *" },
  { "'; DROP TABLE entry; --", "\"DROP\" * AND \"TABLE\" * AND \"entry;\" *" },
  { "don't", "\"don't\" *" },
  { "a\001b", "\"a b\" *" },
  { "... !!! — ()", NULL },

  /* A mark cannot be typed. */
  { "\ue000e6a6f79", "\" e6a6f79\" *" },

  /* Other scripts and pictures are words. */
  { "שלום", "\"שלום\" *" },
  { "مرحبا بك", "\"مرحبا\" * AND \"بك\" *" },
  { "🙂", "\"🙂\" *" },
  { "ça", "\"ça\" *" },
  { "7", "\"7\" *" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *match = thaw_search_query_to_match (rows[i].query);

      g_test_message ("“%s”", rows[i].query != NULL ? rows[i].query : "(none)");
      g_assert_cmpstr (match, ==, rows[i].match);
    }
}

static void
test_invalid_utf8 (void)
{
  g_autofree char *match = thaw_search_query_to_match ("caf\xe9 walk\xff");

  g_assert_true (g_utf8_validate (match, -1, NULL));
  g_assert_nonnull (strstr (match, "walk"));
}

static void
test_pasted_book (void)
{
  GString *book = g_string_new (NULL);
  g_autofree char *match = NULL;
  guint n_terms = 1;

  for (int i = 0; i < 100000; i++)
    g_string_append (book, "a ");
  match = thaw_search_query_to_match (book->str);
  g_string_free (book, TRUE);

  for (const char *p = match; (p = strstr (p, " AND ")) != NULL; p++)
    n_terms++;
  g_assert_cmpuint (n_terms, ==, 32);
}

static void
test_marks (void)
{
  g_autofree char *joy = thaw_search_mark_new ('e', "joy");
  g_autofree char *tag = thaw_search_mark_new ('t', "joy");
  g_autofree char *odd = thaw_search_mark_new ('t', "a \"b\" * ü");

  g_assert_cmpstr (joy, ==, "\ue000e6a6f79");
  g_assert_cmpstr (joy, !=, tag);

  /* Nothing in it ends a word or a string. */
  for (const char *p = g_utf8_next_char (odd); *p != '\0'; p++)
    g_assert_true (g_ascii_isalnum (*p));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-query/rows", test_rows);
  g_test_add_func ("/search-query/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/search-query/pasted-book", test_pasted_book);
  g_test_add_func ("/search-query/marks", test_marks);

  return g_test_run ();
}
