/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-session.h"

G_BEGIN_DECLS

void thaw_markdown_append_session (GString           *out,
                                   const ThawSession *session);

G_END_DECLS
