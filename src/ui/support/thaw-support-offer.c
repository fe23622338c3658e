/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-support-offer"

#include "config.h"
#include "support/thaw-support-offer.h"

#include "thaw-focus.h"
#include "widgets/thaw-wrap-layout.h"

/**
 * ThawSupportOffer:
 *
 * Offers somebody to talk to. It takes no focus, covers nothing, and can be left where it
 * is: it says the same to everybody, and nothing of what was answered. “Not now” hides it.
 */
struct _ThawSupportOffer
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawSupportOffer, thaw_support_offer, ADW_TYPE_BIN)

static void
put_off_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  thaw_focus_leave (widget);
  gtk_widget_set_visible (widget, FALSE);
}

static void
thaw_support_offer_dispose (GObject *object)
{
  /* AdwBin takes its child out itself and must not find it gone. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_SUPPORT_OFFER);

  G_OBJECT_CLASS (thaw_support_offer_parent_class)->dispose (object);
}

static void
thaw_support_offer_class_init (ThawSupportOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_support_offer_dispose;

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-support-offer.ui");
  gtk_widget_class_install_action (widget_class, "support-offer.put-off", NULL, put_off_action);
}

static void
thaw_support_offer_init (ThawSupportOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_support_offer_show_in:
 * @bin: where the offer is made; invisible while there is none
 * @is_wanted: whether there is one now
 *
 * Makes an offer, or takes it back.
 */
void
thaw_support_offer_show_in (AdwBin   *bin,
                            gboolean  is_wanted)
{
  GtkWidget *offer;

  g_return_if_fail (ADW_IS_BIN (bin));

  offer = adw_bin_get_child (bin);
  if (offer == NULL && !is_wanted)
    return;

  if (offer == NULL)
    {
      offer = g_object_new (THAW_TYPE_SUPPORT_OFFER, NULL);
      adw_bin_set_child (bin, offer);
      g_object_bind_property (offer, "visible", bin, "visible", G_BINDING_SYNC_CREATE);
    }

  if (!is_wanted)
    thaw_focus_leave (offer);
  gtk_widget_set_visible (offer, is_wanted);
}
