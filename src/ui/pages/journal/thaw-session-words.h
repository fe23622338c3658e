/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-entry-summary.h"
#include "thaw-services.h"

G_BEGIN_DECLS

const char *thaw_session_words_get_name       (const ThawSession   *session,
                                               ThawPracticeCatalog *catalog);
char       *thaw_session_words_for_pleasure   (const ThawSession   *session) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *thaw_session_words_make_summaries (GPtrArray           *sessions,
                                               ThawPracticeCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *thaw_session_words_read_days      (ThawServices        *services,
                                               ThawDay              first,
                                               ThawDay              last) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
