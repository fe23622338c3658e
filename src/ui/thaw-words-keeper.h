/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ThawWordsState:
 * @THAW_WORDS_KEPT: all that was written is on the disk, if only as a draft
 * @THAW_WORDS_ON_THEIR_WAY: something is being written to the disk
 * @THAW_WORDS_UNKEPT: something is nowhere but on the screen
 */
typedef enum
{
  THAW_WORDS_KEPT,
  THAW_WORDS_ON_THEIR_WAY,
  THAW_WORDS_UNKEPT,
} ThawWordsState;

#define THAW_TYPE_WORDS_KEEPER (thaw_words_keeper_get_type ())
G_DECLARE_INTERFACE (ThawWordsKeeper, thaw_words_keeper, THAW, WORDS_KEEPER, GtkWidget)

struct _ThawWordsKeeperInterface
{
  GTypeInterface parent_iface;

  ThawWordsState (*get_state) (ThawWordsKeeper *self);
  void           (*keep)      (ThawWordsKeeper *self);
};

ThawWordsState thaw_words_keeper_get_state (ThawWordsKeeper *self);
void           thaw_words_keeper_keep      (ThawWordsKeeper *self);
void           thaw_words_keeper_settled   (ThawWordsKeeper *self);

G_END_DECLS
