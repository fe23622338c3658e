/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-node.h"

G_BEGIN_DECLS

/**
 * ThawContentFile:
 * @name: (not nullable): what it is called, as `articles/cbt.xml`
 * @bytes: (not nullable): what is in it
 *
 * A file of content that was not read yet.
 */
typedef struct
{
  char   *name;
  GBytes *bytes;
} ThawContentFile;

ThawContentFile *thaw_content_file_new     (const char      *name,
                                            GBytes          *bytes) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_content_file_free    (ThawContentFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawContentFile, thaw_content_file_free)

GBytes          *thaw_content_open_shipped (const char  *file,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *thaw_content_list_shipped (const char  *folder,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ThawContentNode *thaw_content_read         (GBytes                 *bytes,
                                            const char             *file,
                                            const ThawContentRule  *rules,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
