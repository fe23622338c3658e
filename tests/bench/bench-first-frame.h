/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*BenchReadyFunc) (GtkWindow *window);
typedef void     (*BenchDoneFunc)  (GtkWindow *window);

void bench_report_first_frame (GtkWindow      *window,
                               BenchReadyFunc  is_ready,
                               BenchDoneFunc   done);

G_END_DECLS
