/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_CARDS (thaw_reminder_cards_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderCards, thaw_reminder_cards, THAW, REMINDER_CARDS, GtkBox)

void thaw_reminder_cards_set_services (ThawReminderCards *self,
                                       ThawServices      *services);
void thaw_reminder_cards_update_soon  (ThawReminderCards *self);

G_END_DECLS
