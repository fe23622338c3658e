/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawLink:
 * @start: where it begins in the plain text, in bytes
 * @end: where it ends
 * @target: (not nullable): where it leads, as `article:cbt`, `practice:body-scan`, `word:joy`,
 *   `help:now`
 *
 * A link in a text.
 */
typedef struct
{
  guint  start;
  guint  end;
  char  *target;
} ThawLink;

/**
 * ThawRichText:
 * @plain: (not nullable): the text, without any marks
 * @links: (element-type ThawLink): the links in it, from the first on
 *
 * A text with links. It is written as `Begin with [a body scan](practice:body-scan).`
 */
typedef struct
{
  char      *plain;
  GPtrArray *links;
} ThawRichText;

#define THAW_TYPE_RICH_TEXT (thaw_rich_text_get_type ())
GType         thaw_rich_text_get_type (void);
ThawRichText *thaw_rich_text_new      (const char         *plain) G_GNUC_WARN_UNUSED_RESULT;
ThawRichText *thaw_rich_text_parse    (const char         *written) G_GNUC_WARN_UNUSED_RESULT;
ThawRichText *thaw_rich_text_copy     (const ThawRichText *self) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_rich_text_free     (ThawRichText       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawRichText, thaw_rich_text_free)

char         *thaw_rich_text_dup_markup (const ThawRichText *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
