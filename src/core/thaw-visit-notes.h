/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"
#include "thaw-document.h"

G_BEGIN_DECLS

/* How far back is looked, today included. */
#define THAW_VISIT_NOTES_DAYS 30

ThawDocument *thaw_visit_notes_new (GPtrArray *reflections,
                                    GPtrArray *entries,
                                    ThawDay    today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
