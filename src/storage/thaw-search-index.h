/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-connection.h"

G_BEGIN_DECLS

/**
 * ThawSearchIndexMerge:
 * @THAW_SEARCH_INDEX_MERGE_USUAL: parts of one size, once there are several of them; goes on with what was begun
 * @THAW_SEARCH_INDEX_MERGE_ALL: begins to make one part of all
 *
 * What to merge.
 */
typedef enum
{
  THAW_SEARCH_INDEX_MERGE_USUAL,
  THAW_SEARCH_INDEX_MERGE_ALL,
} ThawSearchIndexMerge;

gboolean thaw_search_index_is_bulk (gint64                 n_changed,
                                    gint64                 n_present);
gboolean thaw_search_index_prepare (ThawConnection        *connection,
                                    GError               **error);
gboolean thaw_search_index_merge   (ThawConnection        *connection,
                                    ThawSearchIndexMerge   which,
                                    int                    n_pages,
                                    gboolean              *out_is_merged,
                                    GError               **error);
gboolean thaw_search_index_rebuild (ThawConnection        *connection,
                                    GError               **error);

G_END_DECLS
