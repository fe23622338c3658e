/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultState:
 *
 * What is known of an entry, the draft or a person: its version, 0 if it is not there,
 * negative while it is hidden.
 */
typedef int FaultState;

GArray   *fault_states_new     (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  fault_states_contain (GArray     *states,
                                FaultState  state);
void      fault_states_note    (GArray     *states,
                                FaultState  state,
                                gboolean    is_acknowledged);
void      fault_states_hide    (GArray     *states,
                                gboolean    is_hidden,
                                gboolean    is_acknowledged);
void      fault_states_purge   (GArray     *states,
                                gboolean    is_acknowledged);

G_END_DECLS
