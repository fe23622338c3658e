/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-close-guard"

#include "config.h"
#include "thaw-close-guard.h"

#include "thaw-close-question.h"

/**
 * ThawCloseGuard:
 *
 * Lets a window close, but not before the words in it, and in the windows over it
 * which go with it, are on the disk; and asks if they cannot be brought there.
 *
 * A window of the application gets the action `win.quit` from it, which closes the window
 * and ends the application with it, also if something else would keep that.
 */
struct _ThawCloseGuard
{
  GObject parent_instance;

  GtkWindow *window;   /* (unowned): it owns this */
  GPtrArray *keepers;  /* (owned) (element-type ThawWordsKeeper): not owned; those in the window */
  GtkWidget *question; /* (unowned) (nullable): asks whether to close without the words */

  gboolean is_closing;    /* closes when the words that are on their way have come to the disk */
  gboolean is_kept_again; /* what failed on the way was tried once more */
  gboolean is_confirmed;
  gboolean is_quitting;   /* the application ends when it closes */
};

G_DEFINE_FINAL_TYPE (ThawCloseGuard, thaw_close_guard, G_TYPE_OBJECT)

static void on_words_settled_cb (ThawCloseGuard *self);

/* Where the words of one are; those that are nowhere are first tried to be kept. */
static ThawWordsState
check_keeper (ThawWordsKeeper *keeper,
              gboolean         do_keep)
{
  if (do_keep && thaw_words_keeper_get_state (keeper) == THAW_WORDS_UNKEPT)
    thaw_words_keeper_keep (keeper);

  return thaw_words_keeper_get_state (keeper);
}

/* Also if there are others between the two. */
static gboolean
is_over (GtkWindow *window,
         GtkWindow *below)
{
  while (window != NULL && window != below)
    window = gtk_window_get_transient_for (window);

  return window != NULL;
}

/* Those in the window, and those in windows over it. */
static GPtrArray *
collect (ThawCloseGuard *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < self->keepers->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (self->keepers, i)));

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (!THAW_IS_WORDS_KEEPER (window) || window == self->window || !is_over (window, self->window))
        continue;

      /* However often it is looked at. */
      g_signal_handlers_disconnect_by_func (window, on_words_settled_cb, self);
      g_signal_connect_object (window, "settled", G_CALLBACK (on_words_settled_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (all, g_steal_pointer (&window));
    }

  return all;
}

/* Where the words of all who keep some are. */
static ThawWordsState
check_words (ThawCloseGuard *self,
             gboolean        do_keep)
{
  g_autoptr (GPtrArray) keepers = collect (self);
  ThawWordsState state = THAW_WORDS_KEPT;

  for (guint i = 0; i < keepers->len; i++)
    {
      ThawWordsState one = check_keeper (g_ptr_array_index (keepers, i), do_keep);

      if (one == THAW_WORDS_ON_THEIR_WAY || state == THAW_WORDS_KEPT)
        state = one;
    }

  return state;
}

static gboolean
close_now (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

static void
on_question_answered_cb (ThawCloseGuard *self,
                         const char     *response)
{
  if (!g_str_equal (response, THAW_CLOSE_QUESTION_CLOSE))
    {
      self->is_quitting = FALSE;
      return;
    }

  /* Not before the dialog is done: it goes with this window. */
  self->is_confirmed = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_now, g_object_ref (self->window), g_object_unref);
}

static void
ask_whether_to_close (ThawCloseGuard *self)
{
  if (self->question == NULL)
    {
      g_set_weak_pointer (&self->question, thaw_close_question_new (self->window));
      g_signal_connect_object (self->question, "response", G_CALLBACK (on_question_answered_cb), self,
                               G_CONNECT_SWAPPED);
    }

  gtk_window_present (GTK_WINDOW (self->question));
}

/* Whether the window can close now. Else it does when the words have come to the disk, or asks if they cannot. */
static gboolean
prepare (ThawCloseGuard *self,
         gboolean        do_keep)
{
  ThawWordsState state = check_words (self, do_keep);

  self->is_closing = state == THAW_WORDS_ON_THEIR_WAY;
  if (state == THAW_WORDS_UNKEPT)
    ask_whether_to_close (self);

  return state == THAW_WORDS_KEPT;
}

static void
on_words_settled_cb (ThawCloseGuard *self)
{
  gboolean do_keep = !self->is_kept_again;

  if (!self->is_closing || check_words (self, FALSE) == THAW_WORDS_ON_THEIR_WAY)
    return;

  /* A save that failed leaves words that may still become a draft. */
  self->is_kept_again = TRUE;
  if (prepare (self, do_keep))
    gtk_window_close (self->window);
}

static void
on_keeper_gone_cb (gpointer  user_data,
                   GObject  *keeper)
{
  g_ptr_array_remove (THAW_CLOSE_GUARD (user_data)->keepers, keeper);
}

static void
thaw_close_guard_dispose (GObject *object)
{
  ThawCloseGuard *self = THAW_CLOSE_GUARD (object);

  for (guint i = 0; i < self->keepers->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->keepers, i), on_keeper_gone_cb, self);
  g_ptr_array_set_size (self->keepers, 0);
  g_clear_weak_pointer (&self->question);

  G_OBJECT_CLASS (thaw_close_guard_parent_class)->dispose (object);
}

static void
thaw_close_guard_finalize (GObject *object)
{
  g_ptr_array_unref (THAW_CLOSE_GUARD (object)->keepers);

  G_OBJECT_CLASS (thaw_close_guard_parent_class)->finalize (object);
}

static void
thaw_close_guard_class_init (ThawCloseGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_close_guard_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_close_guard_finalize;
}

static void
thaw_close_guard_init (ThawCloseGuard *self)
{
  self->keepers = g_ptr_array_new ();
}

static void
on_quit_cb (ThawCloseGuard *self)
{
  self->is_quitting = TRUE;
  gtk_window_close (self->window);
}

/**
 * thaw_close_guard_new:
 * @window: the window, which has this as long as it lives
 *
 * Returns: (transfer full): a guard
 */
ThawCloseGuard *
thaw_close_guard_new (GtkWindow *window)
{
  ThawCloseGuard *self = g_object_new (THAW_TYPE_CLOSE_GUARD, NULL);

  g_return_val_if_fail (GTK_IS_WINDOW (window), self);

  self->window = window;
  if (G_IS_ACTION_MAP (window))
    {
      g_autoptr (GSimpleAction) quit = g_simple_action_new ("quit", NULL);

      g_signal_connect_object (quit, "activate", G_CALLBACK (on_quit_cb), self, G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (quit));
    }

  return self;
}

/**
 * thaw_close_guard_watch:
 * @keeper: something in the window that has words
 *
 * Waits for these words, too, from now on. Those in windows over this one are found
 * when it closes.
 */
void
thaw_close_guard_watch (ThawCloseGuard  *self,
                        ThawWordsKeeper *keeper)
{
  g_return_if_fail (THAW_IS_CLOSE_GUARD (self));
  g_return_if_fail (THAW_IS_WORDS_KEEPER (keeper));

  g_object_weak_ref (G_OBJECT (keeper), on_keeper_gone_cb, self);
  g_ptr_array_add (self->keepers, keeper);
  g_signal_connect_object (keeper, "settled", G_CALLBACK (on_words_settled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_close_guard_may_close:
 *
 * To be asked when the window is about to close. If it may not yet, it is closed when
 * it may.
 *
 * Returns: whether the window may close now
 */
gboolean
thaw_close_guard_may_close (ThawCloseGuard *self)
{
  g_return_val_if_fail (THAW_IS_CLOSE_GUARD (self), TRUE);

  self->is_kept_again = FALSE;
  if (!self->is_confirmed && !prepare (self, TRUE))
    return FALSE;

  if (self->is_quitting && gtk_window_get_application (self->window) != NULL)
    g_application_quit (G_APPLICATION (gtk_window_get_application (self->window)));

  return TRUE;
}
