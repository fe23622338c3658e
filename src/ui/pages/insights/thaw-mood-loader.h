/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-mood-series.h"
#include "thaw-services.h"

G_BEGIN_DECLS

void            thaw_mood_loader_load_async  (ThawServices            *services,
                                              ThawDay                  first,
                                              ThawDay                  last,
                                              const ThawJournalFilter *filter,
                                              GCancellable            *cancellable,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 user_data);
ThawMoodSeries *thaw_mood_loader_load_finish (GAsyncResult            *result,
                                              GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
