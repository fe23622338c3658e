/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ThawWorker ThawWorker;

typedef void (*ThawWorkerFunc) (gpointer data);

/**
 * ThawWorkerIdleFunc:
 * @data: what it was made with
 *
 * What a worker does while it has nothing to do.
 *
 * Returns: after how many milliseconds without a job to call it again, 0 to call it only after there was work again
 */
typedef guint (*ThawWorkerIdleFunc) (gpointer data);

ThawWorker *thaw_worker_new   (const char         *name,
                               ThawWorkerIdleFunc  idle_func,
                               gpointer            idle_data,
                               guint               idle_ms) G_GNUC_WARN_UNUSED_RESULT;
void        thaw_worker_stop  (ThawWorker         *self);

void        thaw_worker_push  (ThawWorker         *self,
                               ThawWorkerFunc      func,
                               gpointer            data);
void        thaw_worker_run   (ThawWorker         *self,
                               ThawWorkerFunc      func,
                               gpointer            data);

gboolean    thaw_worker_is_current (ThawWorker *self);

G_END_DECLS
