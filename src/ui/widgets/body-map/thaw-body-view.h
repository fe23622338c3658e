/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-body-figure.h"

G_BEGIN_DECLS

#define THAW_TYPE_BODY_VIEW (thaw_body_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawBodyView, thaw_body_view, THAW, BODY_VIEW, GtkWidget)

GtkWidget *thaw_body_view_new (ThawBodySide side) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *thaw_body_view_get_button (ThawBodyView   *self,
                                      ThawBodyRegion  region);

G_END_DECLS
