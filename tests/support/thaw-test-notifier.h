/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminders/thaw-notifier.h"

G_BEGIN_DECLS

/**
 * ThawTestNotifierManner:
 * @THAW_TEST_NOTIFIER_TAKES: takes notifications
 * @THAW_TEST_NOTIFIER_IS_MISSING: there is nobody who does
 * @THAW_TEST_NOTIFIER_IS_SILENT: takes them, and says so when it is asked to, or never
 *
 * What becomes of a notification.
 */
typedef enum
{
  THAW_TEST_NOTIFIER_TAKES,
  THAW_TEST_NOTIFIER_IS_MISSING,
  THAW_TEST_NOTIFIER_IS_SILENT,
} ThawTestNotifierManner;

#define THAW_TYPE_TEST_NOTIFIER (thaw_test_notifier_get_type ())
G_DECLARE_FINAL_TYPE (ThawTestNotifier, thaw_test_notifier, THAW, TEST_NOTIFIER, GObject)

ThawTestNotifier *thaw_test_notifier_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_test_notifier_set_manner (ThawTestNotifier       *self,
                                                 ThawTestNotifierManner  manner);
void              thaw_test_notifier_speak      (ThawTestNotifier       *self);
gboolean          thaw_test_notifier_has        (ThawTestNotifier       *self,
                                                 const char             *id);
guint             thaw_test_notifier_get_n_sent (ThawTestNotifier       *self);
char             *thaw_test_notifier_take_log   (ThawTestNotifier       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
