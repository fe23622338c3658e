/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-content"

#include "config.h"
#include "content/thaw-content.h"

#include "content/thaw-activity-loader.h"
#include "content/thaw-breathing-loader.h"
#include "content/thaw-coping-loader.h"
#include "content/thaw-practice-loader.h"
#include "content/thaw-prompt-loader.h"
#include "content/thaw-vocabulary-loader.h"

/* A session only says the id of what was done, so no two things to do may have the same, whatever file they are in. */
static ThawPracticeCatalog *
load_practice_catalog (GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) patterns = NULL;
  g_autoptr (GPtrArray) practices = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  if ((patterns = thaw_breathing_loader_load (ids, error)) == NULL ||
      (practices = thaw_practice_loader_load (ids, error)) == NULL ||
      (groups = thaw_activity_loader_load (ids, error)) == NULL)
    return NULL;

  return thaw_practice_catalog_new (patterns, practices, groups);
}

/**
 * thaw_content_load:
 *
 * Loads all that is part of the program. From any thread. That it cannot be
 * loaded is a mistake in the program, which ends it.
 *
 * Returns: (transfer full): the content
 */
ThawContent *
thaw_content_load (void)
{
  ThawContent *self = g_new0 (ThawContent, 1);
  g_autoptr (GError) error = NULL;

  if ((self->vocabulary = thaw_vocabulary_loader_load (&error)) == NULL ||
      (self->coping_catalog = thaw_coping_loader_load (&error)) == NULL ||
      (self->prompt_catalog = thaw_prompt_loader_load (&error)) == NULL ||
      (self->practice_catalog = load_practice_catalog (&error)) == NULL)
    g_error ("What Thaw brings along is broken: %s", error->message);

  return self;
}

void
thaw_content_free (ThawContent *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->vocabulary);
  g_clear_object (&self->coping_catalog);
  g_clear_object (&self->prompt_catalog);
  g_clear_object (&self->practice_catalog);
  g_free (self);
}
