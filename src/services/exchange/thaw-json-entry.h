/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-json-place.h"
#include "thaw-entry.h"

G_BEGIN_DECLS

ThawEntry *thaw_json_entry_read (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
