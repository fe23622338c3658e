/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-pattern"

#include "config.h"
#include "thaw-demo-pattern.h"

#include <string.h>

typedef struct
{
  ThawDemoTexts *texts;
  const ThawDemoScene *scene;
  GRand *rand;
} Renderer;

static void render (const Renderer *self,
                    const char     *pattern,
                    gsize           length,
                    GString        *out);

static void
render_slot (const Renderer *self,
             const char     *name,
             gsize           length,
             GString        *out)
{
  g_autofree char *slot = g_ascii_strdown (name, (gssize) length);
  GPtrArray *words = thaw_demo_texts_get_slot (self->texts, slot);
  const ThawDemoWord *word = thaw_demo_choose_word (words, self->scene, self->rand);
  gsize start = out->len;

  if (word == NULL)
    return;

  render (self, word->value, strlen (word->value), out);
  if (g_ascii_isupper (name[0]) && out->len > start)
    {
      g_autofree char *rest = g_strdup (g_utf8_next_char (out->str + start));
      gunichar first = g_unichar_toupper (g_utf8_get_char (out->str + start));

      g_string_truncate (out, start);
      g_string_append_unichar (out, first);
      g_string_append (out, rest);
    }
}

/* The parts of "a|b|c", where each may have blanks and choices of its own. */
static void
render_choice (const Renderer *self,
               const char     *choice,
               gsize           length,
               GString        *out)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint chosen;
  gsize start;
  int depth = 0;

  for (gsize i = 0; i <= length; i++)
    {
      if (i == length || (choice[i] == '|' && depth == 0))
        g_array_append_val (ends, i);
      else if (choice[i] == '{')
        depth++;
      else if (choice[i] == '}')
        depth--;
    }

  if (ends->len == 1)
    {
      render_slot (self, choice, length, out);
      return;
    }

  chosen = (guint) g_rand_int_range (self->rand, 0, (gint32) ends->len);
  start = chosen == 0 ? 0 : g_array_index (ends, gsize, chosen - 1) + 1;
  render (self, choice + start, g_array_index (ends, gsize, chosen) - start, out);
}

static void
render (const Renderer *self,
        const char     *pattern,
        gsize           length,
        GString        *out)
{
  for (gsize i = 0; i < length; i++)
    {
      gsize start = i + 1;
      int depth = 1;

      if (pattern[i] != '{')
        {
          g_string_append_c (out, pattern[i]);
          continue;
        }

      while (depth > 0 && ++i < length)
        depth += pattern[i] == '{' ? 1 : pattern[i] == '}' ? -1 : 0;
      render_choice (self, pattern + start, i - start, out);
    }
}

/**
 * thaw_demo_pattern_is_good:
 * @pattern: (nullable): a pattern
 * @texts: what knows the blanks
 *
 * Returns: whether every { has its }, and what is between them is a blank that
 *   exists, or a choice
 */
gboolean
thaw_demo_pattern_is_good (const char    *pattern,
                           ThawDemoTexts *texts)
{
  int depth = 0;

  for (const char *p = pattern; p != NULL && *p != '\0'; p++)
    {
      if (*p == '{')
        {
          gsize length = strcspn (p + 1, "{|}");

          if (p[1 + length] == '}')
            {
              g_autofree char *slot = g_ascii_strdown (p + 1, (gssize) length);

              if (thaw_demo_texts_get_slot (texts, slot) == NULL)
                return FALSE;
            }
          depth++;
        }
      else if (*p == '}')
        {
          depth--;
        }
      if (depth < 0)
        return FALSE;
    }

  return depth == 0;
}

/**
 * thaw_demo_choose_word:
 * @words: (element-type ThawDemoWord): words
 * @scene: the scene
 * @rand: what to choose by
 *
 * Returns: (transfer none) (nullable): one of the words that fit, if any does
 */
const ThawDemoWord *
thaw_demo_choose_word (GPtrArray           *words,
                       const ThawDemoScene *scene,
                       GRand               *rand)
{
  guint n_fitting = 0;
  guint chosen;

  for (guint i = 0; i < words->len; i++)
    n_fitting += thaw_demo_when_fits (&((ThawDemoWord *) g_ptr_array_index (words, i))->when, scene) ? 1 : 0;
  if (n_fitting == 0)
    return NULL;

  chosen = (guint) g_rand_int_range (rand, 0, (gint32) n_fitting);
  for (guint i = 0; i < words->len; i++)
    {
      const ThawDemoWord *word = g_ptr_array_index (words, i);

      if (thaw_demo_when_fits (&word->when, scene) && chosen-- == 0)
        return word;
    }

  g_return_val_if_reached (NULL);
}

/**
 * thaw_demo_pattern_render:
 * @pattern: a good pattern
 * @texts: what knows the blanks
 * @scene: the scene that the words must fit
 * @rand: what to choose by
 *
 * Returns: (transfer full): @pattern with its blanks filled and its choices made
 */
char *
thaw_demo_pattern_render (const char          *pattern,
                          ThawDemoTexts       *texts,
                          const ThawDemoScene *scene,
                          GRand               *rand)
{
  const Renderer renderer = { .texts = texts, .scene = scene, .rand = rand };
  GString *out = g_string_new (NULL);

  render (&renderer, pattern, strlen (pattern), out);

  return g_string_free (out, FALSE);
}
