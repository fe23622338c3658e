/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-error.h"
#include "thaw-practice.h"

G_BEGIN_DECLS

/**
 * ThawTestBroken:
 * @name: what is wrong with it
 * @file: a file of content
 * @line: where
 * @what: a part of what the error has to say
 * @is_malformed: whether it is no XML at all
 */
typedef struct
{
  const char *name;
  const char *file;
  int         line;
  const char *what;
  gboolean    is_malformed;
} ThawTestBroken;

/* Returns: (transfer full) (nullable) (type GObject.Object): what was read */
typedef gpointer (*ThawTestRead) (GBytes      *bytes,
                                  const char  *file,
                                  GError     **error);

void thaw_test_assert_broken (ThawTestRead          read,
                              const ThawTestBroken *broken,
                              guint                 n_broken);

void thaw_test_assert_lengths (const ThawPractice *practice);

G_END_DECLS
