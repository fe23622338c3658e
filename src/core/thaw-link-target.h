/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawLinkKind:
 * @THAW_LINK_ARTICLE: an article of the library
 * @THAW_LINK_PRACTICE: a way of breathing, a guided practice, or something to do
 * @THAW_LINK_WORD: a word for an emotion
 * @THAW_LINK_HELP: the lines to call
 * @THAW_LINK_PAGE: a part of the program
 * @THAW_LINK_CHECK_IN: the check-in
 * @THAW_LINK_ENTRY: a new entry
 * @THAW_LINK_PERSON: somebody in the person's life
 *
 * Where a link leads.
 */
typedef enum
{
  THAW_LINK_ARTICLE,
  THAW_LINK_PRACTICE,
  THAW_LINK_WORD,
  THAW_LINK_HELP,
  THAW_LINK_PAGE,
  THAW_LINK_CHECK_IN,
  THAW_LINK_ENTRY,
  THAW_LINK_PERSON,
} ThawLinkKind;

gboolean thaw_link_target_parse (const char    *target,
                                 ThawLinkKind  *out_kind,
                                 const char   **out_name);
const char *thaw_link_page_get_title (const char *page);

G_END_DECLS
