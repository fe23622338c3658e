/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-store.h"

G_BEGIN_DECLS

/* How long to wait for word of a notification before what came is written down all the same. */
#define THAW_REMINDER_PATIENCE_MS 60000

/**
 * ThawReminderItem:
 * @rule: (not nullable): when it comes, and what it says
 * @state: what came of it, as of now
 * @given: the same, as it is on the disk or will be soon; zeros if that failed
 * @came_ms: when it came last in this process, in milliseconds of Unix time, or 0
 * @n_sends: how often it was sent without having been heard of
 * @is_from_before: what came of it was read from the disk, and nothing was due since then
 *
 * A reminder, and what came of it.
 */
typedef struct
{
  ThawReminder      *rule;
  ThawReminderState  state;
  ThawReminderState  given;
  gint64             came_ms;
  guint              n_sends;
  gboolean           is_from_before;
} ThawReminderItem;

#define THAW_TYPE_REMINDER_BOOK (thaw_reminder_book_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderBook, thaw_reminder_book, THAW, REMINDER_BOOK, GObject)

ThawReminderBook *thaw_reminder_book_new          (ThawReminderStore             *store) G_GNUC_WARN_UNUSED_RESULT;

gboolean          thaw_reminder_book_load         (ThawReminderBook              *self,
                                                   const ThawReminderConditions  *conditions,
                                                   GPtrArray                     *over,
                                                   GError                       **error);
void              thaw_reminder_book_clear        (ThawReminderBook              *self);

guint             thaw_reminder_book_get_n_items  (ThawReminderBook              *self);
ThawReminderItem *thaw_reminder_book_get_item     (ThawReminderBook              *self,
                                                   guint                          index);
ThawReminderItem *thaw_reminder_book_find         (ThawReminderBook              *self,
                                                   const char                    *uuid);

void              thaw_reminder_book_refresh_done (ThawReminderBook              *self,
                                                   const ThawReminderConditions  *conditions);
gboolean          thaw_reminder_item_set_state    (ThawReminderItem              *item,
                                                   const ThawReminderState       *state);
gint64            thaw_reminder_item_get_waits_until (const ThawReminderItem     *item,
                                                      gint64                      now_ms);
void              thaw_reminder_book_save         (ThawReminderBook              *self,
                                                   gint64                         now_ms);

G_END_DECLS
