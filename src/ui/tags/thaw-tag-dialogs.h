/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-tag-store.h"

/* The questions before a tag is changed. */

G_BEGIN_DECLS

/**
 * ThawTagAnswerFunc:
 * @answer: the new name, or the UUID of a tag
 * @user_data: what was passed along
 *
 * Is called if the person goes on, not if they go back.
 */
typedef void (*ThawTagAnswerFunc) (const char *answer,
                                   gpointer    user_data);

const ThawTagUse *thaw_tag_uses_find        (GPtrArray   *uses,
                                             ThawTagKind  kind,
                                             const char  *name);

void              thaw_tag_dialogs_rename   (GtkWindow         *parent,
                                             GPtrArray         *uses,
                                             const ThawTagUse  *use,
                                             ThawTagAnswerFunc  func,
                                             gpointer           user_data,
                                             GDestroyNotify     user_data_free);
void              thaw_tag_dialogs_merge    (GtkWindow         *parent,
                                             GPtrArray         *uses,
                                             const ThawTagUse  *use,
                                             ThawTagAnswerFunc  func,
                                             gpointer           user_data,
                                             GDestroyNotify     user_data_free);
void              thaw_tag_dialogs_ask_kind (GtkWindow         *parent,
                                             const ThawTagUse  *use,
                                             ThawTagKind        kind,
                                             ThawTagAnswerFunc  func,
                                             gpointer           user_data,
                                             GDestroyNotify     user_data_free);

G_END_DECLS
