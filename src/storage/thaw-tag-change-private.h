/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-connection.h"
#include "thaw-journal-private.h"
#include "thaw-tag-change.h"
#include "thaw-tag.h"

G_BEGIN_DECLS

/**
 * ThawTagChangeWhat:
 * @THAW_TAG_CHANGE_RENAME: give the tag another name
 * @THAW_TAG_CHANGE_MERGE: put another tag in its place
 * @THAW_TAG_CHANGE_KIND: give the tag another kind
 * @THAW_TAG_CHANGE_DELETE: take it away everywhere
 */
typedef enum
{
  THAW_TAG_CHANGE_RENAME,
  THAW_TAG_CHANGE_MERGE,
  THAW_TAG_CHANGE_KIND,
  THAW_TAG_CHANGE_DELETE,
} ThawTagChangeWhat;

/**
 * ThawTagChangeRequest:
 * @what: what to do
 * @uuid: (not nullable): the tag
 * @text: (nullable): the new name, or the UUID of the tag to put in its place
 * @kind: the new kind
 * @catalogs: the words in the person's language
 * @now_ms: when
 */
typedef struct
{
  ThawTagChangeWhat what;
  const char       *uuid;
  const char       *text;
  ThawTagKind       kind;
  const ThawJournalCatalogs *catalogs;
  gint64            now_ms;
} ThawTagChangeRequest;

ThawTagChange *thaw_tag_change_apply (ThawConnection              *connection,
                                      const ThawTagChangeRequest  *request,
                                      GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       thaw_tag_change_undo  (ThawConnection             *connection,
                                      ThawTagChange              *change,
                                      const ThawJournalCatalogs  *catalogs,
                                      gint64                      now_ms,
                                      GError                    **error);

G_END_DECLS
