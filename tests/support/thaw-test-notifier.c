/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-notifier"

#include "config.h"
#include "thaw-test-notifier.h"

/**
 * ThawTestNotifier:
 *
 * Shows nothing, and takes notes of what it should have shown.
 */
struct _ThawTestNotifier
{
  GObject parent_instance;

  ThawTestNotifierManner manner;
  GHashTable *shown; /* (owned) (element-type utf8) */
  GPtrArray *unsaid; /* (owned) (element-type GTask) */
  GString *log;      /* (owned) */
  guint n_sent;
};

static void thaw_test_notifier_init_interface (ThawNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawTestNotifier, thaw_test_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_NOTIFIER, thaw_test_notifier_init_interface))

enum
{
  SIGNAL_SENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
note (ThawTestNotifier *self,
      const char       *what,
      const char       *id)
{
  g_string_append_printf (self->log, "%s%s%s", self->log->len > 0 ? " " : "", what, id);
}

static void
thaw_test_notifier_send_async (ThawNotifier        *notifier,
                               const char          *id,
                               GNotification       *notification,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ThawTestNotifier *self = THAW_TEST_NOTIFIER (notifier);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (self->manner == THAW_TEST_NOTIFIER_IS_MISSING)
    {
      g_task_return_new_error (task, THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE, "Nobody is there");
      return;
    }

  self->n_sent++;
  note (self, "+", id);
  g_hash_table_add (self->shown, g_strdup (id));
  g_signal_emit (self, signals[SIGNAL_SENT], 0, id);
  if (self->manner == THAW_TEST_NOTIFIER_IS_SILENT)
    g_ptr_array_add (self->unsaid, g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_strdup ("Test"), g_free);
}

static char *
thaw_test_notifier_send_finish (ThawNotifier  *notifier,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
thaw_test_notifier_withdraw (ThawNotifier *notifier,
                             const char   *id)
{
  ThawTestNotifier *self = THAW_TEST_NOTIFIER (notifier);

  note (self, "-", id);
  g_hash_table_remove (self->shown, id);
}

static void
thaw_test_notifier_finalize (GObject *object)
{
  ThawTestNotifier *self = THAW_TEST_NOTIFIER (object);

  g_hash_table_unref (self->shown);
  g_ptr_array_unref (self->unsaid);
  g_string_free (self->log, TRUE);

  G_OBJECT_CLASS (thaw_test_notifier_parent_class)->finalize (object);
}

static void
thaw_test_notifier_class_init (ThawTestNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_test_notifier_finalize;

  /**
   * ThawTestNotifier::sent:
   * @id: what it is called
   *
   * A notification has just come in.
   */
  signals[SIGNAL_SENT] = g_signal_new ("sent", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
thaw_test_notifier_init (ThawTestNotifier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unsaid = g_ptr_array_new_with_free_func (g_object_unref);
  self->log = g_string_new (NULL);
}

static void
thaw_test_notifier_init_interface (ThawNotifierInterface *iface)
{
  iface->send_async = thaw_test_notifier_send_async;
  iface->send_finish = thaw_test_notifier_send_finish;
  iface->withdraw = thaw_test_notifier_withdraw;
}

/**
 * thaw_test_notifier_new:
 *
 * Returns: (transfer full): a notifier that takes notifications
 */
ThawTestNotifier *
thaw_test_notifier_new (void)
{
  return g_object_new (THAW_TYPE_TEST_NOTIFIER, NULL);
}

void
thaw_test_notifier_set_manner (ThawTestNotifier       *self,
                               ThawTestNotifierManner  manner)
{
  self->manner = manner;
}

/**
 * thaw_test_notifier_speak:
 *
 * Says of all that it was silent about that it arrived.
 */
void
thaw_test_notifier_speak (ThawTestNotifier *self)
{
  while (self->unsaid->len > 0)
    {
      g_autoptr (GTask) task = g_ptr_array_steal_index (self->unsaid, 0);

      g_task_return_pointer (task, g_strdup ("Test"), g_free);
    }
}

/**
 * thaw_test_notifier_has:
 *
 * Returns: whether it would show that notification now
 */
gboolean
thaw_test_notifier_has (ThawTestNotifier *self,
                        const char       *id)
{
  return g_hash_table_contains (self->shown, id);
}

/**
 * thaw_test_notifier_get_n_sent:
 *
 * Returns: how many it took, ever
 */
guint
thaw_test_notifier_get_n_sent (ThawTestNotifier *self)
{
  return self->n_sent;
}

/**
 * thaw_test_notifier_take_log:
 *
 * Returns: (transfer full): what happened since it was asked last, as “+id” for what was
 *   sent and “-id” for what was withdrawn, with spaces in between
 */
char *
thaw_test_notifier_take_log (ThawTestNotifier *self)
{
  char *log = g_string_free (self->log, FALSE);

  self->log = g_string_new (NULL);

  return log;
}
