/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-drafts.h"
#include "thaw-journal.h"

G_BEGIN_DECLS

/**
 * FaultRecovery:
 * @FAULT_RECOVERY_RETRY: ask again, and it has to work: the fault came once
 * @FAULT_RECOVERY_RELIEVE: end the fault, then ask again, and it has to work
 * @FAULT_RECOVERY_NONE: go on without it until the end of the session
 * @FAULT_RECOVERY_LIE: take it for done; this has to be noticed
 * @FAULT_RECOVERY_LOSE: as %FAULT_RECOVERY_NONE, and it has to be noticed that things get lost
 *
 * What the session does about a step that failed.
 */
typedef enum
{
  FAULT_RECOVERY_RETRY,
  FAULT_RECOVERY_RELIEVE,
  FAULT_RECOVERY_NONE,
  FAULT_RECOVERY_LIE,
  FAULT_RECOVERY_LOSE,
} FaultRecovery;

typedef struct _FaultSession FaultSession;

FaultSession *fault_session_new  (const char       *directory,
                                  FaultRecovery     recovery,
                                  ThawStorageError  expected_error,
                                  gboolean          can_read_meanwhile) G_GNUC_WARN_UNUSED_RESULT;
void          fault_session_free (FaultSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultSession, fault_session_free)

void  fault_session_run          (FaultSession *self);
void  fault_session_check        (FaultSession *self);

const char *fault_session_get_path           (FaultSession *self);
guint       fault_session_get_n_acknowledged (FaultSession *self);
guint       fault_session_get_n_failed       (FaultSession *self);
guint       fault_session_get_n_lost         (FaultSession *self);
guint       fault_session_get_n_wrong        (FaultSession *self);

G_END_DECLS
