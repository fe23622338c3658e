/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-prompt-catalog.h"

/* Themes of the given sizes, with questions "0.0", "0.1", …, "1.0", … */
static ThawPromptCatalog *
make_catalog (const guint *sizes,
              guint        n_themes)
{
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_prompt_theme_free);

  for (guint i = 0; i < n_themes; i++)
    {
      g_autofree char *slug = g_strdup_printf ("theme-%u", i);
      ThawPromptTheme *theme = thaw_prompt_theme_new (slug, slug);

      for (guint j = 0; j < sizes[i]; j++)
        {
          g_autofree char *text = g_strdup_printf ("%u.%u", i, j);

          g_ptr_array_add (theme->prompts, thaw_prompt_new (text, slug, text));
        }
      g_ptr_array_add (themes, theme);
    }

  return thaw_prompt_catalog_new (themes);
}

static GPtrArray *
make_own (guint n)
{
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_own_prompt_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("own %u", i);

      g_ptr_array_add (own, thaw_own_prompt_new (text));
    }

  return own;
}

static void
test_order (void)
{
  static const guint sizes[] = { 3, 1, 2 };
  static const char *const wanted[] = { "0.0", "1.0", "2.0", "0.1", "2.1", "0.2" };
  g_autoptr (ThawPromptCatalog) catalog = make_catalog (sizes, G_N_ELEMENTS (sizes));

  /* One of each theme, then the next of each. */
  for (ThawDay day = 600; day < 1200; day++)
    g_assert_cmpstr (thaw_prompt_catalog_pick (catalog, NULL, day, 0), ==, wanted[day % 6]);

  g_assert_cmpstr (thaw_prompt_catalog_find_theme (catalog, "theme-1")->name, ==, "theme-1");
  g_assert_null (thaw_prompt_catalog_find_theme (catalog, "theme-3"));
  g_assert_null (thaw_prompt_catalog_find_theme (catalog, NULL));
  g_assert_cmpuint (thaw_prompt_catalog_get_themes (catalog)->len, ==, 3);
}

/* From any day, by days as by steps, each comes once before one comes again; and never the same two days running. */
static void
test_all_have_their_turn (void)
{
  static const guint sizes[] = { 7, 7, 7, 6, 6, 6, 6, 6, 6, 6 };
  const ThawDay start = 739000;

  for (guint n_themes = 1; n_themes <= G_N_ELEMENTS (sizes); n_themes++)
    {
      for (guint n_own = 0; n_own <= 12; n_own++)
        {
          g_autoptr (ThawPromptCatalog) catalog = make_catalog (sizes, n_themes);
          g_autoptr (GPtrArray) own = make_own (n_own);
          g_autoptr (GHashTable) by_day = g_hash_table_new (g_str_hash, g_str_equal);
          g_autoptr (GHashTable) by_step = g_hash_table_new (g_str_hash, g_str_equal);
          guint n = n_own;

          for (guint i = 0; i < n_themes; i++)
            n += sizes[i];

          for (guint i = 0; i < n; i++)
            {
              const char *today = thaw_prompt_catalog_pick (catalog, own, start + (ThawDay) i, 0);

              g_assert_true (g_hash_table_add (by_day, (gpointer) today));
              g_assert_true (g_hash_table_add (by_step,
                                               (gpointer) thaw_prompt_catalog_pick (catalog, own, start, i)));
              g_assert_cmpstr (thaw_prompt_catalog_pick (catalog, own, start + (ThawDay) i + 1, 0), !=, today);
            }
          g_assert_cmpstr (thaw_prompt_catalog_pick (catalog, own, start + (ThawDay) n, 0), ==,
                           thaw_prompt_catalog_pick (catalog, own, start, 0));
        }
    }
}

/* Whoever asks for another one does not see tomorrow's question today. */
static void
test_tomorrow_is_new (void)
{
  static const guint sizes[] = { 6, 6, 6, 6, 6, 6, 6, 6, 6, 6 };
  g_autoptr (ThawPromptCatalog) catalog = make_catalog (sizes, G_N_ELEMENTS (sizes));

  for (ThawDay day = 1000; day < 1060; day++)
    {
      const char *tomorrow = thaw_prompt_catalog_pick (catalog, NULL, day + 1, 0);

      for (guint i = 0; i < 10; i++)
        g_assert_cmpstr (thaw_prompt_catalog_pick (catalog, NULL, day, i), !=, tomorrow);
    }
}

static void
test_own (void)
{
  static const guint sizes[] = { 4 };
  g_autoptr (ThawPromptCatalog) catalog = make_catalog (sizes, G_N_ELEMENTS (sizes));
  g_autoptr (ThawPromptCatalog) empty = make_catalog (NULL, 0);
  g_autoptr (GPtrArray) own = make_own (2);
  g_autoptr (GPtrArray) none = make_own (0);
  guint last = 0, n_own = 0;

  /* Spread evenly. */
  for (ThawDay day = 60; day < 66; day++)
    {
      if (g_str_has_prefix (thaw_prompt_catalog_pick (catalog, own, day, 0), "own"))
        {
          g_assert_true (n_own == 0 || (guint) day - last == 3);
          last = (guint) day;
          n_own++;
        }
    }
  g_assert_cmpuint (n_own, ==, 2);

  g_assert_cmpstr (thaw_prompt_catalog_pick (empty, own, 60, 0), ==, "own 0");
  g_assert_cmpstr (thaw_prompt_catalog_pick (empty, own, 60, 1), ==, "own 1");
  g_assert_null (thaw_prompt_catalog_pick (empty, none, 60, 0));
  g_assert_null (thaw_prompt_catalog_pick (empty, NULL, 60, 5));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_own_prompt (void)
{
  g_autoptr (ThawOwnPrompt) prompt = thaw_own_prompt_new ("What was kind?");
  g_autoptr (ThawOwnPrompt) copy = NULL;

  g_assert_null (prompt->uuid);
  prompt->uuid = g_strdup ("0190a7c0-0000-7000-8000-000000000000");
  prompt->modified_ms = 7;
  copy = thaw_own_prompt_copy (prompt);
  g_assert_cmpstr (copy->text, ==, prompt->text);
  g_assert_cmpstr (copy->uuid, ==, prompt->uuid);
  g_assert_true (copy->uuid != prompt->uuid);
  g_assert_cmpint (copy->modified_ms, ==, 7);
  thaw_own_prompt_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/prompt-catalog/order", test_order);
  g_test_add_func ("/core/prompt-catalog/all-have-their-turn", test_all_have_their_turn);
  g_test_add_func ("/core/prompt-catalog/tomorrow-is-new", test_tomorrow_is_new);
  g_test_add_func ("/core/prompt-catalog/own", test_own);
  g_test_add_func ("/core/prompt-catalog/own-prompt", test_own_prompt);

  return g_test_run ();
}
