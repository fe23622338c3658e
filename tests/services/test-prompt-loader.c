/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-prompt-loader.h"
#include "thaw-test-content.h"

static const ThawTestBroken broken[] = {
  { "no XML", "", 1, "", TRUE },
  { "no theme", "<prompts></prompts>", 1, "has no “theme”", FALSE },
  { "a theme of nothing", "<prompts>\n<theme id=\"a\"><name>A</name></theme></prompts>", 2, "has no “prompt”", FALSE },
  { "a question without an id", "<prompts><theme id=\"a\"><name>A</name>\n<prompt>A?</prompt></theme></prompts>", 2,
    "has no attribute “id”", FALSE },
  { "an empty question", "<prompts><theme id=\"a\"><name>A</name>\n<prompt id=\"a-1\"/></theme></prompts>", 2,
    "“prompt” is empty", FALSE },
  { "a question twice", "<prompts><theme id=\"a\"><name>A</name><prompt id=\"a-1\">A?</prompt>\n"
    "<prompt id=\"a-1\">A?</prompt></theme></prompts>", 2,
    "there is “a-1” already", FALSE },
  { "a theme twice", "<prompts><theme id=\"a\"><name>A</name><prompt id=\"a-1\">A?</prompt></theme>\n"
    "<theme id=\"a\"><name>A</name><prompt id=\"a-2\">A?</prompt></theme></prompts>", 2,
    "there is “a” already", FALSE },
};

static gpointer
read_it (GBytes      *bytes,
         const char  *file,
         GError     **error)
{
  return thaw_prompt_loader_read (bytes, file, error);
}

static void
test_broken (void)
{
  thaw_test_assert_broken (read_it, broken, G_N_ELEMENTS (broken));
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPromptCatalog) catalog = thaw_prompt_loader_load (&error);
  const ThawPromptTheme *body;
  const ThawPrompt *prompt;
  GPtrArray *themes;
  guint n = 0;

  g_assert_no_error (error);
  themes = thaw_prompt_catalog_get_themes (catalog);
  g_assert_cmpuint (themes->len, ==, 10);
  for (guint i = 0; i < themes->len; i++)
    n += ((ThawPromptTheme *) g_ptr_array_index (themes, i))->prompts->len;
  g_assert_cmpuint (n, ==, 64);

  body = thaw_prompt_catalog_find_theme (catalog, "body");
  prompt = g_ptr_array_index (body->prompts, 4);
  g_assert_cmpstr (body->name, ==, "Body");
  g_assert_cmpstr (prompt->slug, ==, "body-5");
  g_assert_cmpstr (prompt->theme, ==, "body");
  g_assert_cmpstr (prompt->text, ==, "What does your breath do when you leave it alone?");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/prompt-loader/broken", test_broken);
  g_test_add_func ("/services/prompt-loader/shipped", test_shipped);

  return g_test_run ();
}
