/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-settings"

#include "config.h"
#include "thaw-settings-private.h"

#include <float.h>

enum
{
  PROP_OFFERS_PROMPTS = 1,
  PROP_OFFERS_PRACTICE,
  PROP_HELP_COUNTRY,
  PROP_PRACTICE_BELLS,
  PROP_PRACTICE_PHASE_SOUNDS,
  PROP_PRACTICE_SHOW_SECONDS,
  PROP_PRACTICE_SPEECH,
  PROP_PRACTICE_VOLUME,
  PROP_ARTICLE_ZOOM,
  PROP_REMINDER_DETAILS,
  N_PROPS,
};

/**
 * ThawSettings:
 *
 * The person's preferences and what the window remembers. Nothing else in Thaw
 * knows the names of the keys.
 */
struct _ThawSettings
{
  GObject parent_instance;

  GSettings *settings;      /* (owned) */
  gboolean flags[N_PROPS];  /* those that are yes or no, by their property */
  double practice_volume;
  char *help_country;       /* (owned) */
  double article_zoom;
};

G_DEFINE_FINAL_TYPE (ThawSettings, thaw_settings, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_REMINDERS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const reminder_keys[] = {
  "quiet-hours", "reminders-paused-until", "reminder-catch-up", "reminders-in-background",
};

static gboolean
get_flag (ThawSettings *self,
          guint         prop_id)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), FALSE);

  return self->flags[prop_id];
}

static void
set_flag (ThawSettings *self,
          guint         prop_id,
          gboolean      value)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  value = !!value;
  if (self->flags[prop_id] == value)
    return;

  self->flags[prop_id] = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
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

static void
thaw_settings_dispose (GObject *object)
{
  ThawSettings *self = THAW_SETTINGS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (thaw_settings_parent_class)->dispose (object);
}

static void
thaw_settings_finalize (GObject *object)
{
  g_free (THAW_SETTINGS (object)->help_country);

  G_OBJECT_CLASS (thaw_settings_parent_class)->finalize (object);
}

static void
thaw_settings_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ThawSettings *self = THAW_SETTINGS (object);

  switch (prop_id)
    {
    case PROP_OFFERS_PROMPTS:
    case PROP_OFFERS_PRACTICE:
    case PROP_PRACTICE_BELLS:
    case PROP_PRACTICE_PHASE_SOUNDS:
    case PROP_PRACTICE_SHOW_SECONDS:
    case PROP_PRACTICE_SPEECH:
    case PROP_REMINDER_DETAILS:
      g_value_set_boolean (value, self->flags[prop_id]);
      break;

    case PROP_PRACTICE_VOLUME:
      g_value_set_double (value, self->practice_volume);
      break;

    case PROP_HELP_COUNTRY:
      g_value_set_string (value, self->help_country);
      break;

    case PROP_ARTICLE_ZOOM:
      g_value_set_double (value, self->article_zoom);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_settings_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ThawSettings *self = THAW_SETTINGS (object);

  switch (prop_id)
    {
    case PROP_OFFERS_PROMPTS:
    case PROP_OFFERS_PRACTICE:
    case PROP_PRACTICE_BELLS:
    case PROP_PRACTICE_PHASE_SOUNDS:
    case PROP_PRACTICE_SHOW_SECONDS:
    case PROP_PRACTICE_SPEECH:
    case PROP_REMINDER_DETAILS:
      set_flag (self, prop_id, g_value_get_boolean (value));
      break;

    case PROP_PRACTICE_VOLUME:
      thaw_settings_set_practice_volume (self, g_value_get_double (value));
      break;

    case PROP_HELP_COUNTRY:
      thaw_settings_set_help_country (self, g_value_get_string (value));
      break;

    case PROP_ARTICLE_ZOOM:
      thaw_settings_set_article_zoom (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
make_flag (const char *name,
           gboolean    is_set)
{
  return g_param_spec_boolean (name, NULL, NULL,
                               is_set,
                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
thaw_settings_class_init (ThawSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_settings_dispose;
  object_class->finalize = thaw_settings_finalize;
  object_class->get_property = thaw_settings_get_property;
  object_class->set_property = thaw_settings_set_property;

  /**
   * ThawSettings:offers-prompts:
   *
   * Whether a question is offered where nothing is written yet.
   */
  properties[PROP_OFFERS_PROMPTS] = make_flag ("offers-prompts", TRUE);

  /**
   * ThawSettings:offers-practice:
   *
   * Whether Today suggests something to do.
   */
  properties[PROP_OFFERS_PRACTICE] = make_flag ("offers-practice", TRUE);

  /**
   * ThawSettings:help-country:
   *
   * The country whose lines to call come first, as `DE`; empty as long as nobody chose one.
   */
  properties[PROP_HELP_COUNTRY] = g_param_spec_string ("help-country", NULL, NULL,
                                                       "",
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);

  /**
   * ThawSettings:practice-bells:
   *
   * Whether bells ring in a practice.
   */
  properties[PROP_PRACTICE_BELLS] = make_flag ("practice-bells", TRUE);

  /**
   * ThawSettings:practice-phase-sounds:
   *
   * Whether each phase of a breath begins with a soft sound, for closed eyes.
   */
  properties[PROP_PRACTICE_PHASE_SOUNDS] = make_flag ("practice-phase-sounds", FALSE);

  /**
   * ThawSettings:practice-show-seconds:
   *
   * Whether the seconds that are left are shown in a practice.
   */
  properties[PROP_PRACTICE_SHOW_SECONDS] = make_flag ("practice-show-seconds", FALSE);

  /**
   * ThawSettings:practice-speech:
   *
   * Whether a voice says what is shown in a practice.
   */
  properties[PROP_PRACTICE_SPEECH] = make_flag ("practice-speech", FALSE);

  /**
   * ThawSettings:practice-volume:
   *
   * How loud bells and soft sounds are, from 0 to 1, as it is felt.
   */
  properties[PROP_PRACTICE_VOLUME] = g_param_spec_double ("practice-volume", NULL, NULL,
                                                          0, 1, 0.6,
                                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                          G_PARAM_STATIC_STRINGS);

  /**
   * ThawSettings:article-zoom:
   *
   * How large the text of articles is, 1 as the other text of the window.
   */
  properties[PROP_ARTICLE_ZOOM] = g_param_spec_double ("article-zoom", NULL, NULL,
                                                       THAW_SETTINGS_MIN_ZOOM, THAW_SETTINGS_MAX_ZOOM, 1,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);

  /**
   * ThawSettings:reminder-details:
   *
   * Whether a notification says what its reminder is about.
   */
  properties[PROP_REMINDER_DETAILS] = make_flag ("reminder-details", FALSE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawSettings::reminders-changed:
   *
   * Quiet hours, the pause, how late reminders may come, or whether they do without a
   * window: one of these is another.
   */
  signals[SIGNAL_REMINDERS_CHANGED] = g_signal_new ("reminders-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_reminders_key_changed_cb (ThawSettings *self)
{
  g_signal_emit (self, signals[SIGNAL_REMINDERS_CHANGED], 0);
}

static void
thaw_settings_init (ThawSettings *self)
{
  self->help_country = g_strdup ("");
  self->settings = g_settings_new (APP_ID);
  g_settings_bind (self->settings, "offer-prompts", self, "offers-prompts", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "offer-practice", self, "offers-practice", G_SETTINGS_BIND_DEFAULT);

  /* The others are called as their keys. */
  for (guint i = PROP_HELP_COUNTRY; i < N_PROPS; i++)
    g_settings_bind (self->settings, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);

  for (guint i = 0; i < G_N_ELEMENTS (reminder_keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", reminder_keys[i], NULL);

      g_signal_connect_object (self->settings, signal, G_CALLBACK (on_reminders_key_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
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

gboolean
thaw_settings_get_offers_prompts (ThawSettings *self)
{
  return get_flag (self, PROP_OFFERS_PROMPTS);
}

void
thaw_settings_set_offers_prompts (ThawSettings *self,
                                  gboolean      offers_prompts)
{
  set_flag (self, PROP_OFFERS_PROMPTS, offers_prompts);
}

gboolean
thaw_settings_get_practice_bells (ThawSettings *self)
{
  return get_flag (self, PROP_PRACTICE_BELLS);
}

void
thaw_settings_set_practice_bells (ThawSettings *self,
                                  gboolean      bells)
{
  set_flag (self, PROP_PRACTICE_BELLS, bells);
}

gboolean
thaw_settings_get_practice_phase_sounds (ThawSettings *self)
{
  return get_flag (self, PROP_PRACTICE_PHASE_SOUNDS);
}

void
thaw_settings_set_practice_phase_sounds (ThawSettings *self,
                                         gboolean      phase_sounds)
{
  set_flag (self, PROP_PRACTICE_PHASE_SOUNDS, phase_sounds);
}

gboolean
thaw_settings_get_practice_show_seconds (ThawSettings *self)
{
  return get_flag (self, PROP_PRACTICE_SHOW_SECONDS);
}

void
thaw_settings_set_practice_show_seconds (ThawSettings *self,
                                         gboolean      show_seconds)
{
  set_flag (self, PROP_PRACTICE_SHOW_SECONDS, show_seconds);
}

gboolean
thaw_settings_get_practice_speech (ThawSettings *self)
{
  return get_flag (self, PROP_PRACTICE_SPEECH);
}

void
thaw_settings_set_practice_speech (ThawSettings *self,
                                   gboolean      speech)
{
  set_flag (self, PROP_PRACTICE_SPEECH, speech);
}

double
thaw_settings_get_practice_volume (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), 0);

  return self->practice_volume;
}

void
thaw_settings_set_practice_volume (ThawSettings *self,
                                   double        volume)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail (volume >= 0 && volume <= 1);

  if (G_APPROX_VALUE (self->practice_volume, volume, DBL_EPSILON))
    return;

  self->practice_volume = volume;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRACTICE_VOLUME]);
}

double
thaw_settings_get_article_zoom (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), 1);

  return self->article_zoom;
}

void
thaw_settings_set_article_zoom (ThawSettings *self,
                                double        zoom)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail (zoom >= THAW_SETTINGS_MIN_ZOOM && zoom <= THAW_SETTINGS_MAX_ZOOM);

  if (G_APPROX_VALUE (self->article_zoom, zoom, DBL_EPSILON))
    return;

  self->article_zoom = zoom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE_ZOOM]);
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
 * thaw_settings_get_offers_practice:
 *
 * Returns: whether Today suggests something to do
 */
gboolean
thaw_settings_get_offers_practice (ThawSettings *self)
{
  return get_flag (self, PROP_OFFERS_PRACTICE);
}

/**
 * thaw_settings_get_practice_put_off_day:
 *
 * Returns: the day on which the suggestion to do something was last put off, or
 *   %THAW_DAY_NONE
 */
ThawDay
thaw_settings_get_practice_put_off_day (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), THAW_DAY_NONE);

  return get_day (self, "practice-put-off-day");
}

void
thaw_settings_set_practice_put_off_day (ThawSettings *self,
                                        ThawDay       day)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail (thaw_day_is_valid (day));

  set_day (self, "practice-put-off-day", day);
}

/**
 * thaw_settings_get_people_put_off_day:
 *
 * Returns: the day on which the mention of somebody was last put off, or
 *   %THAW_DAY_NONE
 */
ThawDay
thaw_settings_get_people_put_off_day (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), THAW_DAY_NONE);

  return get_day (self, "people-put-off-day");
}

void
thaw_settings_set_people_put_off_day (ThawSettings *self,
                                      ThawDay       day)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));
  g_return_if_fail (thaw_day_is_valid (day));

  set_day (self, "people-put-off-day", day);
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

/**
 * thaw_settings_get_help_country:
 *
 * Returns: (transfer none): the country that the person chose for lines to call, as `DE`, or
 *   "" if they chose none
 */
const char *
thaw_settings_get_help_country (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), "");

  return self->help_country;
}

/**
 * thaw_settings_set_help_country:
 * @code: (nullable): a country, as `DE`; nothing for the one that the locale names
 */
void
thaw_settings_set_help_country (ThawSettings *self,
                                const char   *code)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  if (code == NULL)
    code = "";
  if (g_str_equal (self->help_country, code))
    return;

  g_free (self->help_country);
  self->help_country = g_strdup (code);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELP_COUNTRY]);
}

/**
 * thaw_settings_get_first_start_shown:
 *
 * Returns: whether the first start is over, however that was
 */
gboolean
thaw_settings_get_first_start_shown (ThawSettings *self)
{
  g_return_val_if_fail (THAW_IS_SETTINGS (self), TRUE);

  return g_settings_get_boolean (self->settings, "first-start-shown");
}

void
thaw_settings_set_first_start_shown (ThawSettings *self,
                                     gboolean      is_shown)
{
  g_return_if_fail (THAW_IS_SETTINGS (self));

  g_settings_set_boolean (self->settings, "first-start-shown", is_shown);
}

gboolean
thaw_settings_get_reminder_details (ThawSettings *self)
{
  return get_flag (self, PROP_REMINDER_DETAILS);
}

void
thaw_settings_set_reminder_details (ThawSettings *self,
                                    gboolean      shows_details)
{
  set_flag (self, PROP_REMINDER_DETAILS, shows_details);
}

/* For the parts of this class in other files. */
GSettings *
thaw_settings_get_backend (ThawSettings *self)
{
  return self->settings;
}
