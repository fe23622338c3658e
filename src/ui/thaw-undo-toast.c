/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-undo-toast"

#include "config.h"
#include "thaw-undo-toast.h"

/* Long enough to read and to reach for the button. */
#define TIMEOUT_SECS 10

/* The toast of an overlay that offers something. */
#define TOAST_KEY "thaw-undo-toast"

typedef struct
{
  ThawToastFunc func;
  gpointer user_data;
  GDestroyNotify user_data_free;
} Offer;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  if (offer->user_data_free != NULL)
    offer->user_data_free (offer->user_data);
  g_free (offer);
}

static void
on_dismissed_cb (AdwToastOverlay *overlay,
                 AdwToast        *toast)
{
  if (g_object_get_data (G_OBJECT (overlay), TOAST_KEY) == toast)
    g_object_set_data (G_OBJECT (overlay), TOAST_KEY, NULL);
}

static void
on_button_clicked_cb (AdwToast *toast,
                      Offer    *offer)
{
  offer->func (offer->user_data);
}

/**
 * thaw_undo_toast_show:
 * @overlay: where the toast appears
 * @sentence: what was done, or could not be
 * @button_label: what can be done about it, with a mnemonic
 * @func: does it
 * @user_data: what to pass along
 * @user_data_free: (nullable): called when the toast is gone
 *
 * Says what was done and offers a way back, or another try, for a while. Of two in a
 * row the second one counts, and does not wait for the first.
 */
void
thaw_undo_toast_show (AdwToastOverlay *overlay,
                      const char      *sentence,
                      const char      *button_label,
                      ThawToastFunc    func,
                      gpointer         user_data,
                      GDestroyNotify   user_data_free)
{
  g_autofree char *title = NULL;
  AdwToast *toast, *former;
  Offer *offer;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (sentence != NULL && button_label != NULL && func != NULL);

  offer = g_new0 (Offer, 1);
  offer->func = func;
  offer->user_data = user_data;
  offer->user_data_free = user_data_free;

  /* There may be a name in it, with whatever characters. */
  title = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_timeout (toast, TIMEOUT_SECS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_button_clicked_cb), offer, offer_free, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed_cb), overlay, G_CONNECT_SWAPPED);

  former = g_object_get_data (G_OBJECT (overlay), TOAST_KEY);
  if (former != NULL)
    adw_toast_dismiss (former);
  g_object_set_data (G_OBJECT (overlay), TOAST_KEY, toast);
  adw_toast_overlay_add_toast (overlay, toast);
}
