/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-error.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

ThawVocabulary *thaw_vocabulary_loader_load (GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ThawVocabulary *thaw_vocabulary_loader_read (GBytes      *bytes,
                                             const char  *file,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
