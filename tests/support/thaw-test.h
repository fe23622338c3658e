/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-clock.h"

G_BEGIN_DECLS

char         *thaw_test_make_dir    (void) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_test_remove_dir  (char *directory);

typedef char ThawTestDir;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawTestDir, thaw_test_remove_dir)

ThawClock    *thaw_test_make_clock  (const char *iso) G_GNUC_WARN_UNUSED_RESULT;

void          thaw_test_store_result_cb (GObject      *source,
                                         GAsyncResult *result,
                                         gpointer      user_data);
GAsyncResult *thaw_test_await           (GAsyncResult **result) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_test_spin            (guint milliseconds);

G_END_DECLS
