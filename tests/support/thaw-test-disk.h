/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     thaw_test_disk_init          (void);

gboolean thaw_test_disk_mount         (const char *directory,
                                       guint       n_bytes);
void     thaw_test_disk_set_read_only (const char *directory);
void     thaw_test_disk_unmount       (const char *directory);

G_END_DECLS
