/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-toast"

#include "config.h"
#include "thaw-toast.h"

/* The toast of an overlay that only says something. */
#define TOAST_KEY "thaw-toast"

static void
on_dismissed_cb (AdwToastOverlay *overlay,
                 AdwToast        *toast)
{
  if (g_object_get_data (G_OBJECT (overlay), TOAST_KEY) == toast)
    g_object_set_data (G_OBJECT (overlay), TOAST_KEY, NULL);
}

/**
 * thaw_toast_tell:
 * @overlay: where the toast appears
 * @sentence: what there is to say, to the letter
 *
 * Says something that needs no answer. What is being said already is not said again, and
 * what was said before makes way: they never stand in a row, which somebody who copies a
 * number twice would wait for, and which libadwaita 1.2 does not survive if they are sent
 * away quickly.
 */
void
thaw_toast_tell (AdwToastOverlay *overlay,
                 const char      *sentence)
{
  g_autofree char *title = NULL;
  AdwToast *toast, *former;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (sentence != NULL);

  title = g_markup_escape_text (sentence, -1);
  former = g_object_get_data (G_OBJECT (overlay), TOAST_KEY);
  if (former != NULL && g_str_equal (adw_toast_get_title (former), title))
    return;

  toast = adw_toast_new (title);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed_cb), overlay, G_CONNECT_SWAPPED);
  if (former != NULL)
    adw_toast_dismiss (former);
  g_object_set_data (G_OBJECT (overlay), TOAST_KEY, toast);
  adw_toast_overlay_add_toast (overlay, toast);
}
