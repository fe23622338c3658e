/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A picture of 256 pixels is less; what is more was not made smaller. */
#define THAW_PHOTO_MAX_BYTES (256 * 1024)

/**
 * ThawPhoto:
 * @id: (nullable): the identity, a UUID; %NULL before it was saved
 * @data: (not nullable): a small JPEG or PNG image
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * The picture of a person. It is a thing of its own, so that lists of people never
 * read it.
 */
typedef struct
{
  char   *id;
  GBytes *data;
  gint64  modified_ms;
} ThawPhoto;

#define THAW_TYPE_PHOTO (thaw_photo_get_type ())
GType      thaw_photo_get_type (void);
ThawPhoto *thaw_photo_new      (GBytes          *data) G_GNUC_WARN_UNUSED_RESULT;
ThawPhoto *thaw_photo_copy     (const ThawPhoto *self) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_photo_free     (ThawPhoto       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPhoto, thaw_photo_free)

gboolean   thaw_photo_is_valid (const ThawPhoto *self);

G_END_DECLS
