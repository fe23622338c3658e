/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The response of who takes the way on. */
#define THAW_PRINT_PROBLEM_GO_ON "go-on"

GtkWidget *thaw_print_problem_new (GtkWindow    *parent,
                                   const char   *heading,
                                   const GError *error,
                                   const char   *way_on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
