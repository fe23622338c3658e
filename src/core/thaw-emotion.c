/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-emotion"

#include "config.h"
#include "thaw-emotion.h"

#include "thaw-text.h"

#include <glib/gi18n-lib.h>

/* Longer words are text, not a name of an emotion. */
#define MAX_SLUG_BYTES 200

G_DEFINE_BOXED_TYPE (ThawEmotionMark, thaw_emotion_mark, thaw_emotion_mark_copy, thaw_emotion_mark_free)

/**
 * thaw_emotion_mark_new:
 * @slug: a valid slug
 * @intensity: 1 to 3
 *
 * Returns: (transfer full): a new mark
 */
ThawEmotionMark *
thaw_emotion_mark_new (const char *slug,
                       int         intensity)
{
  ThawEmotionMark *self;

  g_return_val_if_fail (slug != NULL, NULL);

  self = g_new0 (ThawEmotionMark, 1);
  self->slug = g_strdup (slug);
  self->intensity = CLAMP (intensity, THAW_EMOTION_MIN_INTENSITY, THAW_EMOTION_MAX_INTENSITY);

  return self;
}

ThawEmotionMark *
thaw_emotion_mark_copy (const ThawEmotionMark *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return thaw_emotion_mark_new (self->slug, self->intensity);
}

void
thaw_emotion_mark_free (ThawEmotionMark *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self);
}

gboolean
thaw_emotion_mark_equal (const ThawEmotionMark *a,
                         const ThawEmotionMark *b)
{
  return g_str_equal (a->slug, b->slug) && a->intensity == b->intensity;
}

/**
 * thaw_emotion_get_intensity_word:
 * @intensity: 1 to 3
 *
 * Returns: (transfer none): a translated word for the intensity
 */
const char *
thaw_emotion_get_intensity_word (int intensity)
{
  switch (intensity)
    {
    case 1:
      /* Translators: how strong an emotion is, 1 of 3 */
      return C_("intensity", "a little");
    case 2:
      /* Translators: how strong an emotion is, 2 of 3 */
      return C_("intensity", "clearly");
    case 3:
      /* Translators: how strong an emotion is, 3 of 3 */
      return C_("intensity", "strongly");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_emotion_slug_is_valid:
 * @slug: (nullable): a slug from a file or a person's own word
 *
 * Returns: whether @slug can be stored: UTF-8, not blank, one line, at most 200 bytes
 */
gboolean
thaw_emotion_slug_is_valid (const char *slug)
{
  return thaw_text_is_line (slug, MAX_SLUG_BYTES);
}
