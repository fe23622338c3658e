/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-database-private.h"
#include "thaw-worker.h"

G_BEGIN_DECLS

void     thaw_database_job_send_back (GTask       *task,
                                      GSourceFunc  func,
                                      gpointer     data);
void     thaw_database_job_push      (ThawWorker           *worker,
                                      ThawConnection       *connection,
                                      GTask                *task,
                                      ThawDatabaseFunc      func,
                                      GDestroyNotify        result_free,
                                      ThawDatabaseDoneFunc  done_func);
gpointer thaw_database_job_run       (ThawWorker        *worker,
                                      ThawConnection    *connection,
                                      ThawDatabaseFunc   func,
                                      gpointer           request,
                                      GError           **error);

G_END_DECLS
