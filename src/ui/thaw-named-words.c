/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-named-words"

#include "config.h"
#include "thaw-named-words.h"

#include <glib/gi18n-lib.h>

/**
 * thaw_named_words_init:
 * @self: (out caller-allocates): words, to be cleared with thaw_named_words_clear()
 * @name: how the person calls it
 */
void
thaw_named_words_init (ThawNamedWords *self,
                       const char     *name)
{
  g_return_if_fail (name != NULL);

  /* Translators: %s is the name of a person, or what a reminder says, as “Morning check-in” */
  self->removed = g_strdup_printf (_("“%s” deleted"), name);
  /* Translators: %s is the name of a person, or what a reminder says, as “Morning check-in” */
  self->not_removed = g_strdup_printf (_("“%s” could not be deleted. Nothing was changed."), name);
  self->words = (ThawChangeWords) {
    .not_saved = _("This could not be saved. Nothing was changed."),
    .removed = self->removed,
    .not_removed = self->not_removed,
  };
}

void
thaw_named_words_clear (ThawNamedWords *self)
{
  g_free (self->removed);
  g_free (self->not_removed);
}
