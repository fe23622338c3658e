/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ThawVcardLine ThawVcardLine;

ThawVcardLine *thaw_vcard_line_parse (const char *bytes,
                                      gsize       n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void           thaw_vcard_line_free  (ThawVcardLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawVcardLine, thaw_vcard_line_free)

gsize       thaw_vcard_line_find_value (const char *bytes,
                                        gsize       n_bytes);
const char *thaw_vcard_line_get_group  (const ThawVcardLine *self);
const char *thaw_vcard_line_get_name   (const ThawVcardLine *self);
const char *thaw_vcard_line_get_value  (const ThawVcardLine *self);
const char *thaw_vcard_line_get_param  (const ThawVcardLine *self,
                                        const char          *name);
GPtrArray  *thaw_vcard_line_list_types (const ThawVcardLine *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    thaw_vcard_line_has_type   (const ThawVcardLine *self,
                                        const char          *type);
char       *thaw_vcard_line_dup_text   (const ThawVcardLine *self) G_GNUC_WARN_UNUSED_RESULT;
GStrv       thaw_vcard_line_dup_parts  (const ThawVcardLine *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *thaw_vcard_line_dup_bytes  (const ThawVcardLine *self,
                                        gsize                n_max) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
