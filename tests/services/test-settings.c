/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <float.h>

#include "thaw-settings.h"

static void
on_notify_cb (GObject    *object,
              GParamSpec *pspec,
              guint      *n_notified)
{
  (*n_notified)++;
}

static void
test_defaults (void)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();

  g_assert_true (thaw_settings_get_offers_prompts (settings));
  g_assert_true (thaw_settings_get_practice_bells (settings));
  g_assert_false (thaw_settings_get_practice_phase_sounds (settings));
  g_assert_false (thaw_settings_get_practice_show_seconds (settings));
  g_assert_false (thaw_settings_get_practice_speech (settings));
  g_assert_cmpfloat_with_epsilon (thaw_settings_get_practice_volume (settings), 0.6, DBL_EPSILON);
}

/* What is set here is kept under the property’s key, and what is set there comes back. */
static void
test_flag (gconstpointer data)
{
  const char *name = data;
  const char *key = g_str_equal (name, "offers-prompts") ? "offer-prompts" : name;
  g_autoptr (GSettings) keys = g_settings_new (APP_ID);
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  gboolean before, after;
  guint n_notified = 0;

  g_object_get (settings, name, &before, NULL);
  g_assert_true (g_settings_get_boolean (keys, key) == before);

  g_signal_connect (settings, signal, G_CALLBACK (on_notify_cb), &n_notified);
  g_object_set (settings, name, !before, NULL);
  g_assert_true (g_settings_get_boolean (keys, key) == !before);
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_set (settings, name, !before, NULL);
  g_assert_cmpuint (n_notified, ==, 1);

  g_settings_reset (keys, key);
  g_object_get (settings, name, &after, NULL);
  g_assert_true (after == before);
  g_assert_cmpuint (n_notified, ==, 2);
}

static void
test_accessors (void)
{
  g_autoptr (GSettings) keys = g_settings_new (APP_ID);
  g_autoptr (ThawSettings) settings = thaw_settings_new ();

  thaw_settings_set_practice_bells (settings, FALSE);
  thaw_settings_set_practice_phase_sounds (settings, TRUE);
  thaw_settings_set_practice_show_seconds (settings, TRUE);
  thaw_settings_set_practice_speech (settings, TRUE);

  g_assert_false (g_settings_get_boolean (keys, "practice-bells"));
  g_assert_true (g_settings_get_boolean (keys, "practice-phase-sounds"));
  g_assert_true (g_settings_get_boolean (keys, "practice-show-seconds"));
  g_assert_true (g_settings_get_boolean (keys, "practice-speech"));

  g_assert_false (thaw_settings_get_practice_bells (settings));
  g_assert_true (thaw_settings_get_practice_phase_sounds (settings));
  g_assert_true (thaw_settings_get_practice_show_seconds (settings));
  g_assert_true (thaw_settings_get_practice_speech (settings));

  g_settings_reset (keys, "practice-bells");
  g_settings_reset (keys, "practice-phase-sounds");
  g_settings_reset (keys, "practice-show-seconds");
  g_settings_reset (keys, "practice-speech");
}

static void
test_volume (void)
{
  g_autoptr (GSettings) keys = g_settings_new (APP_ID);
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  guint n_notified = 0;

  g_signal_connect (settings, "notify::practice-volume", G_CALLBACK (on_notify_cb), &n_notified);
  thaw_settings_set_practice_volume (settings, 0.25);
  thaw_settings_set_practice_volume (settings, 0.25);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (keys, "practice-volume"), 0.25, DBL_EPSILON);

  thaw_settings_set_practice_volume (settings, 0);
  thaw_settings_set_practice_volume (settings, 1);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (keys, "practice-volume"), 1, DBL_EPSILON);

  g_settings_reset (keys, "practice-volume");
  g_assert_cmpfloat_with_epsilon (thaw_settings_get_practice_volume (settings), 0.6, DBL_EPSILON);
}

static void
test_zoom (void)
{
  g_autoptr (GSettings) keys = g_settings_new (APP_ID);
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  guint n_notified = 0;

  g_assert_cmpfloat_with_epsilon (thaw_settings_get_article_zoom (settings), 1, DBL_EPSILON);
  g_signal_connect (settings, "notify::article-zoom", G_CALLBACK (on_notify_cb), &n_notified);
  thaw_settings_set_article_zoom (settings, 1.5);
  thaw_settings_set_article_zoom (settings, 1.5);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (keys, "article-zoom"), 1.5, DBL_EPSILON);

  thaw_settings_set_article_zoom (settings, THAW_SETTINGS_MIN_ZOOM);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (keys, "article-zoom"), 0.8, DBL_EPSILON);
  thaw_settings_set_article_zoom (settings, THAW_SETTINGS_MAX_ZOOM);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (keys, "article-zoom"), 2.5, DBL_EPSILON);

  g_settings_reset (keys, "article-zoom");
  g_assert_cmpfloat_with_epsilon (thaw_settings_get_article_zoom (settings), 1, DBL_EPSILON);
}

/* The schema itself keeps what others write, dconf’s editor for one, within bounds. */
static void
test_volume_range (void)
{
  g_autoptr (GSettings) keys = g_settings_new (APP_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;

  g_object_get (keys, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, "practice-volume");

  for (int tenths = -1; tenths <= 11; tenths++)
    {
      g_autoptr (GVariant) volume = g_variant_ref_sink (g_variant_new_double (tenths / 10.0));

      g_assert_true (g_settings_schema_key_range_check (key, volume) == (tenths >= 0 && tenths <= 10));
    }
}

static void
test_help_country (void)
{
  g_autoptr (GSettings) keys = g_settings_new (APP_ID);
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autofree char *kept = NULL;
  guint n_notified = 0;

  g_assert_cmpstr (thaw_settings_get_help_country (settings), ==, "");
  g_signal_connect (settings, "notify::help-country", G_CALLBACK (on_notify_cb), &n_notified);
  thaw_settings_set_help_country (settings, "NZ");
  thaw_settings_set_help_country (settings, "NZ");
  g_assert_cmpuint (n_notified, ==, 1);
  kept = g_settings_get_string (keys, "help-country");
  g_assert_cmpstr (kept, ==, "NZ");

  thaw_settings_set_help_country (settings, NULL);
  g_assert_cmpstr (thaw_settings_get_help_country (settings), ==, "");
  g_settings_reset (keys, "help-country");
}

static void
test_first_start (void)
{
  g_autoptr (GSettings) keys = g_settings_new (APP_ID);
  g_autoptr (ThawSettings) settings = thaw_settings_new ();

  g_assert_false (thaw_settings_get_first_start_shown (settings));
  thaw_settings_set_first_start_shown (settings, TRUE);
  g_assert_true (thaw_settings_get_first_start_shown (settings));
  g_assert_true (g_settings_get_boolean (keys, "first-start-shown"));
  g_settings_reset (keys, "first-start-shown");
}

int
main (int   argc,
      char *argv[])
{
  static const char * const flags[] = {
    "offers-prompts",
    "practice-bells",
    "practice-phase-sounds",
    "practice-show-seconds",
    "practice-speech",
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/settings/defaults", test_defaults);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autofree char *path = g_strconcat ("/services/settings/", flags[i], NULL);

      g_test_add_data_func (path, flags[i], test_flag);
    }
  g_test_add_func ("/services/settings/accessors", test_accessors);
  g_test_add_func ("/services/settings/help-country", test_help_country);
  g_test_add_func ("/services/settings/first-start", test_first_start);
  g_test_add_func ("/services/settings/volume", test_volume);
  g_test_add_func ("/services/settings/zoom", test_zoom);
  g_test_add_func ("/services/settings/volume-range", test_volume_range);

  return g_test_run ();
}
