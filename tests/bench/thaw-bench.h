/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double thaw_bench_now_ms     (void);
double thaw_bench_cpu_ms     (void);
double thaw_bench_process_cpu_ms (void);
void   thaw_bench_report     (const char *name,
                              GArray     *samples_ms);

G_END_DECLS
