/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-settings"

#include "config.h"
#include "thaw-settings.h"

/**
 * ThawSettings:
 *
 * The person's preferences and what the window remembers. Nothing else in Thaw
 * knows the names of the keys.
 */
struct _ThawSettings
{
  GObject parent_instance;

  GSettings *settings; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawSettings, thaw_settings, G_TYPE_OBJECT)

static void
thaw_settings_dispose (GObject *object)
{
  ThawSettings *self = THAW_SETTINGS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (thaw_settings_parent_class)->dispose (object);
}

static void
thaw_settings_class_init (ThawSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_settings_dispose;
}

static void
thaw_settings_init (ThawSettings *self)
{
  self->settings = g_settings_new (APP_ID);
}

ThawSettings *
thaw_settings_new (void)
{
  return g_object_new (THAW_TYPE_SETTINGS, NULL);
}

/**
 * thaw_settings_get_window_size:
 * @out_width: (out): in pixels
 * @out_height: (out): in pixels
 * @out_maximized: (out): whether the window fills the screen
 */
void
thaw_settings_get_window_size (ThawSettings *self,
                               int          *out_width,
                               int          *out_height,
                               gboolean     *out_maximized)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  g_settings_get (self->settings, "window-size", "(ii)", out_width, out_height);
  *out_maximized = g_settings_get_boolean (self->settings, "window-maximized");
}

void
thaw_settings_set_window_size (ThawSettings *self,
                               int           width,
                               int           height,
                               gboolean      maximized)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  if (!maximized)
    g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
}

/**
 * thaw_settings_dup_visible_page:
 *
 * Returns: (transfer full): the name of the page that was shown last
 */
char *
thaw_settings_dup_visible_page (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), NULL);

  return g_settings_get_string (self->settings, "visible-page");
}

void
thaw_settings_set_visible_page (ThawSettings *self,
                                const char   *page)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  g_settings_set_string (self->settings, "visible-page", page);
}

/**
 * thaw_settings_dup_chart_range:
 *
 * Returns: (transfer full): `week`, `month`, `quarter`, `year` or `all`
 */
char *
thaw_settings_dup_chart_range (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), NULL);

  return g_settings_get_string (self->settings, "chart-range");
}

void
thaw_settings_set_chart_range (ThawSettings *self,
                               const char   *range)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  g_settings_set_string (self->settings, "chart-range", range);
}

static ThawDay
get_day (ThawSettings *self,
         const char   *key)
{
  g_autofree char *iso = g_settings_get_string (self->settings, key);

  return thaw_day_from_iso (iso);
}

static void
set_day (ThawSettings *self,
         const char   *key,
         ThawDay       day)
{
  char iso[THAW_DAY_ISO_SIZE];

  thaw_day_write_iso (day, iso);
  g_settings_set_string (self->settings, key, iso);
}

/**
 * thaw_settings_get_full_check_day:
 *
 * Returns: the day on which all of the journal was checked last, or %THAW_DAY_NONE
 */
ThawDay
thaw_settings_get_full_check_day (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), THAW_DAY_NONE);

  return get_day (self, "full-check-day");
}

void
thaw_settings_set_full_check_day (ThawSettings *self,
                                  ThawDay       day)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail (thaw_day_is_valid (day));

  set_day (self, "full-check-day", day);
}

/**
 * thaw_settings_get_offer_reflection:
 * @is_known: whether the person has made a reflection before
 *
 * Returns: whether a look at numbness may be suggested: as the person set it, and
 *   until then only to who knows it
 */
gboolean
thaw_settings_get_offer_reflection (ThawSettings *self,
                                    gboolean      is_known)
{
  g_autoptr (GVariant) chosen = NULL;

  g_return_val_if_fail (THAW_IS_SETTINGS (self), FALSE);

  chosen = g_settings_get_user_value (self->settings, "offer-reflection");

  return chosen != NULL ? g_variant_get_boolean (chosen) : is_known;
}

void
thaw_settings_set_offer_reflection (ThawSettings *self,
                                    gboolean      is_wanted)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  g_settings_set_boolean (self->settings, "offer-reflection", is_wanted);
}

/**
 * thaw_settings_get_reflection_put_off_day:
 *
 * Returns: the day on which the suggestion was last put off, or %THAW_DAY_NONE
 */
ThawDay
thaw_settings_get_reflection_put_off_day (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), THAW_DAY_NONE);

  return get_day (self, "reflection-put-off-day");
}

void
thaw_settings_set_reflection_put_off_day (ThawSettings *self,
                                          ThawDay       day)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail (thaw_day_is_valid (day));

  set_day (self, "reflection-put-off-day", day);
}
