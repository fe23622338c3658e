/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PROBLEM_PAGE (thaw_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (ThawProblemPage, thaw_problem_page, THAW, PROBLEM_PAGE, AdwBin)

ThawProblemPage *thaw_problem_page_new (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
