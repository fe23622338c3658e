/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-coping-catalog.h"
#include "thaw-entry-summary.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

GtkWidget *thaw_today_row_new (ThawEntrySummary  *summary,
                               ThawVocabulary    *vocabulary,
                               ThawCopingCatalog *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
