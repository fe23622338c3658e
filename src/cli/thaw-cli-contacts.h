/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vcard/thaw-vcard-batch.h"

G_BEGIN_DECLS

ThawImportBatch *thaw_cli_contacts_make_import (const char            *directory,
                                                const ThawVcardBatch  *contacts,
                                                guint                 *out_n_there,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_cli_contacts_print       (const ThawVcardBatch  *contacts,
                                                guint                  n_there);

G_END_DECLS
