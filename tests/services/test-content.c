/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "content/thaw-content.h"

/* All texts, one after the other. */
static GPtrArray *
list_texts (const ThawContent *content)
{
  GPtrArray *texts = g_ptr_array_new ();
  GPtrArray *families = thaw_vocabulary_get_families (content->vocabulary);
  GPtrArray *emotions = thaw_vocabulary_get_emotions (content->vocabulary);
  GPtrArray *groups = thaw_coping_catalog_get_groups (content->coping_catalog);
  GPtrArray *themes = thaw_prompt_catalog_get_themes (content->prompt_catalog);

  for (guint i = 0; i < families->len; i++)
    {
      const ThawEmotionFamily *family = g_ptr_array_index (families, i);

      g_ptr_array_add (texts, family->name);
      g_ptr_array_add (texts, family->about);
    }
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotion *emotion = g_ptr_array_index (emotions, i);

      g_ptr_array_add (texts, emotion->word);
      g_ptr_array_add (texts, emotion->also);
      g_ptr_array_add (texts, emotion->definition);
      g_ptr_array_add (texts, emotion->body);
      g_ptr_array_add (texts, emotion->moment);
      for (guint j = 0; j < emotion->near->len; j++)
        g_ptr_array_add (texts, ((ThawEmotionNear *) g_ptr_array_index (emotion->near, j))->difference);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const ThawCopingGroup *group = g_ptr_array_index (groups, i);

      g_ptr_array_add (texts, group->name);
      for (guint j = 0; j < group->activities->len; j++)
        g_ptr_array_add (texts, ((ThawCopingActivity *) g_ptr_array_index (group->activities, j))->name);
    }
  for (guint i = 0; i < themes->len; i++)
    {
      const ThawPromptTheme *theme = g_ptr_array_index (themes, i);

      g_ptr_array_add (texts, theme->name);
      for (guint j = 0; j < theme->prompts->len; j++)
        g_ptr_array_add (texts, ((ThawPrompt *) g_ptr_array_index (theme->prompts, j))->text);
    }

  return texts;
}

/* What the loader asks for is what xgettext took out of the files, to the last blank: each text comes in German. */
static void
test_german (void)
{
  g_autofree char *catalogue = g_build_filename (g_getenv ("THAW_LOCALEDIR"), "de", "LC_MESSAGES",
                                                 GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (ThawContent) english = NULL;
  g_autoptr (ThawContent) german = NULL;
  g_autoptr (GPtrArray) english_texts = NULL;
  g_autoptr (GPtrArray) german_texts = NULL;

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The translations are not built");
      return;
    }

  english = thaw_content_load ();
  english_texts = list_texts (english);

  g_setenv ("LANGUAGE", "de", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("THAW_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  german = thaw_content_load ();
  german_texts = list_texts (german);
  g_unsetenv ("LANGUAGE");

  g_assert_cmpuint (english_texts->len, ==, german_texts->len);
  for (guint i = 0; i < english_texts->len; i++)
    g_assert_cmpstr (g_ptr_array_index (german_texts, i), !=, g_ptr_array_index (english_texts, i));

  /* The word has a context, the family of the same name has none. */
  g_assert_cmpstr (thaw_vocabulary_get_word (german->vocabulary, "fear"), ==, "Angst");
  g_assert_cmpstr (thaw_vocabulary_find_family (german->vocabulary, "joy")->name, ==, "Freude");
  g_assert_cmpstr (thaw_vocabulary_get_word (english->vocabulary, "fear"), ==, "fear");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/content/german", test_german);

  return g_test_run ();
}
