/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-check"

#include "config.h"
#include "thaw-journal-private.h"

#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

static gboolean
set_invalid (GError     **error,
             const char  *message)
{
  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID, message);

  return FALSE;
}

/**
 * thaw_journal_check_entry:
 * @entry: an entry
 * @error: return location for %THAW_STORAGE_ERROR_INVALID
 *
 * Returns: whether the entry can be stored
 */
gboolean
thaw_journal_check_entry (ThawEntry  *entry,
                          GError    **error)
{
  GPtrArray *emotions = thaw_entry_get_emotions (entry);
  GPtrArray *tags = thaw_entry_get_tags (entry);
  GPtrArray *copings = thaw_entry_get_copings (entry);

  if (!g_utf8_validate (thaw_entry_get_title (entry), -1, NULL) ||
      !g_utf8_validate (thaw_entry_get_text (entry), -1, NULL) ||
      !g_utf8_validate (thaw_entry_get_prompt (entry), -1, NULL))
    return set_invalid (error, _("The text is not valid UTF-8"));

  if (thaw_entry_is_empty (entry))
    return set_invalid (error, _("The entry is empty"));

  if (!thaw_moment_is_valid (thaw_entry_get_moment (entry)))
    return set_invalid (error, _("The entry has no valid moment"));

  if (thaw_entry_get_uuid (entry) != NULL && !thaw_uuid_is_valid (thaw_entry_get_uuid (entry)))
    return set_invalid (error, _("The entry has no valid UUID"));

  for (guint i = 0; i < emotions->len; i++)
    {
      if (!thaw_emotion_slug_is_valid (((ThawEmotionMark *) g_ptr_array_index (emotions, i))->slug))
        return set_invalid (error, _("An emotion has no valid name"));
    }

  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *name = thaw_tag_name_normalize (((ThawTagMark *) g_ptr_array_index (tags, i))->name);

      if (name == NULL)
        return set_invalid (error, _("A tag has no valid name"));
    }

  for (guint i = 0; i < copings->len; i++)
    {
      g_autofree char *name = thaw_tag_name_normalize (((ThawCopingMark *) g_ptr_array_index (copings, i))->slug);

      if (name == NULL)
        return set_invalid (error, _("Something that was done has no valid name"));
    }

  return TRUE;
}
