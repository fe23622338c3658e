/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-reflection.h"

G_BEGIN_DECLS

#define THAW_TYPE_REFLECTION_FORM (thaw_reflection_form_get_type ())
G_DECLARE_FINAL_TYPE (ThawReflectionForm, thaw_reflection_form, THAW, REFLECTION_FORM, GtkBox)

GtkWidget      *thaw_reflection_form_new             (void) G_GNUC_WARN_UNUSED_RESULT;

void            thaw_reflection_form_read            (ThawReflectionForm   *self,
                                                      ThawReflection       *reflection);
void            thaw_reflection_form_show            (ThawReflectionForm   *self,
                                                      const ThawReflection *reflection);

G_END_DECLS
