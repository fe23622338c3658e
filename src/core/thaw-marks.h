/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

GPtrArray *thaw_marks_copy  (GPtrArray  *marks,
                             GType       type) G_GNUC_WARN_UNUSED_RESULT;
gboolean   thaw_marks_equal (GPtrArray  *a,
                             GPtrArray  *b,
                             GEqualFunc  equal);

G_END_DECLS
