/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-words-keeper"

#include "config.h"
#include "thaw-words-keeper.h"

/**
 * ThawWordsKeeper:
 *
 * A widget in which something is written, and that keeps it on the disk. Asked by
 * whoever would make the widget go away.
 */
G_DEFINE_INTERFACE (ThawWordsKeeper, thaw_words_keeper, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
thaw_words_keeper_default_init (ThawWordsKeeperInterface *iface)
{
  /**
   * ThawWordsKeeper::settled:
   *
   * Something that was on its way to the disk is there, or has failed.
   */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", THAW_TYPE_WORDS_KEEPER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * thaw_words_keeper_get_state:
 *
 * Returns: where the words are
 */
ThawWordsState
thaw_words_keeper_get_state (ThawWordsKeeper *self)
{
  g_return_val_if_fail (THAW_IS_WORDS_KEEPER (self), THAW_WORDS_KEPT);

  return THAW_WORDS_KEEPER_GET_IFACE (self)->get_state (self);
}

/**
 * thaw_words_keeper_keep:
 *
 * Begins to write what is %THAW_WORDS_UNKEPT to the disk, again if that failed
 * before; #ThawWordsKeeper::settled follows.
 */
void
thaw_words_keeper_keep (ThawWordsKeeper *self)
{
  g_return_if_fail (THAW_IS_WORDS_KEEPER (self));

  THAW_WORDS_KEEPER_GET_IFACE (self)->keep (self);
}

/**
 * thaw_words_keeper_settled:
 *
 * For the widget itself, as the last thing that it does: it may be gone then.
 */
void
thaw_words_keeper_settled (ThawWordsKeeper *self)
{
  g_return_if_fail (THAW_IS_WORDS_KEEPER (self));

  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}
