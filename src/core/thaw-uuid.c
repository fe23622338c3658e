/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-uuid"

#include "config.h"
#include "thaw-uuid.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

/* The namespace of names that Thaw makes up, itself a UUID that was drawn once. */
static const guint8 name_space[16] = {
  0x5b, 0x0e, 0x9c, 0x3a, 0x42, 0x7d, 0x4f, 0x16, 0x9a, 0xc1, 0xd8, 0x27, 0x63, 0xfe, 0x10, 0xb4,
};

/* Two devices must not make the same identifier, so the bits come from the kernel where it can give them. */
static void
fill_random (guint8 *bytes,
             gsize   n_bytes)
{
  gsize filled = 0;

  while (filled < n_bytes)
    {
      gssize got = getrandom (bytes + filled, n_bytes - filled, 0);

      if (got > 0)
        filled += (gsize) got;
      else if (errno != EINTR)
        break;
    }

  for (; filled < n_bytes; filled++)
    bytes[filled] = (guint8) g_random_int_range (0, 256);
}

static char *
format_bytes (const guint8 *b)
{
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7],
                          b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

/**
 * thaw_uuid_new:
 * @utc_ms: milliseconds since 1970-01-01 00:00 UTC
 *
 * Makes a UUID of version 7 (RFC 9562, section 5.7): 48 bits of time, then
 * random bits, so that identifiers made one after the other also sort so.
 *
 * Returns: (transfer full): the UUID, in lower case
 */
char *
thaw_uuid_new (gint64 utc_ms)
{
  guint8 random_bytes[THAW_UUID_N_RANDOM_BYTES];

  fill_random (random_bytes, sizeof random_bytes);

  return thaw_uuid_new_from_bytes (utc_ms, random_bytes);
}

/**
 * thaw_uuid_new_from_bytes:
 * @utc_ms: milliseconds since 1970-01-01 00:00 UTC
 * @random_bytes: bytes that take the place of the random ones
 *
 * Makes a UUID of version 7 that is the same whenever the arguments are, for a
 * journal that can be made again. Everybody else wants thaw_uuid_new().
 *
 * Returns: (transfer full): the UUID, in lower case
 */
char *
thaw_uuid_new_from_bytes (gint64       utc_ms,
                          const guint8 random_bytes[THAW_UUID_N_RANDOM_BYTES])
{
  guint8 b[16];
  guint64 time_ms = (guint64) MAX (utc_ms, 0);

  memcpy (b + 6, random_bytes, THAW_UUID_N_RANDOM_BYTES);
  for (int i = 0; i < 6; i++)
    b[i] = (guint8) (time_ms >> (40 - 8 * i));
  b[6] = (guint8) (0x70 | (b[6] & 0x0f));
  b[8] = (guint8) (0x80 | (b[8] & 0x3f));

  return format_bytes (b);
}

/**
 * thaw_uuid_new_from_name:
 * @name: what the UUID is to stand for
 *
 * Makes a UUID of version 5 (RFC 9562, section 5.5): the same name always gives
 * the same UUID, so that what is imported twice is recognised.
 *
 * Returns: (transfer full): the UUID, in lower case
 */
char *
thaw_uuid_new_from_name (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize n_digest = sizeof digest;

  g_return_val_if_fail (name != NULL, NULL);

  g_checksum_update (checksum, name_space, sizeof name_space);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, digest, &n_digest);
  digest[6] = (guint8) (0x50 | (digest[6] & 0x0f));
  digest[8] = (guint8) (0x80 | (digest[8] & 0x3f));

  return format_bytes (digest);
}

/**
 * thaw_uuid_is_valid:
 * @uuid: (nullable): a string
 *
 * Returns: whether @uuid is a UUID of any version as Thaw writes them: 36
 *   characters, in lower case
 */
gboolean
thaw_uuid_is_valid (const char *uuid)
{
  if (uuid == NULL)
    return FALSE;

  for (int i = 0; i < 36; i++)
    {
      gboolean is_dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (is_dash ? uuid[i] != '-' : !(g_ascii_isdigit (uuid[i]) || (uuid[i] >= 'a' && uuid[i] <= 'f')))
        return FALSE;
    }

  return uuid[36] == '\0';
}
