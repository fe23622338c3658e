/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"
#include "thaw-own-prompt.h"

G_BEGIN_DECLS

/**
 * ThawPrompt:
 * @slug: (not nullable): the stable name, as `body-1`
 * @theme: (not nullable): the slug of its theme
 * @text: (not nullable): the translated question
 *
 * A question for the blank page. Owned by its #ThawPromptCatalog, and unchanging.
 */
typedef struct
{
  char *slug;
  char *theme;
  char *text;
} ThawPrompt;

/**
 * ThawPromptTheme:
 * @slug: (not nullable): the stable name, as `body`
 * @name: (not nullable): the translated name, as "Body"
 * @prompts: (element-type ThawPrompt): its questions
 */
typedef struct
{
  char      *slug;
  char      *name;
  GPtrArray *prompts;
} ThawPromptTheme;

ThawPrompt      *thaw_prompt_new        (const char *slug,
                                         const char *theme,
                                         const char *text) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_prompt_free       (ThawPrompt *self);
ThawPromptTheme *thaw_prompt_theme_new  (const char *slug,
                                         const char *name) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_prompt_theme_free (ThawPromptTheme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPrompt, thaw_prompt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPromptTheme, thaw_prompt_theme_free)

#define THAW_TYPE_PROMPT_CATALOG (thaw_prompt_catalog_get_type ())
G_DECLARE_FINAL_TYPE (ThawPromptCatalog, thaw_prompt_catalog, THAW, PROMPT_CATALOG, GObject)

ThawPromptCatalog     *thaw_prompt_catalog_new        (GPtrArray *themes) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray             *thaw_prompt_catalog_get_themes (ThawPromptCatalog *self);
const ThawPromptTheme *thaw_prompt_catalog_find_theme (ThawPromptCatalog *self,
                                                       const char        *slug);
const char            *thaw_prompt_catalog_pick       (ThawPromptCatalog *self,
                                                       GPtrArray         *own,
                                                       ThawDay            day,
                                                       guint              n_further);

G_END_DECLS
