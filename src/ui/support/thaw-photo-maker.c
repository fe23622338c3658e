/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-photo-maker"

#include "config.h"
#include "support/thaw-photo-maker.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "support/thaw-file-reader.h"

/* More than any camera makes; an image that claims more would only fill the memory. */
#define MAX_FILE_BYTES (64 * 1024 * 1024)
#define MAX_PIXELS     (120 * 1000 * 1000)

/* An image is handed over in pieces, so that one that is too large is noticed at its head. */
#define PIECE_BYTES 65536

#define WHITE 0xffffffu

static void
on_size_prepared_cb (GdkPixbufLoader *loader,
                     int              width,
                     int              height,
                     gboolean        *is_too_large)
{
  double scale = (double) THAW_PHOTO_MAKER_SIZE / MIN (width, height);

  if ((gint64) width * height > MAX_PIXELS)
    {
      *is_too_large = TRUE;
      /* A size of nothing is refused by whoever reads the format, before there is any memory for it. */
      gdk_pixbuf_loader_set_size (loader, 0, 0);
    }
  else if (scale < 1.0)
    {
      gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
    }
}

static GdkPixbuf *
load (GBytes  *data,
      GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean is_too_large = FALSE;
  const guint8 *bytes;
  gsize n_bytes;
  gboolean is_read = TRUE;
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), &is_too_large);
  bytes = g_bytes_get_data (data, &n_bytes);
  for (gsize i = 0; is_read && i < n_bytes; i += PIECE_BYTES)
    is_read = gdk_pixbuf_loader_write (loader, bytes + i, MIN (PIECE_BYTES, n_bytes - i), error);

  /* To be closed in any case, but of two errors the first one counts. */
  is_read = gdk_pixbuf_loader_close (loader, is_read ? error : NULL) && is_read;
  pixbuf = is_read && !is_too_large ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf != NULL)
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);

  if (is_read)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "No image, or one that is too large");

  return NULL;
}

/* The middle of it, on white, no larger than a photo is. */
static GdkPixbuf *
make_square (GdkPixbuf *image)
{
  int width = gdk_pixbuf_get_width (image);
  int height = gdk_pixbuf_get_height (image);
  int side = MIN (width, height);
  int size = MIN (side, THAW_PHOTO_MAKER_SIZE);
  g_autoptr (GdkPixbuf) middle = gdk_pixbuf_new_subpixbuf (image, (width - side) / 2, (height - side) / 2, side, side);

  return gdk_pixbuf_composite_color_simple (middle, size, size, GDK_INTERP_BILINEAR, 255, size, WHITE, WHITE);
}

/**
 * thaw_photo_maker_make:
 * @data: a file with an image of any format that the system reads
 * @error: says why there is none
 *
 * Makes the photo of a person: a small square. What a camera adds, as the place where a
 * picture was taken, is left out. Any thread may do that.
 *
 * Returns: (transfer full): a JPEG image that #ThawPhoto takes, or %NULL with a
 *   %GDK_PIXBUF_ERROR or %G_IO_ERROR
 */
GBytes *
thaw_photo_maker_make (GBytes  *data,
                       GError **error)
{
  g_autoptr (GdkPixbuf) image = NULL;
  g_autoptr (GdkPixbuf) square = NULL;
  char *jpeg;
  gsize n_bytes;

  g_return_val_if_fail (data != NULL, NULL);

  image = load (data, error);
  if (image == NULL)
    return NULL;

  square = make_square (image);
  if (!gdk_pixbuf_save_to_buffer (square, &jpeg, &n_bytes, "jpeg", error, "quality", "88", NULL))
    return NULL;

  return g_bytes_new_take (jpeg, n_bytes);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = thaw_file_reader_read (G_FILE (task_data), MAX_FILE_BYTES, cancellable, &error);
  g_autoptr (GBytes) photo = data != NULL ? thaw_photo_maker_make (data, &error) : NULL;

  if (photo != NULL)
    g_task_return_pointer (task, g_steal_pointer (&photo), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * thaw_photo_maker_make_async:
 * @file: a file with an image
 * @cancellable: (nullable): cancels it
 * @callback: called when the photo is made
 * @user_data: what to pass along
 *
 * Reads the file and makes the photo of a person of it, in a thread of its own.
 */
void
thaw_photo_maker_make_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_photo_maker_make_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * thaw_photo_maker_make_finish:
 *
 * Returns: (transfer full): a JPEG image that #ThawPhoto takes, or %NULL with a
 *   %GDK_PIXBUF_ERROR or %G_IO_ERROR
 */
GBytes *
thaw_photo_maker_make_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, thaw_photo_maker_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
