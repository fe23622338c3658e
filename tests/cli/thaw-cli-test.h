/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-test.h"

G_BEGIN_DECLS

/**
 * ThawCliTest:
 * @folder: (owned): a folder of the test's own
 * @directory: (owned): where the journal is, or will be
 * @launcher: (owned): starts thaw-cli
 * @status: what the shell was told
 * @out: (owned): what came out on standard output
 * @err: (owned): what came out on standard error
 *
 * Runs the real thaw-cli on a journal of its own.
 */
typedef struct
{
  char *folder;
  char *directory;
  GSubprocessLauncher *launcher;
  int status;
  char *out;
  char *err;
} ThawCliTest;

void thaw_cli_test_set_up    (ThawCliTest   *self,
                              gconstpointer  data);
void thaw_cli_test_tear_down (ThawCliTest   *self,
                              gconstpointer  data);

void thaw_cli_test_run       (ThawCliTest *self,
                              ...) G_GNUC_NULL_TERMINATED;
void thaw_cli_test_run_with  (ThawCliTest *self,
                              GBytes      *input,
                              ...) G_GNUC_NULL_TERMINATED;
void thaw_cli_test_assert    (ThawCliTest *self,
                              int          status);
char *thaw_cli_test_write    (ThawCliTest *self,
                              const char  *name,
                              const char  *contents,
                              gssize       size);

G_END_DECLS
