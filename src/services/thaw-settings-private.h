/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-settings.h"

G_BEGIN_DECLS

GSettings *thaw_settings_get_backend (ThawSettings *self);

G_END_DECLS
