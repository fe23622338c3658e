/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *thaw_heading_new        (const char          *text,
                                    int                  level,
                                    const char          *css_class) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_heading_mark_title (AdwPreferencesGroup *group,
                                    int                  level);

G_END_DECLS
