/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood-loader"

#include "config.h"
#include "pages/insights/thaw-mood-loader.h"

#include "thaw-mood-sessions.h"

/* What the chart is made of comes from two repositories, one after the other: a reader's thread has but one hand. */
typedef struct
{
  ThawSessionStore *sessions; /* (owned) */
  ThawDay first;
  ThawDay last;
  GArray *days; /* (owned) (nullable) (element-type ThawDayMood) */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->sessions);
  g_clear_pointer (&request->days, g_array_unref);
  g_free (request);
}

static void
on_sessions_counted_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GArray) days = NULL;
  GError *error = NULL;

  counts = thaw_session_store_count_days_finish (THAW_SESSION_STORE (source), result, &error);
  if (counts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  days = thaw_day_moods_add_sessions (request->days, counts);
  g_task_return_pointer (task, thaw_mood_series_new (days, request->first, request->last),
                         (GDestroyNotify) thaw_mood_series_unref);
}

static void
on_days_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->days = thaw_journal_load_days_finish (THAW_JOURNAL (source), result, &error);
  if (request->days == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  thaw_session_store_count_days_async (request->sessions, request->first, request->last, cancellable,
                                       on_sessions_counted_cb, g_steal_pointer (&task));
}

/**
 * thaw_mood_loader_load_async:
 * @services: where to read
 * @first: the first day to show
 * @last: the last day to show
 * @filter: (nullable): which entries count; sessions are no entries and count all
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * Reads what the mood chart shows of some days, on the reader's thread.
 */
void
thaw_mood_loader_load_async (ThawServices            *services,
                             ThawDay                  first,
                             ThawDay                  last,
                             const ThawJournalFilter *filter,
                             GCancellable            *cancellable,
                             GAsyncReadyCallback      callback,
                             gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (THAW_IS_SERVICES (services));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_mood_loader_load_async);
  request = g_new0 (Request, 1);
  request->sessions = g_object_ref (thaw_services_get_sessions (services));
  request->first = first;
  request->last = last;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);

  /* The rolling mean of the first days looks back beyond them. */
  thaw_journal_load_days_async (thaw_services_get_journal (services),
                                MAX (first - (THAW_MOOD_ROLLING_DAYS - 1), THAW_DAY_FIRST),
                                last,
                                filter,
                                cancellable,
                                on_days_loaded_cb,
                                g_steal_pointer (&task));
}

/**
 * thaw_mood_loader_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the chart shows, or %NULL with an error;
 *   with %G_IO_ERROR_CANCELLED in any case once it was stopped
 */
ThawMoodSeries *
thaw_mood_loader_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
