/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-about"

#include "config.h"
#include "thaw-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * thaw_about_present:
 * @parent: the window to stand above
 *
 * Shows what Thaw is, and what it is not.
 */
void
thaw_about_present (GtkWindow *parent)
{
  adw_show_about_window (
      parent,
      "application-name", "Thaw",
      "application-icon", APP_ID,
      "version", THAW_VERSION,
      "developer-name", _("The Thaw Authors"),
      "license-type", GTK_LICENSE_GPL_3_0,
      "website", "https://github.com/thawapp/thaw",
      "issue-url", "https://github.com/thawapp/thaw/issues",
      "comments",
      _("Notice and name what you feel, write about it, and see it change. Everything you write stays on this "
        "computer.\n\nThaw is for education, not medical advice. It does not diagnose or treat anything and does not "
        "replace a doctor or a therapist."),
      /* Translators: put your names here, one a line; they are shown in the About window */
      "translator-credits", _("translator-credits"),
      NULL);
}
