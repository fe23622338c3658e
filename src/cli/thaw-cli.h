/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a shell is told. */
#define THAW_CLI_OK 0
#define THAW_CLI_FAILED 1
#define THAW_CLI_WRONG_USAGE 2

/**
 * ThawCliCommand:
 * @name: what a person types
 * @arguments: (nullable): what follows the options, as help shows it
 * @summary: what it does, in a line, to be translated
 * @run: does it; @args is without the command's name. Returns what the shell is told
 *
 * A command of thaw-cli.
 */
typedef struct _ThawCliCommand ThawCliCommand;
struct _ThawCliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (const ThawCliCommand *command,
              GStrv                *args);
};

int thaw_cli_run (int    argc,
                  char **argv);

/* One command a file. */
int thaw_cli_run_add     (const ThawCliCommand *command,
                          GStrv                *args);
int thaw_cli_run_add_session (const ThawCliCommand *command,
                              GStrv                *args);
int thaw_cli_run_list    (const ThawCliCommand *command,
                          GStrv                *args);
int thaw_cli_run_list_activities (const ThawCliCommand *command,
                                  GStrv                *args);
int thaw_cli_run_list_people     (const ThawCliCommand *command,
                                  GStrv                *args);
int thaw_cli_run_list_reminders  (const ThawCliCommand *command,
                                  GStrv                *args);
int thaw_cli_run_list_sessions   (const ThawCliCommand *command,
                                  GStrv                *args);
int thaw_cli_run_search  (const ThawCliCommand *command,
                          GStrv                *args);
int thaw_cli_run_export  (const ThawCliCommand *command,
                          GStrv                *args);
int thaw_cli_run_import  (const ThawCliCommand *command,
                          GStrv                *args);
int thaw_cli_run_summary (const ThawCliCommand *command,
                          GStrv                *args);
int thaw_cli_run_verify  (const ThawCliCommand *command,
                          GStrv                *args);
int thaw_cli_run_backup  (const ThawCliCommand *command,
                          GStrv                *args);
int thaw_cli_run_demo    (const ThawCliCommand *command,
                          GStrv                *args);

G_END_DECLS
