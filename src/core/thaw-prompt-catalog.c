/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-prompt-catalog"

#include "config.h"
#include "thaw-prompt-catalog.h"

/**
 * ThawPromptCatalog:
 *
 * The questions for the blank page that Thaw brings along, by theme, in the
 * person's language.
 *
 * Unchanging once it is made, so any thread may read it.
 */
struct _ThawPromptCatalog
{
  GObject parent_instance;

  GPtrArray *themes; /* (owned) (element-type ThawPromptTheme) */
  GPtrArray *order;  /* (owned) (element-type ThawPrompt): of @themes, as they follow each other from day to day */
};

G_DEFINE_FINAL_TYPE (ThawPromptCatalog, thaw_prompt_catalog, G_TYPE_OBJECT)

/**
 * thaw_prompt_new:
 * @slug: the stable name
 * @theme: the slug of its theme
 * @text: the translated question
 *
 * Returns: (transfer full): for #ThawPromptTheme.prompts, which frees it
 */
ThawPrompt *
thaw_prompt_new (const char *slug,
                 const char *theme,
                 const char *text)
{
  ThawPrompt *self = g_new0 (ThawPrompt, 1);

  self->slug = g_strdup (slug);
  self->theme = g_strdup (theme);
  self->text = g_strdup (text);

  return self;
}

void
thaw_prompt_free (ThawPrompt *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self->theme);
  g_free (self->text);
  g_free (self);
}

/**
 * thaw_prompt_theme_new:
 * @slug: the stable name
 * @name: the translated name
 *
 * Returns: (transfer full): a theme without questions yet, for a loader to fill
 */
ThawPromptTheme *
thaw_prompt_theme_new (const char *slug,
                       const char *name)
{
  ThawPromptTheme *self = g_new0 (ThawPromptTheme, 1);

  self->slug = g_strdup (slug);
  self->name = g_strdup (name);
  self->prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_prompt_free);

  return self;
}

void
thaw_prompt_theme_free (ThawPromptTheme *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self->name);
  g_ptr_array_unref (self->prompts);
  g_free (self);
}

static void
thaw_prompt_catalog_finalize (GObject *object)
{
  ThawPromptCatalog *self = THAW_PROMPT_CATALOG (object);

  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_prompt_catalog_parent_class)->finalize (object);
}

static void
thaw_prompt_catalog_class_init (ThawPromptCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_prompt_catalog_finalize;
}

static void
thaw_prompt_catalog_init (ThawPromptCatalog *self)
{
  self->order = g_ptr_array_new ();
}

/* One question of each theme, then the next of each, so that no theme lasts for a week. */
static void
put_in_order (ThawPromptCatalog *self)
{
  guint n_before, round = 0;

  do
    {
      n_before = self->order->len;
      for (guint i = 0; i < self->themes->len; i++)
        {
          GPtrArray *prompts = ((ThawPromptTheme *) g_ptr_array_index (self->themes, i))->prompts;

          if (round < prompts->len)
            g_ptr_array_add (self->order, g_ptr_array_index (prompts, round));
        }
      round++;
    }
  while (self->order->len > n_before);
}

/**
 * thaw_prompt_catalog_new:
 * @themes: (element-type ThawPromptTheme): in the order in which they are shown;
 *   frees its elements, and is not changed any more
 *
 * Returns: (transfer full): the catalog
 */
ThawPromptCatalog *
thaw_prompt_catalog_new (GPtrArray *themes)
{
  ThawPromptCatalog *self;

  g_return_val_if_fail (themes != NULL, NULL);

  self = g_object_new (THAW_TYPE_PROMPT_CATALOG, NULL);
  self->themes = g_ptr_array_ref (themes);
  put_in_order (self);

  return self;
}

/**
 * thaw_prompt_catalog_get_themes:
 *
 * Returns: (transfer none) (element-type ThawPromptTheme): in the order in which
 *   they are shown
 */
GPtrArray *
thaw_prompt_catalog_get_themes (ThawPromptCatalog *self)
{
  g_return_val_if_fail (THAW_IS_PROMPT_CATALOG (self), NULL);

  return self->themes;
}

/**
 * thaw_prompt_catalog_find_theme:
 * @slug: (nullable): a slug
 *
 * Returns: (transfer none) (nullable): the theme, or %NULL if there is none of that name
 */
const ThawPromptTheme *
thaw_prompt_catalog_find_theme (ThawPromptCatalog *self,
                                const char        *slug)
{
  g_return_val_if_fail (THAW_IS_PROMPT_CATALOG (self), NULL);

  for (guint i = 0; i < self->themes->len; i++)
    {
      ThawPromptTheme *theme = g_ptr_array_index (self->themes, i);

      if (g_strcmp0 (theme->slug, slug) == 0)
        return theme;
    }

  return NULL;
}

static guint
get_common_divisor (guint a,
                    guint b)
{
  while (b != 0)
    {
      guint rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

/* How far on the next question of the same day is: far enough for tomorrow’s not to be one of those seen today, and
 * without a common divisor, so that all have their turn before one comes again. */
static guint
get_stride (guint n_prompts)
{
  guint stride = MAX (n_prompts * 2 / 5, 1);

  while (get_common_divisor (n_prompts, stride) != 1)
    stride++;

  return stride;
}

/**
 * thaw_prompt_catalog_pick:
 * @own: (nullable) (element-type ThawOwnPrompt): the person's own questions, which
 *   are spread evenly among the others
 * @day: the day on which it is asked
 * @n_further: 0 for the question of the day; 1, 2, … for another one, and another
 *
 * Picks a question: always the same for the same day and list. From one day to
 * the next it goes through all, one theme after the other, before one comes
 * again, and so it does with @n_further.
 *
 * Returns: (transfer none) (nullable): the question, which belongs to the catalog
 *   or to @own, or %NULL if there is none at all
 */
const char *
thaw_prompt_catalog_pick (ThawPromptCatalog *self,
                          GPtrArray         *own,
                          ThawDay            day,
                          guint              n_further)
{
  guint n_own, n_prompts, at, n_own_before;

  g_return_val_if_fail (THAW_IS_PROMPT_CATALOG (self), NULL);
  g_return_val_if_fail (thaw_day_is_valid (day), NULL);

  n_own = own != NULL ? own->len : 0;
  n_prompts = self->order->len + n_own;
  if (n_prompts == 0)
    return NULL;

  at = (guint) (((guint64) day + (guint64) n_further * get_stride (n_prompts)) % n_prompts);
  n_own_before = at * n_own / n_prompts;
  if ((at + 1) * n_own / n_prompts > n_own_before)
    return ((ThawOwnPrompt *) g_ptr_array_index (own, n_own_before))->text;

  return ((ThawPrompt *) g_ptr_array_index (self->order, at - n_own_before))->text;
}
