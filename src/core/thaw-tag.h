/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawTagKind:
 * @THAW_TAG_PERSON: somebody
 * @THAW_TAG_PLACE: somewhere
 * @THAW_TAG_EVENT: something that happened; the kind of a tag that was given none
 * @THAW_TAG_ACTIVITY: something the person did
 * @THAW_TAG_THOUGHT: something that went through the person's mind
 *
 * What a tag stands for.
 */
typedef enum
{
  THAW_TAG_PERSON,
  THAW_TAG_PLACE,
  THAW_TAG_EVENT,
  THAW_TAG_ACTIVITY,
  THAW_TAG_THOUGHT,
} ThawTagKind;

#define THAW_N_TAG_KINDS (THAW_TAG_THOUGHT + 1)

/**
 * ThawTagMark:
 * @name: (not nullable): the tag, in the person's words
 * @kind: what the tag stands for
 * @is_trigger: whether it set the feeling off
 *
 * A tag on an entry. Two tags are the same if kind and name are.
 */
typedef struct
{
  char       *name;
  ThawTagKind kind;
  gboolean    is_trigger;
} ThawTagMark;

#define THAW_TYPE_TAG_MARK (thaw_tag_mark_get_type ())
GType        thaw_tag_mark_get_type (void);
ThawTagMark *thaw_tag_mark_new      (const char *name,
                                     ThawTagKind kind,
                                     gboolean    is_trigger) G_GNUC_WARN_UNUSED_RESULT;
ThawTagMark *thaw_tag_mark_copy     (const ThawTagMark *self) G_GNUC_WARN_UNUSED_RESULT;
void         thaw_tag_mark_free     (ThawTagMark *self);
gboolean     thaw_tag_mark_equal    (const ThawTagMark *a,
                                     const ThawTagMark *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawTagMark, thaw_tag_mark_free)

const char  *thaw_tag_kind_to_slug   (ThawTagKind kind);
gboolean     thaw_tag_kind_from_slug (const char  *slug,
                                      ThawTagKind *out_kind);
const char  *thaw_tag_kind_get_word  (ThawTagKind kind);
char        *thaw_tag_name_normalize (const char *name);

G_END_DECLS
