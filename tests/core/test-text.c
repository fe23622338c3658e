/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-text.h"
#include "thaw-uuid.h"

static void
test_excerpt (void)
{
  g_autofree char *folded = thaw_text_make_excerpt ("  One\n\n two\tthree\n");
  g_autofree char *empty = thaw_text_make_excerpt ("");
  g_autofree char *long_text = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *blanks = NULL;
  g_autofree char *of_blanks = NULL;
  GString *many = g_string_new (NULL);

  g_assert_cmpstr (folded, ==, "One two three");
  g_assert_cmpstr (empty, ==, "");

  for (int i = 0; i < 1000; i++)
    g_string_append (many, "é🌱");
  long_text = g_string_free (many, FALSE);
  cut = thaw_text_make_excerpt (long_text);
  g_assert_true (g_utf8_validate (cut, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, THAW_TEXT_EXCERPT_CHARS + 1);
  g_assert_true (g_str_has_suffix (cut, "…"));

  blanks = g_strnfill (10 * 1024 * 1024, ' ');
  of_blanks = thaw_text_make_excerpt (blanks);
  g_assert_cmpstr (of_blanks, ==, "…");
}

static void
test_make_valid (void)
{
  static const char bytes[] = "a\0b\r\nc\rd\xff"
                              "e";
  g_autofree char *valid = thaw_text_make_valid (bytes, sizeof bytes - 1);
  g_autofree char *nothing = thaw_text_make_valid (NULL, 0);

  g_assert_cmpstr (valid, ==, "ab\nc\nd\uFFFDe");
  g_assert_cmpstr (nothing, ==, "");
}

/* What is pasted into a field of one line. */
static void
test_make_line (void)
{
  static const char *const cases[][2] = {
    { " \n", "" },
    { "Water\nthe\tplants\r\n", "Water the plants" },
    { "\xc2\x85 \x7fÄpfel <b>&amp;\x1b 🌱", "Äpfel <b>&amp;  🌱" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = thaw_text_make_line (cases[i][0]);

      g_assert_cmpstr (line, ==, cases[i][1]);
      g_assert_true (line[0] == '\0' || thaw_text_is_line (line, 100));
    }
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } rows[] = {
    { "", "" },
    { " \t\n", "" },
    { "Joy", "joy" },
    { "  Self-doubt, or “so”… ", "self doubt or so" },
    { "É e\u0301 Ä ø", "e e a ø" },
    { "Straße", "strasse" },
    { "İ", "i" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "שָׁלוֹם", "שלום" },
    { "🙂 + 1", "🙂 + 1" },
    { "…", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = thaw_text_fold (rows[i].text);

      g_assert_cmpstr (folded, ==, rows[i].folded);
    }
}

static void
test_uuid (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *earlier = thaw_uuid_new (1000);
  g_autofree char *later = thaw_uuid_new (1001);

  for (int i = 0; i < 10000; i++)
    {
      char *uuid = thaw_uuid_new (1763889300250);

      g_assert_true (thaw_uuid_is_valid (uuid));
      g_assert_true (g_str_has_prefix (uuid, "019aaffe-c3"));
      g_assert_cmpint (uuid[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", uuid[19]));
      g_assert_true (g_hash_table_add (seen, uuid));
    }

  g_assert_cmpstr (earlier, <, later);
  g_assert_false (thaw_uuid_is_valid (NULL));
  g_assert_false (thaw_uuid_is_valid (""));
  g_assert_false (thaw_uuid_is_valid ("0190A7C0-0000-7000-8000-000000000000"));
  g_assert_false (thaw_uuid_is_valid ("0190a7c0-0000-7000-8000-0000000000000"));
  g_assert_false (thaw_uuid_is_valid ("0190a7c0-0000-7000-8000-00000000000g"));
}

static void
test_capitalize (void)
{
  static const char *const cases[][2] = {
    { "chest: tight", "Chest: tight" }, { "", "" }, { "Chest", "Chest" }, { "éclair", "Éclair" }, { "ǆ", "ǅ" },
    { "בטן", "בטן" }, { "🙂 so", "🙂 so" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *capital = thaw_text_capitalize (cases[i][0]);

      g_assert_cmpstr (capital, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/excerpt", test_excerpt);
  g_test_add_func ("/core/text/make-valid", test_make_valid);
  g_test_add_func ("/core/text/make-line", test_make_line);
  g_test_add_func ("/core/text/fold", test_fold);
  g_test_add_func ("/core/text/uuid", test_uuid);
  g_test_add_func ("/core/text/capitalize", test_capitalize);

  return g_test_run ();
}
