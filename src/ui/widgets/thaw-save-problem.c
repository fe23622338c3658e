/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-save-problem"

#include "config.h"
#include "thaw-save-problem.h"

#include "thaw-storage-error.h"

#include <glib/gi18n-lib.h>

/**
 * ThawSaveProblem:
 *
 * A bar beside what was written and could not be saved: what happened in a
 * sentence, and a button to try again. Hidden until there is something to say.
 */
struct _ThawSaveProblem
{
  GtkBox parent_instance;

  GtkRevealer *revealer;
  GtkLabel *sentence_label;
  GtkWidget *copy_button;
  GtkWidget *retry_button;
};

G_DEFINE_FINAL_TYPE (ThawSaveProblem, thaw_save_problem, GTK_TYPE_BOX)

enum
{
  SIGNAL_RETRY,
  SIGNAL_COPY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_sentence (const GError *error)
{
  ThawStorageError code = THAW_STORAGE_ERROR_FAILED;

  if (error->domain == THAW_STORAGE_ERROR)
    code = (ThawStorageError) error->code;

  switch (code)
    {
    case THAW_STORAGE_ERROR_FULL:
      return _("Not saved yet: the disk is full. Your words are still here. Free some space, then try again.");
    case THAW_STORAGE_ERROR_READ_ONLY:
      return _("Not saved yet: the journal cannot be written to. Your words are still here.");
    case THAW_STORAGE_ERROR_NO_ACCESS:
      return _("Not saved yet: Thaw may not write to the journal. Your words are still here.");
    case THAW_STORAGE_ERROR_IN_USE:
      return _("Not saved yet: another program is using the journal. Your words are still here.");
    case THAW_STORAGE_ERROR_DAMAGED:
      return _("Not saved yet: parts of the journal cannot be read. Your words are still here.");
    case THAW_STORAGE_ERROR_TOO_NEW:
    case THAW_STORAGE_ERROR_NOT_A_JOURNAL:
    case THAW_STORAGE_ERROR_IO:
    case THAW_STORAGE_ERROR_FAILED:
    case THAW_STORAGE_ERROR_INVALID:
    case THAW_STORAGE_ERROR_NOT_FOUND:
    case THAW_STORAGE_ERROR_CLOSED:
    default:
      return _("Not saved yet: something went wrong with the journal. Your words are still here.");
    }
}

static void
copy_button_clicked_cb (ThawSaveProblem *self)
{
  g_signal_emit (self, signals[SIGNAL_COPY], 0);
}

static void
retry_button_clicked_cb (ThawSaveProblem *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

/* Gone when it is folded, so that a box around it leaves no gap for it. */
static void
revealer_notify_child_revealed_cb (ThawSaveProblem *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_revealer_get_reveal_child (self->revealer) ||
                          gtk_revealer_get_child_revealed (self->revealer));
}

static gboolean
thaw_save_problem_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (THAW_SAVE_PROBLEM (widget)->retry_button);
}

static void
thaw_save_problem_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_SAVE_PROBLEM);

  G_OBJECT_CLASS (thaw_save_problem_parent_class)->dispose (object);
}

static void
thaw_save_problem_class_init (ThawSaveProblemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_save_problem_dispose;
  widget_class->grab_focus = thaw_save_problem_grab_focus;

  /**
   * ThawSaveProblem::retry:
   *
   * The person wants to try again.
   */
  signals[SIGNAL_RETRY] = g_signal_new ("retry",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  /**
   * ThawSaveProblem::copy:
   *
   * The person wants to take the words somewhere else.
   */
  signals[SIGNAL_COPY] = g_signal_new ("copy",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/thaw-save-problem.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawSaveProblem, revealer);
  gtk_widget_class_bind_template_child (widget_class, ThawSaveProblem, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, ThawSaveProblem, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ThawSaveProblem, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, revealer_notify_child_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_button_clicked_cb);
}

static void
thaw_save_problem_init (ThawSaveProblem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
thaw_save_problem_new (void)
{
  return g_object_new (THAW_TYPE_SAVE_PROBLEM, NULL);
}

/**
 * thaw_save_problem_show:
 * @error: why it could not be saved
 *
 * Says what happened.
 */
void
thaw_save_problem_show (ThawSaveProblem *self,
                        const GError    *error)
{
  g_return_if_fail (THAW_IS_SAVE_PROBLEM (self));
  g_return_if_fail (error != NULL);

  g_info ("Not saved: %s", error->message);
  gtk_label_set_text (self->sentence_label, get_sentence (error));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
thaw_save_problem_hide (ThawSaveProblem *self)
{
  g_return_if_fail (THAW_IS_SAVE_PROBLEM (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

gboolean
thaw_save_problem_is_shown (ThawSaveProblem *self)
{
  g_return_val_if_fail (THAW_IS_SAVE_PROBLEM (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * thaw_save_problem_set_can_copy:
 * @can_copy: whether somebody listens to #ThawSaveProblem::copy
 *
 * Offers to copy the words.
 */
void
thaw_save_problem_set_can_copy (ThawSaveProblem *self,
                                gboolean         can_copy)
{
  g_return_if_fail (THAW_IS_SAVE_PROBLEM (self));

  gtk_widget_set_visible (self->copy_button, can_copy);
}
