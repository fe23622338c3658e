/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FaultDisk FaultDisk;

FaultDisk *fault_disk_new  (guint     cut_at,
                            gboolean  ignores_syncs) G_GNUC_WARN_UNUSED_RESULT;
void       fault_disk_free (FaultDisk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultDisk, fault_disk_free)

gboolean fault_disk_is_on        (FaultDisk *self);
guint    fault_disk_get_n_events (FaultDisk *self);

void     fault_disk_open     (FaultDisk  *self,
                              const char *path);
gboolean fault_disk_write    (FaultDisk    *self,
                              const char   *path,
                              gconstpointer bytes,
                              gsize         n_bytes,
                              gsize         offset);
gboolean fault_disk_truncate (FaultDisk  *self,
                              const char *path,
                              gsize       size);
gboolean fault_disk_sync     (FaultDisk  *self,
                              const char *path);
gboolean fault_disk_delete   (FaultDisk  *self,
                              const char *path,
                              gboolean    syncs_directory);

void     fault_disk_leave    (FaultDisk  *self,
                              const char *path,
                              GRand      *rand);

G_END_DECLS
