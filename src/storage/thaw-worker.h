/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ThawWorker ThawWorker;

typedef void (*ThawWorkerFunc) (gpointer data);

ThawWorker *thaw_worker_new   (const char     *name,
                               ThawWorkerFunc  idle_func,
                               gpointer        idle_data,
                               guint           idle_ms) G_GNUC_WARN_UNUSED_RESULT;
void        thaw_worker_stop  (ThawWorker     *self);

void        thaw_worker_push  (ThawWorker     *self,
                               ThawWorkerFunc  func,
                               gpointer        data);
void        thaw_worker_run   (ThawWorker     *self,
                               ThawWorkerFunc  func,
                               gpointer        data);

gboolean    thaw_worker_is_current (ThawWorker *self);

G_END_DECLS
