/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _ThawTagChange ThawTagChange;

#define THAW_TYPE_TAG_CHANGE (thaw_tag_change_get_type ())
GType          thaw_tag_change_get_type (void);
ThawTagChange *thaw_tag_change_ref      (ThawTagChange *self);
void           thaw_tag_change_unref    (ThawTagChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawTagChange, thaw_tag_change_unref)

guint    thaw_tag_change_get_n_entries (ThawTagChange *self);
gboolean thaw_tag_change_is_merge      (ThawTagChange *self);

G_END_DECLS
