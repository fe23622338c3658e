/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-error.h"
#include "thaw-library.h"
#include "thaw-practice-catalog.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

ThawLibrary *thaw_library_loader_load (ThawPracticeCatalog  *practices,
                                       ThawVocabulary       *vocabulary,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
ThawLibrary *thaw_library_loader_read (GPtrArray            *files,
                                       ThawPracticeCatalog  *practices,
                                       ThawVocabulary       *vocabulary,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
