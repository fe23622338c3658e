/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/thaw-content-error.h"
#include "thaw-day.h"

G_BEGIN_DECLS

/* Room for the longest list of attributes or children, and for the NULL behind it. */
#define THAW_CONTENT_MAX_PARTS 9

/**
 * ThawContentCount:
 * @THAW_CONTENT_ONE: exactly one
 * @THAW_CONTENT_OPTIONAL: one or none
 * @THAW_CONTENT_SOME: one or more
 * @THAW_CONTENT_ANY: as many as there are
 * @THAW_CONTENT_MIXED: for elements: as many as there are, in any order with those
 *   beside it that are mixed, too; at least one of all these
 *
 * How often something may stand there.
 */
typedef enum
{
  THAW_CONTENT_ONE,
  THAW_CONTENT_OPTIONAL,
  THAW_CONTENT_SOME,
  THAW_CONTENT_ANY,
  THAW_CONTENT_MIXED,
} ThawContentCount;

typedef struct
{
  const char      *name;
  ThawContentCount count;
} ThawContentPart;

/**
 * ThawContentRule:
 * @name: an element
 * @has_text: whether it has a text; if not, it has none
 * @attributes: what it is marked with, in any order; at most one of each
 * @children: what is in it, in this order
 *
 * What an element has to look like. A schema is an array of them, with the root
 * first and one without a name at the end.
 */
typedef struct
{
  const char     *name;
  gboolean        has_text;
  ThawContentPart attributes[THAW_CONTENT_MAX_PARTS];
  ThawContentPart children[THAW_CONTENT_MAX_PARTS];
} ThawContentRule;

typedef struct _ThawContentNode ThawContentNode;

/**
 * ThawContentNode:
 * @rule: what the element has to look like
 * @parent: (nullable): the element it stands in
 * @file: (not nullable): the name of the file, interned
 * @line: where its start tag ends, from 1 on
 * @values: (array): of the attributes, in the order of the rule; %NULL where one is left out
 * @text: (nullable): what stands in it, with white space as it was
 * @children: (element-type ThawContentNode): the elements in it
 *
 * An element of a file of content.
 */
struct _ThawContentNode
{
  const ThawContentRule *rule;
  ThawContentNode       *parent;
  const char            *file;
  int                    line;
  char                  *values[THAW_CONTENT_MAX_PARTS];
  GString               *text;
  GPtrArray             *children;
};

/* Returns: (transfer full) (nullable): what an element says, or %NULL with an error */
typedef gpointer (*ThawContentRead) (const ThawContentNode  *node,
                                     gpointer                user_data,
                                     GError                **error);

ThawContentNode *thaw_content_node_new  (const ThawContentRule *rule,
                                         ThawContentNode       *parent,
                                         const char            *file,
                                         int                    line) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_content_node_free (ThawContentNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawContentNode, thaw_content_node_free)

gboolean         thaw_content_node_is             (const ThawContentNode *self,
                                                   const char            *name);
const char      *thaw_content_node_get_value      (const ThawContentNode *self,
                                                   const char            *attribute);
char            *thaw_content_node_dup_text       (const ThawContentNode *self,
                                                   const char            *context) G_GNUC_WARN_UNUSED_RESULT;
char            *thaw_content_node_dup_plain_text (const ThawContentNode *self) G_GNUC_WARN_UNUSED_RESULT;
char            *thaw_content_node_dup_child_text (const ThawContentNode *self,
                                                   const char            *name,
                                                   const char            *context) G_GNUC_WARN_UNUSED_RESULT;
char            *thaw_content_node_dup_child_plain_text (const ThawContentNode *self,
                                                         const char            *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean         thaw_content_node_read_yes       (const ThawContentNode  *self,
                                                   const char             *attribute,
                                                   gboolean               *out_yes,
                                                   GError                **error);
gboolean         thaw_content_node_read_number    (const ThawContentNode  *self,
                                                   const char             *attribute,
                                                   int                     least,
                                                   int                     most,
                                                   int                    *out_number,
                                                   GError                **error);
gboolean         thaw_content_node_read_day       (const ThawContentNode  *self,
                                                   const char             *attribute,
                                                   ThawDay                *out_day,
                                                   GError                **error);
gboolean         thaw_content_node_register       (const ThawContentNode  *self,
                                                   GHashTable             *ids,
                                                   GError                **error);
gboolean         thaw_content_node_read_children  (const ThawContentNode  *self,
                                                   const char             *name,
                                                   GHashTable             *ids,
                                                   ThawContentRead         read,
                                                   gpointer                user_data,
                                                   GPtrArray              *things,
                                                   GError                **error);

gboolean         thaw_content_parse_number   (const char  *text,
                                              int         *out_number);
void             thaw_content_set_error      (GError     **error,
                                              const char  *file,
                                              int          line,
                                              const char  *format,
                                              ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
