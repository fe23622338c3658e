/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-clock.h"
#include "thaw-drafts.h"
#include "thaw-journal.h"
#include "thaw-settings.h"

G_BEGIN_DECLS

#define THAW_TYPE_SERVICES (thaw_services_get_type ())
G_DECLARE_FINAL_TYPE (ThawServices, thaw_services, THAW, SERVICES, GObject)

ThawServices *thaw_services_new (const char   *directory,
                                 ThawClock    *clock,
                                 ThawSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

ThawClock    *thaw_services_get_clock    (ThawServices *self);
ThawSettings *thaw_services_get_settings (ThawServices *self);
ThawDatabase *thaw_services_get_database (ThawServices *self);
ThawJournal  *thaw_services_get_journal  (ThawServices *self);
ThawDrafts   *thaw_services_get_drafts   (ThawServices *self);

G_END_DECLS
