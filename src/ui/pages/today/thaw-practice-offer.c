/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-offer"

#include "config.h"
#include "pages/today/thaw-practice-offer.h"

#include <math.h>

#include "thaw-focus.h"
#include "thaw-practice-suggestion.h"
#include "widgets/thaw-wrap-layout.h"

#define MS_PER_MINUTE 60000

/**
 * ThawPracticeOffer:
 *
 * Suggests something to do, and says why. Invisible when there is nothing to
 * suggest, when it was put off today, and to who does not want it.
 */
struct _ThawPracticeOffer
{
  AdwBin parent_instance;

  GtkLabel *name_label;
  GtkLabel *reason_label;
  GtkActionable *take_button;

  ThawServices *services;    /* (owned) (nullable): NULL once it is gone */
  GCancellable *cancellable; /* (owned) (nullable): of the counting that is under way */
};

G_DEFINE_FINAL_TYPE (ThawPracticeOffer, thaw_practice_offer, ADW_TYPE_BIN)

static ThawDay
get_today (ThawPracticeOffer *self)
{
  return thaw_clock_get_today (thaw_services_get_clock (self->services));
}

static void
cancel (ThawPracticeOffer *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The focus must not be left on what is gone. */
static void
hide (ThawPracticeOffer *self)
{
  thaw_focus_leave (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
put_off_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawPracticeOffer *self = THAW_PRACTICE_OFFER (widget);

  thaw_settings_set_practice_put_off_day (thaw_services_get_settings (self->services), get_today (self));
  cancel (self);
  hide (self);
}

/* What was answered last today, each answer for itself. */
static ThawMoodLevel
get_level (ThawPracticeOffer *self)
{
  g_autoptr (GPtrArray) entries = thaw_journal_list_day (thaw_services_get_journal (self->services), get_today (self),
                                                         NULL);
  ThawMoodLevel level = THAW_MOOD_LEVEL_UNKNOWN;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      ThawEntrySummary *entry = g_ptr_array_index (entries, i);

      if (level.feeling == THAW_FEELING_UNKNOWN)
        level.feeling = thaw_entry_summary_get_feeling (entry);
      if (isnan (level.valence))
        level.valence = thaw_entry_summary_get_valence (entry);
    }

  return level;
}

/* What cannot be read right now is left out: there may be less to suggest then. */
static ThawPracticeSuggestion *
suggest (ThawPracticeOffer *self,
         GPtrArray         *tallies)
{
  ThawActivityStore *activities = thaw_services_get_activities (self->services);
  ThawMoment now = thaw_clock_get_moment (thaw_services_get_clock (self->services));
  g_autoptr (GPtrArray) own_patterns = thaw_pattern_store_list (thaw_services_get_patterns (self->services), NULL);
  g_autoptr (GPtrArray) own_activities = thaw_activity_store_list (activities, NULL);
  g_autoptr (GPtrArray) favourites = thaw_activity_store_list_favourites (activities, NULL);
  ThawPracticeSituation situation = {
    .catalog = thaw_services_get_practice_catalog (self->services),
    .own_patterns = own_patterns,
    .own_activities = own_activities,
    .favourites = favourites,
    .tallies = tallies,
    .level = get_level (self),
    .day = now.day,
    .minute = thaw_moment_get_ms_of_day (&now) / MS_PER_MINUTE,
  };

  return thaw_practice_suggestion_new (&situation);
}

static void
on_tallied_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ThawPracticeOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tallies = thaw_session_store_tally_finish (THAW_SESSION_STORE (source), result, &error);
  g_autoptr (ThawPracticeSuggestion) suggestion = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->services == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (tallies == NULL)
    g_info ("Sessions not counted: %s", error->message);
  else
    suggestion = suggest (self, tallies);

  if (suggestion == NULL)
    {
      hide (self);
      return;
    }

  gtk_label_set_label (self->name_label, suggestion->name);
  gtk_label_set_label (self->reason_label, suggestion->sentence);
  gtk_actionable_set_action_target (self->take_button, "s", suggestion->activity);
  gtk_actionable_set_action_name (self->take_button, "win.practice");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
thaw_practice_offer_dispose (GObject *object)
{
  ThawPracticeOffer *self = THAW_PRACTICE_OFFER (object);

  cancel (self);
  /* AdwBin takes its child out itself and must not find it gone. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PRACTICE_OFFER);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_practice_offer_parent_class)->dispose (object);
}

static void
thaw_practice_offer_class_init (ThawPracticeOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_practice_offer_dispose;

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/today/thaw-practice-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeOffer, name_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeOffer, reason_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticeOffer, take_button);
  gtk_widget_class_install_action (widget_class, "practice-offer.put-off", NULL, put_off_action);
}

static void
thaw_practice_offer_init (ThawPracticeOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_practice_offer_new:
 * @services: what a suggestion depends on
 *
 * Returns: (transfer floating): an offer, invisible until thaw_practice_offer_update()
 *   finds something to suggest
 */
GtkWidget *
thaw_practice_offer_new (ThawServices *services)
{
  ThawPracticeOffer *self = g_object_new (THAW_TYPE_PRACTICE_OFFER, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));

  self->services = g_object_ref (services);

  return GTK_WIDGET (self);
}

/**
 * thaw_practice_offer_update:
 *
 * Looks for something to suggest now, and shows or hides itself a moment later.
 */
void
thaw_practice_offer_update (ThawPracticeOffer *self)
{
  ThawSettings *settings;

  g_return_if_fail (THAW_IS_PRACTICE_OFFER (self));

  settings = thaw_services_get_settings (self->services);
  cancel (self);
  if (!thaw_settings_get_offers_practice (settings) ||
      thaw_settings_get_practice_put_off_day (settings) == get_today (self))
    {
      hide (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  thaw_session_store_tally_async (thaw_services_get_sessions (self->services), self->cancellable, on_tallied_cb,
                                  g_object_ref (self));
}
