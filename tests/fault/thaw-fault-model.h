/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-clock.h"
#include "thaw-entry.h"

G_BEGIN_DECLS

/*
 * What a writer that is killed and whoever checks after it agree on.
 *
 * The writer prints a line before it asks for a change and one when the change is
 * acknowledged:
 *
 *   begin UUID VERSION
 *   done UUID VERSION
 *
 * Version 0 is "deleted for good". The text of every other version follows from
 * the UUID and the version alone.
 */

#define FAULT_VERSION_DELETED 0

char      *fault_make_text    (const char *uuid,
                               guint       version) G_GNUC_WARN_UNUSED_RESULT;
ThawEntry *fault_make_entry   (const char *uuid,
                               guint       version,
                               ThawClock  *clock) G_GNUC_WARN_UNUSED_RESULT;
char      *fault_find_in_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;

void       fault_prefer_memory (void);

G_END_DECLS
