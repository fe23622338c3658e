/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-settings.h"

G_BEGIN_DECLS

/* A country that Thaw knows no lines in; no country has these letters (ISO 3166-1, user-assigned). */
#define THAW_HELP_CHOICE_OTHER "ZZ"

char *thaw_help_choice_dup_country (ThawSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
