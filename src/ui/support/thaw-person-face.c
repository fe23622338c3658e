/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-person-face"

#include "config.h"
#include "support/thaw-person-face.h"

/* Which photo a face shows. */
#define PHOTO_KEY "thaw-person-face-photo"

/**
 * thaw_person_face_new:
 * @size: in pixels
 *
 * Where the photo of somebody is seen, or their initials. It says nothing that the name
 * beside it does not.
 *
 * Returns: (transfer floating): an #AdwAvatar
 */
GtkWidget *
thaw_person_face_new (int size)
{
  GtkWidget *face = adw_avatar_new (size, NULL, TRUE);

  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (face), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return face;
}

static GdkTexture *
read_texture (ThawServices *services,
              const char   *photo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPhoto) read = thaw_photo_store_get (thaw_services_get_photos (services), photo, &error);
  GdkTexture *texture = read != NULL ? gdk_texture_new_from_bytes (read->data, &error) : NULL;

  /* The initials are as good. */
  if (texture == NULL)
    g_info ("Photo not shown: %s", error->message);

  return texture;
}

/**
 * thaw_person_face_show:
 * @face: what thaw_person_face_new() made
 * @services: where photos are kept
 * @name: what somebody is called
 * @photo: (nullable): the identity of their photo
 *
 * Shows somebody.
 */
void
thaw_person_face_show (AdwAvatar    *face,
                       ThawServices *services,
                       const char   *name,
                       const char   *photo)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (ADW_IS_AVATAR (face));
  g_return_if_fail (name != NULL);

  adw_avatar_set_text (face, name);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (face), PHOTO_KEY), photo) == 0)
    return;

  texture = photo != NULL ? read_texture (services, photo) : NULL;
  adw_avatar_set_custom_image (face, GDK_PAINTABLE (texture));
  g_object_set_data_full (G_OBJECT (face), PHOTO_KEY, g_strdup (photo), g_free);
}
