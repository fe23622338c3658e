/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-cli.h"
#include "thaw-journal-filter.h"

G_BEGIN_DECLS

/**
 * ThawCliOptions:
 * @directory: (owned): the folder of the journal
 * @rest: (owned): what is no option; never %NULL
 *
 * What every command is told.
 */
typedef struct
{
  char *directory;
  GStrv rest;
} ThawCliOptions;

void     thaw_cli_options_clear  (ThawCliOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ThawCliOptions, thaw_cli_options_clear)

gboolean thaw_cli_options_parse  (ThawCliOptions        *self,
                                  const ThawCliCommand  *command,
                                  const GOptionEntry    *entries,
                                  GStrv                 *args,
                                  int                   *out_status);

gboolean thaw_cli_parse_days     (const char        *from,
                                  const char        *to,
                                  ThawJournalFilter *filter);
gboolean thaw_cli_parse_number   (const char *text,
                                  double      lowest,
                                  double      highest,
                                  double     *out_number);
gboolean thaw_cli_check_no_rest  (const ThawCliOptions *self);

G_END_DECLS
