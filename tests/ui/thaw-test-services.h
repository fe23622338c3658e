/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-services.h"
#include "thaw-test.h"

G_BEGIN_DECLS

/**
 * ThawTestServices:
 * @directory: an empty folder of the test's own
 * @clock: stopped at 2026-03-29 09:15 in Berlin
 * @services: with an open journal in @directory
 * @journal: (unowned): of @services
 *
 * All that a page needs, on a real journal on the disk.
 */
typedef struct
{
  char         *directory;
  ThawClock    *clock;
  ThawServices *services;
  ThawJournal  *journal;
} ThawTestServices;

void  thaw_test_services_set_up    (ThawTestServices *self);
void  thaw_test_services_tear_down (ThawTestServices *self);

char *thaw_test_services_add       (ThawTestServices *self,
                                    const char       *iso,
                                    const char       *title,
                                    const char       *text);
void  thaw_test_services_add_many  (ThawTestServices *self,
                                    guint             n_entries,
                                    guint             n_per_day);

G_END_DECLS
