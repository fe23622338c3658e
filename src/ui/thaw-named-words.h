/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-record-change.h"

G_BEGIN_DECLS

/**
 * ThawNamedWords:
 * @removed: (not nullable): said when it was deleted
 * @not_removed: (not nullable): said when it could not be deleted
 * @words: has those
 *
 * What the person hears when something that has a name is deleted, or is not.
 */
typedef struct
{
  char *removed;
  char *not_removed;
  ThawChangeWords words;
} ThawNamedWords;

void thaw_named_words_init  (ThawNamedWords *self,
                             const char     *name);
void thaw_named_words_clear (ThawNamedWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ThawNamedWords, thaw_named_words_clear)

G_END_DECLS
