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

/* It stands at the top, above what has the focus, which does not bring all of it into view. */
static void
scroll_to_top (AdwBin *bin)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (bin), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}

static void
offer (AdwBin *bin)
{
  GtkWidget *self = adw_bin_get_child (bin);

  if (self == NULL)
    {
      self = g_object_new (THAW_TYPE_SUPPORT_OFFER, NULL);
      adw_bin_set_child (bin, self);
      g_object_bind_property (self, "visible", bin, "visible", G_BINDING_SYNC_CREATE);
    }

  gtk_widget_set_visible (self, TRUE);
  scroll_to_top (bin);
}

/**
 * thaw_support_offer_update:
 * @bin: where the offer appears, at the top of what scrolls; empty until there is one, as
 *   most pages never need it
 * @entry: what was just saved
 *
 * Offers somebody to talk to after the lowest answers, and withdraws the offer after
 * others. It depends on the two answers alone.
 */
void
thaw_support_offer_update (AdwBin    *bin,
                           ThawEntry *entry)
{
  g_return_if_fail (ADW_IS_BIN (bin));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  if (thaw_mood_is_lowest (thaw_entry_get_feeling (entry), thaw_entry_get_valence (entry)))
    offer (bin);
  else
    thaw_support_offer_withdraw (bin);
}

/**
 * thaw_support_offer_withdraw:
 * @bin: where the offer appears
 *
 * Takes the offer back, if there is one.
 */
void
thaw_support_offer_withdraw (AdwBin *bin)
{
  GtkWidget *self;

  g_return_if_fail (ADW_IS_BIN (bin));

  self = adw_bin_get_child (bin);
  if (self == NULL)
    return;

  thaw_focus_leave (self);
  gtk_widget_set_visible (self, FALSE);
}
