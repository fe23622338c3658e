/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-window"

#include "config.h"
#include "reflection/thaw-reflection-window.h"

#include "reflection/thaw-reflection-form.h"
#include "reflection/thaw-reflection-undo.h"
#include "thaw-close-question.h"
#include "thaw-date-words.h"
#include "thaw-reflection-words.h"
#include "thaw-uuid.h"
#include "thaw-window-over.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-save-problem.h"

#include <glib/gi18n-lib.h>

/* Soon enough that little is lost, late enough that not every key is a write. */
#define DRAFT_DELAY_MS 1000

/**
 * ThawReflectionWindow:
 *
 * Where a reflection is made, or one from before is read and changed.
 *
 * What is answered is kept as a draft until it is saved or discarded, also when
 * the window is closed; it asks before it goes with answers that could not be
 * kept. A new reflection gets its UUID with the first draft: one
 * that was saved just before a crash is then known again and not made twice.
 *
 * Keyboard: Ctrl+Return saves, Escape closes.
 */
struct _ThawReflectionWindow
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkWidget *kept_label;
  ThawReflectionForm *form;
  ThawSaveProblem *save_problem;
  GtkButton *discard_button;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (owned) (nullable): where it is said what was done */

  ThawReflection *saved; /* (owned) (nullable): as it is in the journal, NULL if it is new */
  ThawReflection *base;  /* (owned): who and when it is */
  char *key;             /* (owned): of the draft */
  gboolean is_saving;
  gboolean is_closing;    /* is hidden, and goes when what was answered is on the disk */
  gboolean is_done;       /* saved, discarded, deleted or gone: there is nothing more to keep */
  gboolean is_draft_lost; /* the problem that is shown is the draft's */
  guint draft_source;     /* what is answered is not yet kept, 0 if it is */
  guint n_on_their_way;   /* how many drafts and saves are being written */
  GtkWidget *question;    /* (unowned) (nullable): whether to close without the answers */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawReflectionWindow, thaw_reflection_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ThawReflection *
dup_answers (ThawReflectionWindow *self)
{
  ThawReflection *reflection = thaw_reflection_copy (self->base);

  thaw_reflection_form_read (self->form, reflection);

  return reflection;
}

static void
update_actions (ThawReflectionWindow *self)
{
  g_autoptr (ThawReflection) answers = dup_answers (self);
  gboolean is_empty = thaw_reflection_is_empty (answers);
  gboolean is_new = self->saved == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reflection.save", !is_empty && !self->is_saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reflection.discard", !self->is_saving);
  gtk_widget_set_visible (GTK_WIDGET (self->discard_button), !is_new || !is_empty);
}

static void
end (ThawReflectionWindow *self)
{
  self->is_done = TRUE;
  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_end_due_cb (gpointer user_data)
{
  ThawReflectionWindow *self = user_data;

  if (!self->is_done)
    end (self);

  return G_SOURCE_REMOVE;
}

static void
on_question_answered_cb (ThawReflectionWindow *self,
                         const char           *response)
{
  /* Not before the dialog is done: it goes with this window. */
  if (g_str_equal (response, THAW_CLOSE_QUESTION_CLOSE))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_end_due_cb, g_object_ref (self), g_object_unref);
}

static void
ask_whether_to_close (ThawReflectionWindow *self)
{
  if (self->question == NULL)
    {
      g_set_weak_pointer (&self->question, thaw_close_question_new (GTK_WINDOW (self)));
      g_signal_connect_object (self->question, "response", G_CALLBACK (on_question_answered_cb), self,
                               G_CONNECT_SWAPPED);
    }

  gtk_window_present (GTK_WINDOW (self->question));
}

/* Back to the person, who wanted to go. */
static void
stay (ThawReflectionWindow *self)
{
  if (self->is_closing)
    gtk_window_present (GTK_WINDOW (self));
  self->is_closing = FALSE;
}

static void
offer_undo (ThawReflectionWindow *self,
            const char           *sentence,
            const ThawReflection *after)
{
  if (self->overlay != NULL)
    thaw_reflection_offer_undo (self->overlay, self->services, sentence, self->saved, after);
}

/* Drafts */

static void
on_draft_removed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* One that comes back once more is known by its UUID. */
  if (!thaw_drafts_remove_finish (THAW_DRAFTS (source), result, &error))
    g_info ("The draft is not removed: %s", error->message);
}

static void
remove_draft (ThawReflectionWindow *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  thaw_drafts_remove_async (thaw_services_get_drafts (self->services), self->key, NULL, on_draft_removed_cb, NULL);
}

/* There is nothing that only the screen has. */
static void
forget_lost_draft (ThawReflectionWindow *self)
{
  if (self->is_draft_lost)
    thaw_save_problem_hide (self->save_problem);
  self->is_draft_lost = FALSE;
}

static void
on_draft_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ThawReflectionWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_kept = thaw_drafts_save_finish (THAW_DRAFTS (source), result, &error);
  gboolean was_closing = self->is_closing;

  self->n_on_their_way--;
  if (self->is_done)
    return;

  if (!is_kept)
    {
      self->is_draft_lost = TRUE;
      thaw_save_problem_show (self->save_problem, error);
      stay (self);
      if (was_closing)
        ask_whether_to_close (self);
    }
  else
    {
      forget_lost_draft (self);
    }

  /* The window that this one is over may be waiting for it, and take it along. */
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
  if (!self->is_done && self->is_closing && self->n_on_their_way == 0)
    end (self);
}

static void
keep_draft (ThawReflectionWindow *self)
{
  g_autoptr (ThawReflection) answers = dup_answers (self);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (thaw_reflection_is_empty (answers) ||
      (self->saved != NULL && thaw_reflection_equal (answers, self->saved)))
    {
      forget_lost_draft (self);
      remove_draft (self);
      return;
    }

  self->n_on_their_way++;
  thaw_drafts_save_reflection_async (thaw_services_get_drafts (self->services), self->key, answers, NULL,
                                     on_draft_saved_cb, g_object_ref (self));
}

static gboolean
on_draft_due_cb (gpointer user_data)
{
  ThawReflectionWindow *self = THAW_REFLECTION_WINDOW (user_data);

  self->draft_source = 0;
  keep_draft (self);

  return G_SOURCE_REMOVE;
}

/* Saving, deleting */

static void
settle_and_end (ThawReflectionWindow *self)
{
  self->is_done = TRUE;
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
  end (self);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawReflectionWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReflection) saved = thaw_reflection_store_save_finish (THAW_REFLECTION_STORE (source), result,
                                                                        &error);

  self->n_on_their_way--;
  if (self->is_done)
    return;

  self->is_saving = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), TRUE);
  if (saved == NULL)
    {
      self->is_draft_lost = FALSE;
      update_actions (self);
      keep_draft (self);
      thaw_save_problem_show (self->save_problem, error);
      stay (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->save_problem));
      thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
      return;
    }

  remove_draft (self);
  offer_undo (self, self->saved == NULL ? _("Reflection saved") : _("Reflection changed"), saved);
  settle_and_end (self);
}

static void
save (ThawReflectionWindow *self)
{
  g_autoptr (ThawReflection) answers = dup_answers (self);

  if (self->is_saving || thaw_reflection_is_empty (answers))
    return;

  /* One from before stays where it was in time. */
  if (self->saved == NULL)
    answers->moment = thaw_clock_get_moment (thaw_services_get_clock (self->services));

  /* The window may be closed before it is known whether this went well. */
  if (self->draft_source != 0)
    keep_draft (self);
  self->is_saving = TRUE;
  /* A text that becomes insensitive with the focus in it is not told that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), FALSE);
  update_actions (self);
  self->n_on_their_way++;
  thaw_reflection_store_save_async (thaw_services_get_reflections (self->services), answers, NULL, on_saved_cb,
                                    g_object_ref (self));
}

static void
on_removed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ThawReflectionWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_removed = thaw_reflection_store_remove_finish (THAW_REFLECTION_STORE (source), result, &error);

  self->n_on_their_way--;
  if (self->is_done)
    return;

  self->is_saving = FALSE;
  if (!is_removed)
    {
      update_actions (self);
      thaw_save_problem_show (self->save_problem, error);
      stay (self);
      thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
      return;
    }

  remove_draft (self);
  offer_undo (self, _("Reflection deleted"), NULL);
  settle_and_end (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  save (THAW_REFLECTION_WINDOW (widget));
}

/* A new one is thrown away with its draft; one that is in the journal is deleted, which can be undone. */
static void
discard_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawReflectionWindow *self = THAW_REFLECTION_WINDOW (widget);

  if (self->saved == NULL)
    {
      remove_draft (self);
      end (self);
      return;
    }

  self->is_saving = TRUE;
  update_actions (self);
  self->n_on_their_way++;
  thaw_reflection_store_remove_async (thaw_services_get_reflections (self->services), self->saved->uuid, NULL,
                                      on_removed_cb, g_object_ref (self));
}

static void
form_changed_cb (ThawReflectionWindow *self)
{
  update_actions (self);
  /* Not pushed back by the next key: who types without a pause is kept as well. */
  if (self->draft_source == 0)
    self->draft_source = g_timeout_add (DRAFT_DELAY_MS, on_draft_due_cb, self);
}

static void
save_problem_retry_cb (ThawReflectionWindow *self)
{
  if (self->is_draft_lost)
    {
      keep_draft (self);
      return;
    }

  thaw_save_problem_hide (self->save_problem);
  save (self);
}

static void
save_problem_copy_cb (ThawReflectionWindow *self)
{
  g_autoptr (ThawReflection) answers = dup_answers (self);
  g_autofree char *words = NULL;

  if (self->saved == NULL)
    answers->moment = thaw_clock_get_moment (thaw_services_get_clock (self->services));
  words = thaw_reflection_describe (answers);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawReflectionWindow *self = THAW_REFLECTION_WINDOW (keeper);

  if (self->is_done)
    return THAW_WORDS_KEPT;
  if (self->n_on_their_way > 0)
    return THAW_WORDS_ON_THEIR_WAY;

  return self->draft_source != 0 || self->is_draft_lost ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  keep_draft (THAW_REFLECTION_WINDOW (keeper));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

static gboolean
thaw_reflection_window_close_request (GtkWindow *window)
{
  ThawReflectionWindow *self = THAW_REFLECTION_WINDOW (window);

  if (get_words_state (THAW_WORDS_KEEPER (self)) == THAW_WORDS_UNKEPT)
    keep_draft (self);

  if (get_words_state (THAW_WORDS_KEEPER (self)) == THAW_WORDS_KEPT)
    {
      end (self);
      return GDK_EVENT_STOP;
    }

  self->is_closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  return GDK_EVENT_STOP;
}

/* It may go with the window that it is over. */
static void
thaw_reflection_window_unmap (GtkWidget *widget)
{
  ThawReflectionWindow *self = THAW_REFLECTION_WINDOW (widget);

  if (self->draft_source != 0 && !self->is_done)
    keep_draft (self);

  GTK_WIDGET_CLASS (thaw_reflection_window_parent_class)->unmap (widget);
}

/* Not when it is hidden, only when it is destroyed; something on its way to the disk may keep it a little longer. */
static void
thaw_reflection_window_unrealize (GtkWidget *widget)
{
  THAW_REFLECTION_WINDOW (widget)->is_done = TRUE;

  GTK_WIDGET_CLASS (thaw_reflection_window_parent_class)->unrealize (widget);
}

static void
thaw_reflection_window_dispose (GObject *object)
{
  ThawReflectionWindow *self = THAW_REFLECTION_WINDOW (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_weak_pointer (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_REFLECTION_WINDOW);
  g_clear_object (&self->services);
  g_clear_object (&self->overlay);

  G_OBJECT_CLASS (thaw_reflection_window_parent_class)->dispose (object);
}

static void
thaw_reflection_window_finalize (GObject *object)
{
  ThawReflectionWindow *self = THAW_REFLECTION_WINDOW (object);

  g_clear_pointer (&self->saved, thaw_reflection_free);
  g_clear_pointer (&self->base, thaw_reflection_free);
  g_free (self->key);

  G_OBJECT_CLASS (thaw_reflection_window_parent_class)->finalize (object);
}

static void
thaw_reflection_window_class_init (ThawReflectionWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_reflection_window_dispose;
  object_class->finalize = thaw_reflection_window_finalize;
  widget_class->unmap = thaw_reflection_window_unmap;
  widget_class->unrealize = thaw_reflection_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_reflection_window_close_request;

  /**
   * ThawReflectionWindow::closed:
   *
   * What was answered is saved, kept or thrown away, and the window goes.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_REFLECTION_FORM);
  g_type_ensure (THAW_TYPE_SAVE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reflection/thaw-reflection-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionWindow, kept_label);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionWindow, form);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionWindow, save_problem);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionWindow, discard_button);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_retry_cb);

  gtk_widget_class_install_action (widget_class, "reflection.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "reflection.discard", NULL, discard_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_reflection_window_init (ThawReflectionWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_save_problem_set_can_copy (self->save_problem, TRUE);

  /* Before the text, for which Ctrl+Return is a new line. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                            "<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("reflection.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Whether the draft is of a reflection that came into the journal before its draft was removed. */
static gboolean
is_saved_already (ThawReflectionWindow *self,
                  const ThawReflection *draft)
{
  g_autoptr (GPtrArray) reflections = thaw_reflection_store_list (thaw_services_get_reflections (self->services), NULL);

  if (self->saved != NULL)
    return thaw_reflection_equal (self->saved, draft);

  for (guint i = 0; reflections != NULL && i < reflections->len; i++)
    {
      const ThawReflection *reflection = g_ptr_array_index (reflections, i);

      if (g_strcmp0 (reflection->uuid, draft->uuid) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
show_draft (ThawReflectionWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReflection) draft = thaw_drafts_get_reflection (thaw_services_get_drafts (self->services), self->key,
                                                                 &error);

  if (draft == NULL)
    {
      if (!g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
        g_info ("The draft is not read: %s", error->message);
      return;
    }

  if (is_saved_already (self, draft))
    {
      remove_draft (self);
      return;
    }

  if (self->saved == NULL && draft->uuid != NULL)
    {
      g_free (self->base->uuid);
      self->base->uuid = g_strdup (draft->uuid);
    }
  thaw_reflection_form_show (self->form, draft);
  gtk_widget_set_visible (self->kept_label, TRUE);
}

/**
 * thaw_reflection_window_new:
 * @services: what reflections are kept by
 * @reflection: (nullable): one from before, or %NULL to make a new one
 *
 * Shows what was answered before and not saved, if there is anything.
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawReflectionWindow *
thaw_reflection_window_new (ThawServices         *services,
                            const ThawReflection *reflection)
{
  ThawReflectionWindow *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (reflection == NULL || reflection->uuid != NULL, NULL);

  self = g_object_new (THAW_TYPE_REFLECTION_WINDOW, NULL);
  self->services = g_object_ref (services);
  if (reflection != NULL)
    {
      g_autofree char *day = thaw_day_to_words (reflection->moment.day,
                                                thaw_clock_get_today (thaw_services_get_clock (services)));

      self->saved = thaw_reflection_copy (reflection);
      self->base = thaw_reflection_copy (reflection);
      self->key = g_strconcat (THAW_DRAFT_REFLECTION ":", reflection->uuid, NULL);
      thaw_reflection_form_show (self->form, reflection);
      adw_window_title_set_subtitle (self->window_title, day);
      gtk_button_set_label (self->discard_button, _("_Delete"));
    }
  else
    {
      self->base = thaw_reflection_new ();
      self->base->uuid = thaw_uuid_new (thaw_clock_get_utc_ms (thaw_services_get_clock (services)));
      self->key = g_strdup (THAW_DRAFT_REFLECTION);
    }

  show_draft (self);
  update_actions (self);

  return self;
}

/**
 * thaw_reflection_window_open:
 * @origin: a widget in the window that asks for it; toasts appear over it
 * @services: what reflections are kept by
 * @reflection: (nullable): one from before, or %NULL to make a new one
 *
 * Opens the window over the one of @origin.
 *
 * Returns: (transfer none): the window, owned by GTK until it is closed
 */
ThawReflectionWindow *
thaw_reflection_window_open (GtkWidget            *origin,
                             ThawServices         *services,
                             const ThawReflection *reflection)
{
  ThawReflectionWindow *self;
  GtkWidget *overlay;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (origin), NULL);

  self = thaw_reflection_window_new (services, reflection);
  overlay = gtk_widget_get_ancestor (origin, ADW_TYPE_TOAST_OVERLAY);
  root = gtk_widget_get_root (origin);
  if (overlay != NULL)
    self->overlay = g_object_ref (ADW_TOAST_OVERLAY (overlay));
  if (GTK_IS_WINDOW (root))
    thaw_window_put_over (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
