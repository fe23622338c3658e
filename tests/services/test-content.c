/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "content/thaw-content.h"
#include "content/thaw-help-line-loader.h"
#include "content/thaw-library-loader.h"
#include "thaw-link-target.h"
#include "thaw-reminder-templates.h"
#include "thaw-test-content.h"

static void
list_things_to_do (ThawPracticeCatalog *catalog,
                   GPtrArray           *texts)
{
  GPtrArray *patterns = thaw_practice_catalog_get_patterns (catalog);
  GPtrArray *practices = thaw_practice_catalog_get_practices (catalog);
  GPtrArray *groups = thaw_practice_catalog_get_groups (catalog);

  for (guint i = 0; i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);

      g_ptr_array_add (texts, pattern->name);
      g_ptr_array_add (texts, pattern->summary);
      g_ptr_array_add (texts, pattern->why);
    }
  for (guint i = 0; i < practices->len; i++)
    {
      const ThawPractice *practice = g_ptr_array_index (practices, i);

      g_ptr_array_add (texts, practice->name);
      g_ptr_array_add (texts, practice->summary);
      g_ptr_array_add (texts, practice->why);
      if (practice->option != NULL)
        g_ptr_array_add (texts, practice->option);
      for (guint j = 0; j < practice->parts->len; j++)
        {
          const ThawPracticePart *part = g_ptr_array_index (practice->parts, j);

          if (part->name != NULL)
            g_ptr_array_add (texts, part->name);
          for (guint k = 0; k < part->lines->len; k++)
            g_ptr_array_add (texts, ((ThawPracticeLine *) g_ptr_array_index (part->lines, k))->text);
        }
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const ThawActivityGroup *group = g_ptr_array_index (groups, i);

      g_ptr_array_add (texts, group->name);
      g_ptr_array_add (texts, group->why);
      for (guint j = 0; j < group->activities->len; j++)
        {
          const ThawActivity *activity = g_ptr_array_index (group->activities, j);

          g_ptr_array_add (texts, activity->name);
          g_ptr_array_add (texts, activity->why);
          g_ptr_array_add (texts, activity->begin);
        }
    }
}

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
  list_things_to_do (content->practice_catalog, texts);

  return texts;
}

/* The sentences of the library and of the lines to call: a name may be the same in German. */
static GPtrArray *
list_sentences (ThawLibrary     *library,
                ThawHelpCatalog *catalog)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *articles = thaw_library_get_articles (library);
  GPtrArray *countries = thaw_help_catalog_get_countries (catalog);

  for (guint i = 0; i < articles->len; i++)
    {
      const ThawArticle *article = g_ptr_array_index (articles, i);

      g_ptr_array_add (texts, g_strdup (article->summary));
      g_ptr_array_add (texts, g_strdup (article->also != NULL ? article->also : ""));
      for (guint j = 0; j < article->sections->len; j++)
        {
          const ThawArticleSection *section = g_ptr_array_index (article->sections, j);

          g_ptr_array_add (texts, g_strdup (section->heading != NULL ? section->heading : ""));
          for (guint k = 0; k < section->blocks->len; k++)
            g_ptr_array_add (texts, g_strdup (((ThawBlock *) g_ptr_array_index (section->blocks, k))->text->plain));
        }
    }
  for (guint i = 0; i < countries->len; i++)
    {
      const ThawHelpCountry *country = g_ptr_array_index (countries, i);

      for (guint j = 0; j < country->lines->len; j++)
        {
          const ThawHelpLine *line = g_ptr_array_index (country->lines, j);

          g_ptr_array_add (texts, g_strdup (line->about != NULL ? line->about : ""));
          g_ptr_array_add (texts, g_strdup (line->hours != NULL ? line->hours : ""));
        }
    }

  return texts;
}

static char *
dup_catalogue_name (void)
{
  return g_build_filename (g_getenv ("THAW_LOCALEDIR"), "de", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

static void
begin_german (void)
{
  g_setenv ("LANGUAGE", "de", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("THAW_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

/* What the loader asks for is what xgettext took out of the files, to the last blank: each text comes in German. */
static void
test_german (void)
{
  g_autofree char *catalogue = dup_catalogue_name ();
  g_autoptr (ThawContent) english = NULL;
  g_autoptr (ThawContent) german = NULL;
  g_autoptr (GPtrArray) english_texts = NULL;
  g_autoptr (GPtrArray) german_texts = NULL;
  GPtrArray *practices;

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The translations are not built");
      return;
    }

  english = thaw_content_load ();
  english_texts = list_texts (english);

  begin_german ();
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

  /* German takes longer to read, and its pauses have room for that. */
  practices = thaw_practice_catalog_get_practices (german->practice_catalog);
  for (guint i = 0; i < practices->len; i++)
    thaw_test_assert_lengths (g_ptr_array_index (practices, i));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp ((*(const ThawArticle * const *) a)->id, (*(const ThawArticle * const *) b)->id);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(const ThawHelpCountry * const *) a)->code, (*(const ThawHelpCountry * const *) b)->code);
}

static GPtrArray *
load_sentences (const ThawContent *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawLibrary) library = NULL;
  g_autoptr (ThawHelpCatalog) catalog = NULL;

  library = thaw_library_loader_load (content->practice_catalog, content->vocabulary, &error);
  g_assert_no_error (error);
  catalog = thaw_help_line_loader_load (&error);
  g_assert_no_error (error);

  /* The library has another order in another language; this one is always the same. */
  g_ptr_array_sort (thaw_library_get_articles (library), compare_ids);
  g_ptr_array_sort (thaw_help_catalog_get_countries (catalog), compare_codes);

  return list_sentences (library, catalog);
}

/* Also that each translation of a text has the links of the text; one that has not is told as a warning, which ends the
 * test, and is not taken. */
static void
test_german_library (void)
{
  g_autofree char *catalogue = dup_catalogue_name ();
  g_autoptr (ThawContent) content = NULL;
  g_autoptr (GPtrArray) english = NULL;
  g_autoptr (GPtrArray) german = NULL;

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The translations are not built");
      return;
    }

  content = thaw_content_load ();
  english = load_sentences (content);
  begin_german ();
  german = load_sentences (content);
  g_unsetenv ("LANGUAGE");

  g_assert_cmpuint (english->len, ==, german->len);
  if (g_str_equal (g_ptr_array_index (english, 0), g_ptr_array_index (german, 0)))
    {
      g_test_skip ("The library is not translated yet");
      return;
    }
  for (guint i = 0; i < english->len; i++)
    {
      if (((const char *) g_ptr_array_index (english, i))[0] != '\0')
        g_assert_cmpstr (g_ptr_array_index (german, i), !=, g_ptr_array_index (english, i));
    }
}

/* What a proposed reminder opens is there. */
static void
test_reminder_templates (void)
{
  g_autoptr (ThawContent) content = thaw_content_load ();
  guint n_practices = 0;

  for (guint i = 0; i < thaw_reminder_templates_get_n (); i++)
    {
      g_autoptr (ThawReminder) reminder = thaw_reminder_templates_make (thaw_reminder_templates_get_id (i));
      ThawLinkKind kind;
      const char *name;

      if (reminder->opens == NULL || !thaw_link_target_parse (reminder->opens, &kind, &name) ||
          kind != THAW_LINK_PRACTICE)
        continue;

      g_test_message ("%s", reminder->opens);
      g_assert_nonnull (thaw_practice_catalog_get_name (content->practice_catalog, name));
      n_practices++;
    }

  g_assert_cmpuint (n_practices, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/content/german", test_german);
  g_test_add_func ("/services/content/german-library", test_german_library);
  g_test_add_func ("/services/content/reminder-templates", test_reminder_templates);

  return g_test_run ();
}
