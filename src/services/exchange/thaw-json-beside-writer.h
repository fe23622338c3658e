/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-import-batch.h"

G_BEGIN_DECLS

void thaw_json_append_beside (GString               *out,
                              const ThawImportBatch *beside);

G_END_DECLS
