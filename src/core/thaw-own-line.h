/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define THAW_OWN_LINE_MAX_NAME_BYTES 200
#define THAW_OWN_LINE_MAX_NOTE_BYTES 2000

/**
 * ThawOwnLine:
 * @id: (nullable): the identity, a UUID; %NULL before it was saved
 * @name: (not nullable): whom one reaches there; one line
 * @number: (not nullable): the number to call; one line
 * @note: (nullable): when, and what else there is to know
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * A line to call that the person added: it comes before those that Thaw knows.
 */
typedef struct
{
  char   *id;
  char   *name;
  char   *number;
  char   *note;
  gint64  modified_ms;
} ThawOwnLine;

#define THAW_TYPE_OWN_LINE (thaw_own_line_get_type ())
GType        thaw_own_line_get_type (void);
ThawOwnLine *thaw_own_line_new      (const char        *name,
                                     const char        *number) G_GNUC_WARN_UNUSED_RESULT;
ThawOwnLine *thaw_own_line_copy     (const ThawOwnLine *self) G_GNUC_WARN_UNUSED_RESULT;
void         thaw_own_line_free     (ThawOwnLine       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawOwnLine, thaw_own_line_free)

G_END_DECLS
