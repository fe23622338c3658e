/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mark-keeper"

#include "config.h"
#include "support/thaw-mark-keeper.h"

/* Soon enough that little is lost, late enough that not every key is a write. */
#define NOTE_DELAY_MS 1000

/* After somebody stopped scrolling. */
#define POSITION_DELAY_MS 2000

/**
 * ThawMarkKeeper:
 *
 * Brings to the disk what a person has to do with one article: a stance and a bookmark at
 * once, a note as it is written, the place where they read when they stay at it. One is
 * written at a time. What could not be written is tried again with the next change, or
 * when it is asked for; until then this has it.
 */
struct _ThawMarkKeeper
{
  GObject parent_instance;

  ThawArticleMarkStore *store; /* (owned) */
  ThawArticleMark *mark;       /* (owned): as the person has it */
  GError *error;               /* (owned) (nullable): why it was not written last */
  gboolean has_words;          /* something that was said is not on the disk yet … */
  gboolean has_position;       /* … or the place */
  gboolean is_saving;
  gboolean is_saving_words;    /* and not the place alone */
  gboolean is_asked_again;     /* meanwhile somebody wanted it to be written */
  guint source;                /* 0 if nothing waits for its time … */
  gboolean is_moving;          /* … or only the place does */
};

G_DEFINE_FINAL_TYPE (ThawMarkKeeper, thaw_mark_keeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_SETTLED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawMarkKeeper) self = user_data;
  g_autoptr (ThawArticleMark) saved = NULL;
  gboolean is_asked_again = self->is_asked_again;

  self->is_asked_again = FALSE;
  g_clear_error (&self->error);
  saved = thaw_article_mark_store_save_finish (THAW_ARTICLE_MARK_STORE (source), result, &self->error);
  self->is_saving = FALSE;
  if (saved != NULL)
    {
      g_free (self->mark->id);
      self->mark->id = g_strdup (saved->id);
      self->mark->modified_ms = saved->modified_ms;
    }
  else
    {
      /* Nobody asks to be told that a place in a text was lost. */
      self->has_words = self->has_words || self->is_saving_words;
      if (!self->has_words)
        g_clear_error (&self->error);
    }
  if (is_asked_again)
    thaw_mark_keeper_keep (self);

  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static gboolean
on_due_cb (gpointer user_data)
{
  ThawMarkKeeper *self = user_data;

  self->source = 0;
  thaw_mark_keeper_keep (self);

  return G_SOURCE_REMOVE;
}

/* Something of the same article was written elsewhere, as by an import. */
static void
on_store_changed_cb (ThawMarkKeeper *self)
{
  g_autoptr (ThawArticleMark) mark = NULL;

  if (thaw_mark_keeper_get_state (self) != THAW_WORDS_KEPT)
    return;

  mark = thaw_article_mark_store_get (self->store, self->mark->article, NULL);
  if (mark == NULL || mark->modified_ms <= self->mark->modified_ms)
    return;

  thaw_article_mark_free (self->mark);
  self->mark = g_steal_pointer (&mark);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
thaw_mark_keeper_dispose (GObject *object)
{
  ThawMarkKeeper *self = THAW_MARK_KEEPER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (thaw_mark_keeper_parent_class)->dispose (object);
}

static void
thaw_mark_keeper_finalize (GObject *object)
{
  ThawMarkKeeper *self = THAW_MARK_KEEPER (object);

  g_clear_pointer (&self->mark, thaw_article_mark_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (thaw_mark_keeper_parent_class)->finalize (object);
}

static void
thaw_mark_keeper_class_init (ThawMarkKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_mark_keeper_dispose;
  object_class->finalize = thaw_mark_keeper_finalize;

  /**
   * ThawMarkKeeper::settled:
   *
   * Something that was on its way to the disk is there, or has failed.
   */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  /**
   * ThawMarkKeeper::changed:
   *
   * The mark was changed from elsewhere.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
thaw_mark_keeper_init (ThawMarkKeeper *self)
{
}

/**
 * thaw_mark_keeper_new:
 * @store: where marks are
 * @article: the id of an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a keeper of the mark that @article has, or of a new
 *   one; %NULL if it cannot be read, for then nothing must be written over it
 */
ThawMarkKeeper *
thaw_mark_keeper_new (ThawArticleMarkStore  *store,
                      const char            *article,
                      GError               **error)
{
  g_autoptr (ThawArticleMark) mark = NULL;
  g_autoptr (GError) local_error = NULL;
  ThawMarkKeeper *self;

  g_return_val_if_fail (THAW_IS_ARTICLE_MARK_STORE (store), NULL);
  g_return_val_if_fail (article != NULL, NULL);

  mark = thaw_article_mark_store_get (store, article, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  self = g_object_new (THAW_TYPE_MARK_KEEPER, NULL);
  self->store = g_object_ref (store);
  self->mark = mark != NULL ? g_steal_pointer (&mark) : thaw_article_mark_new (article);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * thaw_mark_keeper_get_mark:
 *
 * Returns: (transfer none): the mark as the person has it, on the disk or not
 */
const ThawArticleMark *
thaw_mark_keeper_get_mark (ThawMarkKeeper *self)
{
  g_return_val_if_fail (THAW_IS_MARK_KEEPER (self), NULL);

  return self->mark;
}

/**
 * thaw_mark_keeper_set_stance:
 * @stance: what the person makes of it
 */
void
thaw_mark_keeper_set_stance (ThawMarkKeeper *self,
                             ThawStance      stance)
{
  g_return_if_fail (THAW_IS_MARK_KEEPER (self));
  g_return_if_fail ((guint) stance < THAW_N_STANCES);

  if (self->mark->stance == stance)
    return;

  self->mark->stance = stance;
  self->has_words = TRUE;
  thaw_mark_keeper_keep (self);
}

/**
 * thaw_mark_keeper_set_bookmarked:
 * @is_bookmarked: whether it is to be found again at once
 */
void
thaw_mark_keeper_set_bookmarked (ThawMarkKeeper *self,
                                 gboolean        is_bookmarked)
{
  g_return_if_fail (THAW_IS_MARK_KEEPER (self));

  if (self->mark->is_bookmarked == !!is_bookmarked)
    return;

  self->mark->is_bookmarked = !!is_bookmarked;
  self->has_words = TRUE;
  thaw_mark_keeper_keep (self);
}

/**
 * thaw_mark_keeper_set_note:
 * @note: what the person wrote so far
 */
void
thaw_mark_keeper_set_note (ThawMarkKeeper *self,
                           const char     *note)
{
  g_return_if_fail (THAW_IS_MARK_KEEPER (self));
  g_return_if_fail (note != NULL);

  if (g_str_equal (self->mark->note != NULL ? self->mark->note : "", note))
    return;

  g_free (self->mark->note);
  self->mark->note = g_strdup (note);
  self->has_words = TRUE;
  /* Not pushed back by the next key: who types without a pause is kept as well. */
  if (self->source != 0 && !self->is_moving)
    return;

  self->is_moving = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (NOTE_DELAY_MS, on_due_cb, self);
}

/**
 * thaw_mark_keeper_set_position:
 * @position: how far the person read
 */
void
thaw_mark_keeper_set_position (ThawMarkKeeper *self,
                               double          position)
{
  g_return_if_fail (THAW_IS_MARK_KEEPER (self));
  g_return_if_fail (position >= 0 && position <= 1);

  self->mark->position = position;
  self->has_position = TRUE;
  /* It goes along with a note. */
  if (self->source != 0 && !self->is_moving)
    return;

  self->is_moving = TRUE;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (POSITION_DELAY_MS, on_due_cb, self);
}

/**
 * thaw_mark_keeper_keep:
 *
 * Writes now what is not on the disk yet; #ThawMarkKeeper::settled follows, unless there
 * is nothing to write.
 */
void
thaw_mark_keeper_keep (ThawMarkKeeper *self)
{
  g_return_if_fail (THAW_IS_MARK_KEEPER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  self->is_asked_again = self->is_saving;
  if (self->is_saving || (!self->has_words && !self->has_position))
    return;

  self->is_saving = TRUE;
  self->is_saving_words = self->has_words;
  self->has_words = FALSE;
  self->has_position = FALSE;
  thaw_article_mark_store_save_async (self->store, self->mark, NULL, on_saved_cb, g_object_ref (self));
}

/**
 * thaw_mark_keeper_get_state:
 *
 * Returns: where the mark is
 */
ThawWordsState
thaw_mark_keeper_get_state (ThawMarkKeeper *self)
{
  g_return_val_if_fail (THAW_IS_MARK_KEEPER (self), THAW_WORDS_KEPT);

  if (self->is_saving)
    return THAW_WORDS_ON_THEIR_WAY;

  return self->has_words || self->has_position ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

/**
 * thaw_mark_keeper_get_error:
 *
 * Returns: (transfer none) (nullable): why the mark could not be written, if that was
 *   tried and did not work
 */
const GError *
thaw_mark_keeper_get_error (ThawMarkKeeper *self)
{
  g_return_val_if_fail (THAW_IS_MARK_KEEPER (self), NULL);

  return self->error;
}
