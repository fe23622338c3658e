/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-json-place.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-reflection.h"

G_BEGIN_DECLS

ThawOwnWord    *thaw_json_own_word_read   (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawOwnPrompt  *thaw_json_own_prompt_read (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawReflection *thaw_json_reflection_read (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
