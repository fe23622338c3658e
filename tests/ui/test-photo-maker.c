/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-photo-maker"

#include "config.h"
#include "support/thaw-photo-maker.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"

/* Left half red, right half blue, and noise, which no format makes small, if it is wanted. */
static GdkPixbuf *
draw (int      width,
      int      height,
      gboolean is_noise)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          guint8 *pixel = pixels + y * stride + x * 4;

          if (x >= width / 2)
            {
              pixel[0] = 0;
              pixel[2] = 255;
            }
          for (int i = 0; is_noise && i < 4; i++)
            pixel[i] = (guint8) g_test_rand_int_range (0, 256);
        }
    }

  return pixbuf;
}

static GBytes *
encode (GdkPixbuf  *pixbuf,
        const char *format,
        const char *key,
        const char *value)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize n_bytes;

  gdk_pixbuf_save_to_buffer (pixbuf, &data, &n_bytes, format, &error, key, value, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (data, n_bytes);
}

/* What comes out can be stored, and be read again. */
static GdkPixbuf *
make (GBytes *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) made = thaw_photo_maker_make (data, &error);
  g_autoptr (ThawPhoto) photo = NULL;
  g_autoptr (GInputStream) stream = NULL;
  GdkPixbuf *pixbuf;

  g_assert_no_error (error);
  photo = thaw_photo_new (made);
  g_assert_true (thaw_photo_is_valid (photo));
  stream = g_memory_input_stream_new_from_bytes (made);
  pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);
  g_assert_no_error (error);

  return pixbuf;
}

static void
assert_colour (GdkPixbuf *pixbuf,
               int        x,
               int        y,
               int        red,
               int        green,
               int        blue)
{
  const guint8 *pixel = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) +
                        x * gdk_pixbuf_get_n_channels (pixbuf);

  g_assert_cmpint (ABS (pixel[0] - red) + ABS (pixel[1] - green) + ABS (pixel[2] - blue), <, 40);
}

static void
test_size (void)
{
  static const struct
  {
    int width, height, size;
  } expected[] = {
    { 1200, 800, 256 }, { 300, 2000, 256 }, { 256, 256, 256 }, { 100, 80, 80 }, { 1, 1, 1 }, { 4000, 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GdkPixbuf) image = draw (expected[i].width, expected[i].height, FALSE);
      g_autoptr (GBytes) data = encode (image, "png", NULL, NULL);
      g_autoptr (GdkPixbuf) made = make (data);

      g_assert_cmpint (gdk_pixbuf_get_width (made), ==, expected[i].size);
      g_assert_cmpint (gdk_pixbuf_get_height (made), ==, expected[i].size);
    }
}

/* The middle stays, and nothing is stretched. */
static void
test_middle (void)
{
  g_autoptr (GdkPixbuf) image = draw (1200, 400, FALSE);
  g_autoptr (GBytes) data = encode (image, "png", NULL, NULL);
  g_autoptr (GdkPixbuf) made = make (data);

  assert_colour (made, 100, 128, 255, 0, 0);
  assert_colour (made, 156, 128, 0, 0, 255);
}

/* Half of what there is would shine through on one background and not on another. */
static void
test_transparent (void)
{
  g_autoptr (GdkPixbuf) image = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 300, 300);
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GdkPixbuf) made = NULL;

  gdk_pixbuf_fill (image, 0x00000000);
  data = encode (image, "png", NULL, NULL);
  made = make (data);
  assert_colour (made, 128, 128, 255, 255, 255);
}

static void
test_noise (void)
{
  g_autoptr (GdkPixbuf) image = draw (512, 512, TRUE);
  g_autoptr (GBytes) data = encode (image, "png", NULL, NULL);
  g_autoptr (GdkPixbuf) made = make (data);

  g_assert_cmpint (gdk_pixbuf_get_width (made), ==, 256);
}

/* As the camera was held; and where it was is nobody’s business. */
static void
test_orientation (void)
{
  /* A segment with nothing but the orientation: turned by 180 degrees. */
  static const guint8 exif[] = {
    0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1,
    0, 3, 0, 0, 0, 0, 0, 0,
  };
  g_autoptr (GdkPixbuf) image = draw (1200, 800, FALSE);
  g_autoptr (GBytes) plain = encode (image, "jpeg", "quality", "90");
  g_autoptr (GByteArray) turned = g_byte_array_new ();
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GBytes) photo = NULL;
  g_autoptr (GdkPixbuf) made = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *bytes;
  gsize n_bytes;

  bytes = g_bytes_get_data (plain, &n_bytes);
  g_byte_array_append (turned, bytes, 2);
  g_byte_array_append (turned, exif, sizeof exif);
  g_byte_array_append (turned, bytes + 2, (guint) n_bytes - 2);
  data = g_byte_array_free_to_bytes (g_steal_pointer (&turned));

  made = make (data);
  assert_colour (made, 20, 128, 0, 0, 255);
  assert_colour (made, 236, 128, 255, 0, 0);

  photo = thaw_photo_maker_make (data, &error);
  g_assert_no_error (error);
  bytes = g_bytes_get_data (photo, &n_bytes);
  for (gsize i = 0; i + 4 <= n_bytes; i++)
    g_assert_false (memcmp (bytes + i, "Exif", 4) == 0);
}

static void
assert_refused (const void *bytes,
                gsize       n_bytes)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, n_bytes);
  g_autoptr (GBytes) made = NULL;
  g_autoptr (GError) error = NULL;

  made = thaw_photo_maker_make (data, &error);
  g_assert_null (made);
  g_assert_nonnull (error);
}

static void
test_no_image (void)
{
  g_autoptr (GdkPixbuf) image = draw (900, 900, TRUE);
  g_autoptr (GBytes) data = encode (image, "jpeg", "quality", "90");

  assert_refused ("", 0);
  assert_refused ("BEGIN:VCARD\n", 12);
  assert_refused ("\xff\xd8\xff", 3);
  assert_refused (g_bytes_get_data (data, NULL), 400);
}

static guint32
compute_crc (const guint8 *bytes,
             gsize         n_bytes)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < n_bytes; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }

  return ~crc;
}

static void
append_chunk (GByteArray   *png,
              const char   *type,
              const guint8 *bytes,
              gsize         n_bytes)
{
  guint32 length = GUINT32_TO_BE ((guint32) n_bytes);
  guint32 crc;

  g_byte_array_append (png, (const guint8 *) &length, 4);
  g_byte_array_append (png, (const guint8 *) type, 4);
  g_byte_array_append (png, bytes, (guint) n_bytes);
  crc = GUINT32_TO_BE (compute_crc (png->data + png->len - n_bytes - 4, n_bytes + 4));
  g_byte_array_append (png, (const guint8 *) &crc, 4);
}

/* A black square of black and white: a byte for eight pixels, and one more at the head of each line. */
static GBytes *
make_black_png (guint32 side)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  const guint32 be_side = GUINT32_TO_BE (side);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree guint8 *line = g_malloc0 (side / 8 + 2);
  guint8 head[13] = { 0 };

  for (guint i = 0; i < side; i++)
    g_assert_true (g_output_stream_write_all (stream, line, (side + 7) / 8 + 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  memcpy (head, &be_side, 4);
  memcpy (head + 4, &be_side, 4);
  head[8] = 1;
  g_byte_array_append (png, signature, sizeof signature);
  append_chunk (png, "IHDR", head, sizeof head);
  append_chunk (png, "IDAT", g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
  append_chunk (png, "IEND", NULL, 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

/* A small file with an image that would fill the memory. */
static void
test_too_large (void)
{
  g_autoptr (GBytes) usual = make_black_png (300);
  g_autoptr (GBytes) large = make_black_png (11000);
  g_autoptr (GdkPixbuf) made = make (usual);

  assert_colour (made, 128, 128, 0, 0, 0);
  g_assert_cmpuint (g_bytes_get_size (large), <, 100000);
  assert_refused (g_bytes_get_data (large, NULL), g_bytes_get_size (large));
}

static void
test_file (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (directory, "photo.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkPixbuf) image = draw (300, 300, FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) missing_result = NULL;
  g_autoptr (GBytes) made = NULL;
  g_autoptr (GBytes) missing = NULL;
  g_autoptr (GError) error = NULL;

  thaw_photo_maker_make_async (file, NULL, thaw_test_store_result_cb, &missing_result);
  missing = thaw_photo_maker_make_finish (thaw_test_await (&missing_result), &error);
  g_assert_null (missing);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  gdk_pixbuf_save (image, path, "png", &error, NULL);
  g_assert_no_error (error);
  thaw_photo_maker_make_async (file, NULL, thaw_test_store_result_cb, &result);
  made = thaw_photo_maker_make_finish (thaw_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
}

/* One that never ends is not read for ever. */
static void
test_endless_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) made = NULL;
  g_autoptr (GError) error = NULL;

  thaw_photo_maker_make_async (file, NULL, thaw_test_store_result_cb, &result);
  made = thaw_photo_maker_make_finish (thaw_test_await (&result), &error);
  g_assert_null (made);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/photo-maker/size", test_size);
  g_test_add_func ("/ui/photo-maker/middle", test_middle);
  g_test_add_func ("/ui/photo-maker/transparent", test_transparent);
  g_test_add_func ("/ui/photo-maker/noise", test_noise);
  g_test_add_func ("/ui/photo-maker/orientation", test_orientation);
  g_test_add_func ("/ui/photo-maker/no-image", test_no_image);
  g_test_add_func ("/ui/photo-maker/too-large", test_too_large);
  g_test_add_func ("/ui/photo-maker/file", test_file);
  g_test_add_func ("/ui/photo-maker/endless-file", test_endless_file);

  return g_test_run ();
}
