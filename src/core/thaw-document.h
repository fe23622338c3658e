/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-rich-text.h"

G_BEGIN_DECLS

/**
 * ThawBlockKind:
 * @THAW_BLOCK_HEADING: a heading below the title
 * @THAW_BLOCK_PARAGRAPH: a paragraph
 * @THAW_BLOCK_ITEM: a line of a list
 * @THAW_BLOCK_SOURCE: where something was read
 * @THAW_BLOCK_NOTE: something beside the text, as the day on which it was checked
 * @THAW_BLOCK_BLANK: an empty line to write on, with a pen
 */
typedef enum
{
  THAW_BLOCK_HEADING,
  THAW_BLOCK_PARAGRAPH,
  THAW_BLOCK_ITEM,
  THAW_BLOCK_SOURCE,
  THAW_BLOCK_NOTE,
  THAW_BLOCK_BLANK,
} ThawBlockKind;

/**
 * ThawBlock:
 * @kind: what it is
 * @text: (not nullable): what it says
 */
typedef struct
{
  ThawBlockKind  kind;
  ThawRichText  *text;
} ThawBlock;

ThawBlock *thaw_block_new  (ThawBlockKind  kind,
                            ThawRichText  *text) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_block_free (ThawBlock     *self);

/**
 * ThawDocument:
 * @title: (not nullable): what it is about
 * @blocks: (element-type ThawBlock): what stands in it, from the top
 *
 * Something to be read, on the screen or on paper: an article, a care plan.
 */
typedef struct
{
  char      *title;
  GPtrArray *blocks;
} ThawDocument;

#define THAW_TYPE_DOCUMENT (thaw_document_get_type ())
GType         thaw_document_get_type (void);
ThawDocument *thaw_document_new      (const char         *title) G_GNUC_WARN_UNUSED_RESULT;
ThawDocument *thaw_document_copy     (const ThawDocument *self) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_document_free     (ThawDocument       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDocument, thaw_document_free)

void          thaw_document_add       (ThawDocument       *self,
                                       ThawBlockKind       kind,
                                       const char         *text);
void          thaw_document_add_rich  (ThawDocument       *self,
                                       ThawBlockKind       kind,
                                       const ThawRichText *text);
void          thaw_document_append    (ThawDocument       *self,
                                       const ThawDocument *other);
char         *thaw_document_dup_text  (const ThawDocument *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
