/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_SUPPORT_PAGE (thaw_support_page_get_type ())
G_DECLARE_FINAL_TYPE (ThawSupportPage, thaw_support_page, THAW, SUPPORT_PAGE, AdwBin)

GtkWidget *thaw_support_page_new (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
