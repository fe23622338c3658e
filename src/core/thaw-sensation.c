/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-sensation"

#include "config.h"
#include "thaw-sensation.h"

#include "thaw-slug.h"

#include <glib/gi18n-lib.h>

static const char *const region_slugs[THAW_N_BODY_REGIONS] = {
  "head", "eyes", "jaw", "throat", "neck", "shoulders", "chest", "upper-back", "stomach", "lower-back",
  "lower-belly", "arms", "hands", "legs", "feet",
};

static const char *const region_words[THAW_N_BODY_REGIONS] = {
  NC_("body region", "head"),
  NC_("body region", "eyes"),
  NC_("body region", "jaw"),
  NC_("body region", "throat"),
  NC_("body region", "neck"),
  NC_("body region", "shoulders"),
  NC_("body region", "chest"),
  NC_("body region", "upper back"),
  /* Translators: the part of the belly around the stomach, where one feels butterflies */
  NC_("body region", "stomach"),
  NC_("body region", "lower back"),
  NC_("body region", "lower belly"),
  NC_("body region", "arms"),
  NC_("body region", "hands"),
  NC_("body region", "legs"),
  NC_("body region", "feet"),
};

static const char *const quality_slugs[THAW_N_QUALITIES] = {
  NULL, "warm", "cold", "tight", "pressing", "heavy", "light", "hollow", "tingling", "fluttering", "pounding", "shaky",
  "aching", "restless", "soft", "numb",
};

/* Translators: what a place in the body feels like, as in “chest: tight” */
static const char *const quality_words[THAW_N_QUALITIES] = {
  "",
  NC_("sensation", "warm"),
  NC_("sensation", "cold"),
  NC_("sensation", "tight"),
  NC_("sensation", "pressing"),
  NC_("sensation", "heavy"),
  NC_("sensation", "light"),
  NC_("sensation", "hollow"),
  NC_("sensation", "tingling"),
  NC_("sensation", "fluttering"),
  NC_("sensation", "pounding"),
  NC_("sensation", "shaky"),
  NC_("sensation", "aching"),
  NC_("sensation", "restless"),
  NC_("sensation", "soft"),
  NC_("sensation", "numb"),
};

static const char *const body_answer_slugs[THAW_N_BODY_ANSWERS] = { NULL, "nowhere", "unsure" };

G_DEFINE_BOXED_TYPE (ThawSensation, thaw_sensation, thaw_sensation_copy, thaw_sensation_free)

/**
 * thaw_sensation_new:
 * @region: where in the body
 * @quality: what it is like, or %THAW_QUALITY_NONE
 * @strength: 1 to 3, or %THAW_SENSATION_NO_STRENGTH
 *
 * Returns: (transfer full): a new sensation
 */
ThawSensation *
thaw_sensation_new (ThawBodyRegion       region,
                    ThawSensationQuality quality,
                    int                  strength)
{
  ThawSensation *self;

  g_return_val_if_fail (region < THAW_N_BODY_REGIONS, NULL);
  g_return_val_if_fail (quality < THAW_N_QUALITIES, NULL);

  self = g_new0 (ThawSensation, 1);
  self->region = region;
  self->quality = quality;
  self->strength = CLAMP (strength, THAW_SENSATION_NO_STRENGTH, THAW_SENSATION_MAX_STRENGTH);

  return self;
}

ThawSensation *
thaw_sensation_copy (const ThawSensation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return thaw_sensation_new (self->region, self->quality, self->strength);
}

void
thaw_sensation_free (ThawSensation *self)
{
  g_free (self);
}

gboolean
thaw_sensation_equal (const ThawSensation *a,
                      const ThawSensation *b)
{
  return a->region == b->region && a->quality == b->quality && a->strength == b->strength;
}

/**
 * thaw_sensation_to_words:
 *
 * Returns: (transfer full): the sensation in words, as "chest: tight, clearly",
 *   or as little of it as was said
 */
char *
thaw_sensation_to_words (const ThawSensation *self)
{
  const char *region, *quality, *strength;

  g_return_val_if_fail (self != NULL, NULL);

  region = thaw_body_region_get_word (self->region);
  quality = thaw_sensation_quality_get_word (self->quality);
  strength = thaw_sensation_strength_get_word (self->strength);

  if (self->quality != THAW_QUALITY_NONE && self->strength != THAW_SENSATION_NO_STRENGTH)
    /* Translators: a place in the body, what it is like there, and how strongly, as in “chest: tight, clearly” */
    return g_strdup_printf (C_("sensation", "%s: %s, %s"), region, quality, strength);
  if (self->quality != THAW_QUALITY_NONE || self->strength != THAW_SENSATION_NO_STRENGTH)
    /* Translators: a place in the body and what it is like there, or how strongly something is felt, as in
     * “chest: tight” or “chest: clearly” */
    return g_strdup_printf (C_("sensation", "%s: %s"), region,
                            self->quality != THAW_QUALITY_NONE ? quality : strength);

  return g_strdup (region);
}

/**
 * thaw_body_region_to_slug:
 *
 * Returns: (transfer none): the name that files and the database use
 */
const char *
thaw_body_region_to_slug (ThawBodyRegion region)
{
  g_return_val_if_fail (region < THAW_N_BODY_REGIONS, NULL);

  return region_slugs[region];
}

/**
 * thaw_body_region_from_slug:
 * @slug: (nullable): a name from a file
 * @out_region: (out): the region, %THAW_REGION_HEAD if there is none of that name
 *
 * Returns: whether @slug names a region
 */
gboolean
thaw_body_region_from_slug (const char     *slug,
                            ThawBodyRegion *out_region)
{
  guint at;
  gboolean is_found = thaw_slug_find (region_slugs, G_N_ELEMENTS (region_slugs), slug, &at);

  *out_region = (ThawBodyRegion) at;

  return is_found;
}

/**
 * thaw_body_region_get_word:
 *
 * Returns: (transfer none): the region as a translated word
 */
const char *
thaw_body_region_get_word (ThawBodyRegion region)
{
  g_return_val_if_fail (region < THAW_N_BODY_REGIONS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "body region", region_words[region]);
}

/**
 * thaw_sensation_quality_to_slug:
 *
 * Returns: (transfer none) (nullable): the name that files and the database use,
 *   or %NULL for %THAW_QUALITY_NONE
 */
const char *
thaw_sensation_quality_to_slug (ThawSensationQuality quality)
{
  g_return_val_if_fail (quality < THAW_N_QUALITIES, NULL);

  return quality_slugs[quality];
}

/**
 * thaw_sensation_quality_from_slug:
 * @slug: (nullable): a name from a file, %NULL for %THAW_QUALITY_NONE
 * @out_quality: (out): the quality, %THAW_QUALITY_NONE if there is none of that name
 *
 * Returns: whether @slug names a quality
 */
gboolean
thaw_sensation_quality_from_slug (const char           *slug,
                                  ThawSensationQuality *out_quality)
{
  guint at;
  gboolean is_found = thaw_slug_find (quality_slugs, G_N_ELEMENTS (quality_slugs), slug, &at);

  *out_quality = (ThawSensationQuality) at;

  return is_found;
}

/**
 * thaw_sensation_quality_get_word:
 *
 * Returns: (transfer none): the quality as a translated word, empty for %THAW_QUALITY_NONE
 */
const char *
thaw_sensation_quality_get_word (ThawSensationQuality quality)
{
  g_return_val_if_fail (quality < THAW_N_QUALITIES, "");

  if (quality == THAW_QUALITY_NONE)
    return "";

  return g_dpgettext2 (GETTEXT_PACKAGE, "sensation", quality_words[quality]);
}

/**
 * thaw_sensation_strength_get_word:
 * @strength: 1 to 3, or %THAW_SENSATION_NO_STRENGTH
 *
 * Returns: (transfer none): a translated word for the strength, empty if it was not said
 */
const char *
thaw_sensation_strength_get_word (int strength)
{
  switch (strength)
    {
    case THAW_SENSATION_NO_STRENGTH:
      return "";
    case 1:
      /* Translators: how strong a sensation in the body is, 1 of 3 */
      return C_("strength", "a little");
    case 2:
      /* Translators: how strong a sensation in the body is, 2 of 3 */
      return C_("strength", "clearly");
    case 3:
      /* Translators: how strong a sensation in the body is, 3 of 3 */
      return C_("strength", "strongly");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_body_answer_to_slug:
 *
 * Returns: (transfer none) (nullable): the name that files and the database use,
 *   or %NULL for %THAW_BODY_ANSWER_NONE
 */
const char *
thaw_body_answer_to_slug (ThawBodyAnswer answer)
{
  g_return_val_if_fail (answer < THAW_N_BODY_ANSWERS, NULL);

  return body_answer_slugs[answer];
}

/**
 * thaw_body_answer_from_slug:
 * @slug: (nullable): a name from a file, %NULL for %THAW_BODY_ANSWER_NONE
 * @out_answer: (out): the answer, %THAW_BODY_ANSWER_NONE if there is none of that name
 *
 * Returns: whether @slug names an answer
 */
gboolean
thaw_body_answer_from_slug (const char     *slug,
                            ThawBodyAnswer *out_answer)
{
  guint at;
  gboolean is_found = thaw_slug_find (body_answer_slugs, G_N_ELEMENTS (body_answer_slugs), slug, &at);

  *out_answer = (ThawBodyAnswer) at;

  return is_found;
}

/**
 * thaw_body_answer_get_word:
 *
 * Returns: (transfer none): the answer in the person's words, empty for %THAW_BODY_ANSWER_NONE
 */
const char *
thaw_body_answer_get_word (ThawBodyAnswer answer)
{
  switch (answer)
    {
    case THAW_BODY_ANSWER_NOWHERE:
      /* Translators: an answer to "Where in your body is it?" */
      return C_("body answer", "nowhere");
    case THAW_BODY_ANSWER_UNSURE:
      /* Translators: an answer to "Where in your body is it?" */
      return C_("body answer", "can’t tell");
    case THAW_BODY_ANSWER_NONE:
      return "";
    default:
      g_return_val_if_reached ("");
    }
}
