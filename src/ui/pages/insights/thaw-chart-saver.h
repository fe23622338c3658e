/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-mood-series.h"
#include "thaw-period.h"
#include "widgets/mood-chart/thaw-chart-export.h"

G_BEGIN_DECLS

char    *thaw_chart_saver_dup_name    (const ThawPeriod     *period,
                                       ThawChartFormat       format);
void     thaw_chart_saver_save_async  (ThawMoodSeries       *series,
                                       const ThawPeriod     *period,
                                       const char           *scope,
                                       ThawChartFormat       format,
                                       gboolean              is_rtl,
                                       GFile                *file,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean thaw_chart_saver_save_finish (GAsyncResult         *result,
                                       GError              **error);
void     thaw_chart_saver_ask         (GtkWidget            *widget,
                                       ThawMoodSeries       *series,
                                       const ThawPeriod     *period,
                                       const char           *scope,
                                       ThawChartFormat       format);

G_END_DECLS
