/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define THAW_EMOTION_MIN_INTENSITY 1
#define THAW_EMOTION_MAX_INTENSITY 3

/**
 * ThawEmotionMark:
 * @slug: (not nullable): the emotion's stable name, as `joy`, or the person's own word
 * @intensity: 1 (a little) to 3 (strongly)
 *
 * An emotion that was named in an entry.
 */
typedef struct
{
  char *slug;
  int   intensity;
} ThawEmotionMark;

#define THAW_TYPE_EMOTION_MARK (thaw_emotion_mark_get_type ())
GType            thaw_emotion_mark_get_type (void);
ThawEmotionMark *thaw_emotion_mark_new      (const char *slug,
                                             int         intensity) G_GNUC_WARN_UNUSED_RESULT;
ThawEmotionMark *thaw_emotion_mark_copy     (const ThawEmotionMark *self) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_emotion_mark_free     (ThawEmotionMark *self);
gboolean         thaw_emotion_mark_equal    (const ThawEmotionMark *a,
                                             const ThawEmotionMark *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawEmotionMark, thaw_emotion_mark_free)

const char *thaw_emotion_get_intensity_word (int intensity);
gboolean    thaw_emotion_slug_is_valid      (const char *slug);

G_END_DECLS
