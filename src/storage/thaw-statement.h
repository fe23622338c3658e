/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-connection.h"

G_BEGIN_DECLS

typedef struct _ThawStatement ThawStatement;

ThawStatement *thaw_statement_new  (ThawConnection  *connection,
                                    const char      *sql,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void           thaw_statement_free (ThawStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawStatement, thaw_statement_free)

void thaw_statement_bind_int64  (ThawStatement *self,
                                 int            index,
                                 gint64         value);
void thaw_statement_bind_double (ThawStatement *self,
                                 int            index,
                                 double         value);
void thaw_statement_bind_text   (ThawStatement *self,
                                 int            index,
                                 const char    *text);
void thaw_statement_bind_copy   (ThawStatement *self,
                                 int            index,
                                 const char    *text);
void thaw_statement_bind_bytes  (ThawStatement *self,
                                 int            index,
                                 GBytes        *bytes);

gboolean thaw_statement_next  (ThawStatement  *self,
                               GError        **error);
gboolean thaw_statement_run   (ThawStatement  *self,
                               GError        **error);
void     thaw_statement_reset (ThawStatement *self);

gboolean    thaw_statement_is_null     (ThawStatement *self,
                                        int            column);
gint64      thaw_statement_get_int64   (ThawStatement *self,
                                        int            column);
double      thaw_statement_get_double  (ThawStatement *self,
                                        int            column);
const char *thaw_statement_get_text    (ThawStatement *self,
                                        int            column);
char       *thaw_statement_dup_text    (ThawStatement *self,
                                        int            column);
GBytes     *thaw_statement_dup_bytes   (ThawStatement *self,
                                        int            column);

G_END_DECLS
