/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-vocabulary.h"

G_BEGIN_DECLS

ThawVocabulary *thaw_test_vocabulary_new      (void) G_GNUC_WARN_UNUSED_RESULT;
ThawVocabulary *thaw_test_vocabulary_new_many (guint n_words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
