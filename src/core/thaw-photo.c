/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-photo"

#include "config.h"
#include "thaw-photo.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (ThawPhoto, thaw_photo, thaw_photo_copy, thaw_photo_free)

/**
 * thaw_photo_new:
 * @data: a small JPEG or PNG image
 *
 * Returns: (transfer full): a photo that was not saved yet
 */
ThawPhoto *
thaw_photo_new (GBytes *data)
{
  ThawPhoto *self;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_new0 (ThawPhoto, 1);
  self->data = g_bytes_ref (data);

  return self;
}

ThawPhoto *
thaw_photo_copy (const ThawPhoto *self)
{
  ThawPhoto *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = thaw_photo_new (self->data);
  copy->id = g_strdup (self->id);
  copy->modified_ms = self->modified_ms;

  return copy;
}

void
thaw_photo_free (ThawPhoto *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_bytes_unref (self->data);
  g_free (self);
}

/**
 * thaw_photo_is_valid:
 *
 * Returns: whether it begins as a JPEG or a PNG does, and is small enough to be stored
 */
gboolean
thaw_photo_is_valid (const ThawPhoto *self)
{
  static const guint8 jpeg[] = { 0xff, 0xd8, 0xff };
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  const guint8 *bytes;
  gsize n_bytes;

  g_return_val_if_fail (self != NULL, FALSE);

  bytes = g_bytes_get_data (self->data, &n_bytes);

  return n_bytes <= THAW_PHOTO_MAX_BYTES &&
         ((n_bytes > sizeof jpeg && memcmp (bytes, jpeg, sizeof jpeg) == 0) ||
          (n_bytes > sizeof png && memcmp (bytes, png, sizeof png) == 0));
}
