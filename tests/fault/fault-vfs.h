/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault-disk.h"

G_BEGIN_DECLS

/**
 * FaultCall:
 *
 * What SQLite asks of the system, and what can be made to fail.
 */
typedef enum
{
  FAULT_CALL_WRITE,
  FAULT_CALL_SYNC,
  FAULT_CALL_TRUNCATE,
  FAULT_CALL_OPEN,
  FAULT_CALL_READ,
  FAULT_CALL_DELETE,
  FAULT_CALL_SIZE,
  FAULT_CALL_LOCK,
  FAULT_CALL_SHM_MAP,
  FAULT_CALL_SHM_LOCK,
} FaultCall;

/**
 * Fault:
 * @call: which calls are counted
 * @result: what SQLite is told
 * @system_errno: what errno is then
 * @persists: whether all later calls fail as well
 * @is_short: whether a write does the first half of its work
 *
 * A way to fail.
 */
typedef struct
{
  FaultCall call;
  int result;
  int system_errno;
  gboolean persists;
  gboolean is_short;
} Fault;

void  fault_vfs_register (void);

void  fault_vfs_arm    (const Fault *fault,
                        guint        nth);
guint fault_vfs_disarm (void);

guint fault_vfs_get_n_calls (void);

void     fault_vfs_set_disk  (FaultDisk *new_disk);
gboolean fault_vfs_has_power (void);

G_END_DECLS
