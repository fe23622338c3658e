/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_CARD (thaw_reminder_card_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderCard, thaw_reminder_card, THAW, REMINDER_CARD, GtkBox)

GtkWidget *thaw_reminder_card_new        (const char       *sentence,
                                          const char       *detail) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_reminder_card_add_button (ThawReminderCard *self,
                                          const char       *label,
                                          const char       *action,
                                          const char       *target);

G_END_DECLS
