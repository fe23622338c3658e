/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       thaw_test_ui_init    (int    *argc,
                                 char ***argv);

GtkWindow *thaw_test_ui_present (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;
GtkWindow *thaw_test_ui_present_sized (GtkWidget *child,
                                       int        width,
                                       int        height) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_test_ui_close   (GtkWindow *window);

gboolean   thaw_test_ui_press   (GtkWidget       *widget,
                                 guint            keyval,
                                 GdkModifierType  modifiers);
gboolean   thaw_test_ui_tab     (GtkWindow        *window,
                                 GtkDirectionType  direction);
GtkWidget *thaw_test_ui_find    (GtkWidget  *widget,
                                 GType       type,
                                 const char *text);

void       thaw_test_ui_assert_heading (GtkWidget  *root,
                                        const char *text);

GtkWidget *thaw_test_ui_find_class (GtkWidget  *root,
                                    GType       type,
                                    const char *css_class);

void       thaw_test_ui_flush        (GtkWidget  *widget);
void       thaw_test_ui_save_picture (GtkWidget  *widget,
                                      const char *name);

void       thaw_test_ui_count_cb (int *count);

G_END_DECLS
