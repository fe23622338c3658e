/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-reminder.h"

G_BEGIN_DECLS

/* How small and how large the text of articles may be. */
#define THAW_SETTINGS_MIN_ZOOM 0.8
#define THAW_SETTINGS_MAX_ZOOM 2.5

/* How many minutes too late a reminder may come, at most. */
#define THAW_SETTINGS_MAX_CATCH_UP (24 * 60)

/* How often the question whether reminders come without a window may be left open. */
#define THAW_SETTINGS_MAX_LEFT_OPEN 2

/* Reminders rest until the person says otherwise. */
#define THAW_SETTINGS_PAUSED_FOR_GOOD G_MAXINT64

/**
 * ThawBackground:
 * @THAW_BACKGROUND_ASK: nobody said so
 * @THAW_BACKGROUND_YES: they come
 * @THAW_BACKGROUND_NO: they do not
 *
 * Whether reminders come while the window is closed.
 */
typedef enum
{
  THAW_BACKGROUND_ASK,
  THAW_BACKGROUND_YES,
  THAW_BACKGROUND_NO,
} ThawBackground;

/**
 * ThawAutostartState:
 * @THAW_AUTOSTART_OFF: Thaw is not started at login
 * @THAW_AUTOSTART_ON: it is
 * @THAW_AUTOSTART_BLOCKED: it would be, but the person or the system said no elsewhere
 *
 * Whether Thaw starts at login.
 */
typedef enum
{
  THAW_AUTOSTART_OFF,
  THAW_AUTOSTART_ON,
  THAW_AUTOSTART_BLOCKED,
} ThawAutostartState;

#define THAW_TYPE_SETTINGS (thaw_settings_get_type ())
G_DECLARE_FINAL_TYPE (ThawSettings, thaw_settings, THAW, SETTINGS, GObject)

ThawSettings *thaw_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

void  thaw_settings_get_window_size (ThawSettings *self,
                                     int          *out_width,
                                     int          *out_height,
                                     gboolean     *out_maximized);
void  thaw_settings_set_window_size (ThawSettings *self,
                                     int           width,
                                     int           height,
                                     gboolean      maximized);

char *thaw_settings_dup_visible_page (ThawSettings *self);
void  thaw_settings_set_visible_page (ThawSettings *self,
                                      const char   *page);

char *thaw_settings_dup_chart_range (ThawSettings *self);
void  thaw_settings_set_chart_range (ThawSettings *self,
                                     const char   *range);

gboolean thaw_settings_get_offers_prompts (ThawSettings *self);
void     thaw_settings_set_offers_prompts (ThawSettings *self,
                                           gboolean      offers_prompts);

gboolean thaw_settings_get_practice_bells        (ThawSettings *self);
void     thaw_settings_set_practice_bells        (ThawSettings *self,
                                                  gboolean      bells);
gboolean thaw_settings_get_practice_phase_sounds (ThawSettings *self);
void     thaw_settings_set_practice_phase_sounds (ThawSettings *self,
                                                  gboolean      phase_sounds);
gboolean thaw_settings_get_practice_show_seconds (ThawSettings *self);
void     thaw_settings_set_practice_show_seconds (ThawSettings *self,
                                                  gboolean      show_seconds);
gboolean thaw_settings_get_practice_speech       (ThawSettings *self);
void     thaw_settings_set_practice_speech       (ThawSettings *self,
                                                  gboolean      speech);
double   thaw_settings_get_practice_volume       (ThawSettings *self);
void     thaw_settings_set_practice_volume       (ThawSettings *self,
                                                  double        volume);

double   thaw_settings_get_article_zoom          (ThawSettings *self);
void     thaw_settings_set_article_zoom          (ThawSettings *self,
                                                  double        zoom);

ThawDay thaw_settings_get_full_check_day (ThawSettings *self);
void    thaw_settings_set_full_check_day (ThawSettings *self,
                                          ThawDay       day);

gboolean      thaw_settings_get_offer_reflection       (ThawSettings *self,
                                                        gboolean      is_known);
void          thaw_settings_set_offer_reflection       (ThawSettings *self,
                                                        gboolean      is_wanted);
gboolean      thaw_settings_get_offers_practice        (ThawSettings *self);
ThawDay       thaw_settings_get_practice_put_off_day   (ThawSettings *self);
void          thaw_settings_set_practice_put_off_day   (ThawSettings *self,
                                                        ThawDay       day);
ThawDay       thaw_settings_get_people_put_off_day (ThawSettings *self);
void          thaw_settings_set_people_put_off_day (ThawSettings *self,
                                                    ThawDay       day);

ThawDay       thaw_settings_get_reflection_put_off_day (ThawSettings *self);
void          thaw_settings_set_reflection_put_off_day (ThawSettings *self,
                                                        ThawDay       day);

const char *thaw_settings_get_help_country (ThawSettings *self);
void        thaw_settings_set_help_country (ThawSettings *self,
                                            const char   *code);

gboolean thaw_settings_get_first_start_shown (ThawSettings *self);
void     thaw_settings_set_first_start_shown (ThawSettings *self,
                                              gboolean      is_shown);

ThawQuietHours thaw_settings_get_quiet_hours  (ThawSettings   *self);
gboolean       thaw_settings_get_quiet_choice (ThawSettings   *self,
                                               ThawQuietHours *out_quiet);
void           thaw_settings_set_quiet_choice (ThawSettings   *self,
                                               gboolean        is_on,
                                               ThawQuietHours  quiet);
gint64         thaw_settings_get_reminders_paused_until (ThawSettings *self);
void           thaw_settings_set_reminders_paused_until (ThawSettings *self,
                                                         gint64        utc_ms);
int            thaw_settings_get_reminder_catch_up (ThawSettings *self);
void           thaw_settings_set_reminder_catch_up (ThawSettings *self,
                                                    int           minutes);
gboolean       thaw_settings_get_reminder_details  (ThawSettings *self);
void           thaw_settings_set_reminder_details  (ThawSettings *self,
                                                    gboolean      shows_details);
ThawBackground thaw_settings_get_background        (ThawSettings   *self);
void           thaw_settings_set_background        (ThawSettings   *self,
                                                    ThawBackground  background);
void           thaw_settings_leave_background_open (ThawSettings   *self);

ThawAutostartState thaw_settings_get_autostart_answer (ThawSettings       *self);
void               thaw_settings_set_autostart_answer (ThawSettings       *self,
                                                       ThawAutostartState  answer);

G_END_DECLS
