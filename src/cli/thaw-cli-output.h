/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content.h"
#include "thaw-entry-summary.h"
#include "thaw-session.h"

G_BEGIN_DECLS

void     thaw_cli_print         (const char *format,
                                 ...) G_GNUC_PRINTF (1, 2);
void     thaw_cli_print_summary (ThawEntrySummary  *summary,
                                 const ThawContent *content);
void     thaw_cli_print_session (const ThawSession *session);
void     thaw_cli_complain      (const char *format,
                                 ...) G_GNUC_PRINTF (1, 2);
int      thaw_cli_fail          (const GError *error);
gboolean thaw_cli_end_output    (void);

G_END_DECLS
