/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-offer"

#include "config.h"
#include "reflection/thaw-reflection-offer.h"

#include "reflection/thaw-reflection-window.h"
#include "thaw-focus.h"
#include "widgets/thaw-wrap-layout.h"

/**
 * ThawReflectionOffer:
 *
 * Suggests a look at numbness, to who wants that, and at most every two weeks.
 * Invisible otherwise. "Not now" is as good as having made one: it is quiet then
 * for as long.
 */
struct _ThawReflectionOffer
{
  AdwBin parent_instance;

  ThawServices *services; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawReflectionOffer, thaw_reflection_offer, ADW_TYPE_BIN)

static ThawDay
get_today (ThawReflectionOffer *self)
{
  return thaw_clock_get_today (thaw_services_get_clock (self->services));
}

static void
take_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  thaw_reflection_window_open (widget, THAW_REFLECTION_OFFER (widget)->services, NULL);
}

static void
put_off_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawReflectionOffer *self = THAW_REFLECTION_OFFER (widget);

  thaw_settings_set_reflection_put_off_day (thaw_services_get_settings (self->services), get_today (self));
  thaw_focus_leave (widget);
  thaw_reflection_offer_update (self);
}

static void
thaw_reflection_offer_dispose (GObject *object)
{
  ThawReflectionOffer *self = THAW_REFLECTION_OFFER (object);

  /* AdwBin takes its child out itself and must not find it gone. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_REFLECTION_OFFER);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_reflection_offer_parent_class)->dispose (object);
}

static void
thaw_reflection_offer_class_init (ThawReflectionOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reflection_offer_dispose;

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reflection/thaw-reflection-offer.ui");
  gtk_widget_class_install_action (widget_class, "reflection-offer.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "reflection-offer.put-off", NULL, put_off_action);
}

static void
thaw_reflection_offer_init (ThawReflectionOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_reflection_offer_set_services:
 * @services: what knows when one was made
 *
 * To be called once.
 */
void
thaw_reflection_offer_set_services (ThawReflectionOffer *self,
                                    ThawServices        *services)
{
  g_return_if_fail (THAW_IS_REFLECTION_OFFER (self));
  g_return_if_fail (THAW_IS_SERVICES (services) && self->services == NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_reflections (services), "changed",
                           G_CALLBACK (thaw_reflection_offer_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_clock (services), "day-changed",
                           G_CALLBACK (thaw_reflection_offer_update), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_reflection_offer_update:
 *
 * Shows itself if it is time to suggest a reflection, and hides itself otherwise.
 */
void
thaw_reflection_offer_update (ThawReflectionOffer *self)
{
  g_autoptr (GPtrArray) reflections = NULL;
  ThawSettings *settings;
  ThawDay last;

  g_return_if_fail (THAW_IS_REFLECTION_OFFER (self));
  g_return_if_fail (self->services != NULL);

  settings = thaw_services_get_settings (self->services);
  /* What cannot be read is told elsewhere, and nothing is suggested then. */
  reflections = thaw_reflection_store_list (thaw_services_get_reflections (self->services), NULL);
  if (reflections == NULL || !thaw_settings_get_offer_reflection (settings, reflections->len > 0))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  last = thaw_settings_get_reflection_put_off_day (settings);
  if (reflections->len > 0)
    last = MAX (last, ((ThawReflection *) g_ptr_array_index (reflections, reflections->len - 1))->moment.day);
  gtk_widget_set_visible (GTK_WIDGET (self), thaw_reflection_is_due (last, get_today (self)));
}
