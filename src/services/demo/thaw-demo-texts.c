/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-texts"

#include "config.h"
#include "thaw-demo-texts.h"

#include "thaw-demo-markup.h"
#include "thaw-demo-pattern.h"
#include "thaw-demo-resources.h"

#define RESOURCE_PREFIX "/io/github/thawapp/Thaw/demo/"

/* The first knows the times and blanks which the others refer to. */
static const char *const file_names[] = {
  "life.xml", "story.xml", "notes.xml", "passages.xml", "sentences.xml", "noticing.xml", "practice.xml",
};

/**
 * ThawDemoTexts:
 *
 * What the sample journal is written from.
 */
struct _ThawDemoTexts
{
  GPtrArray *parts[THAW_DEMO_N_PARTS]; /* (owned) (element-type ThawDemoText) */
  GHashTable *slots;                   /* (owned): name → array of ThawDemoWord */
  GPtrArray *lists[THAW_DEMO_N_LISTS]; /* (owned) (element-type ThawDemoWord) */
};

void
thaw_demo_text_free (ThawDemoText *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->emotions, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->pattern);
  g_free (self);
}

void
thaw_demo_word_free (ThawDemoWord *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_strfreev (self->emotions);
  g_strfreev (self->activities);
  g_free (self->family);
  g_free (self);
}

static gboolean
load_file (ThawDemoMarkup *markup,
           const char     *name,
           GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);

  bytes = g_resource_lookup_data (thaw_demo_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  if (thaw_demo_markup_read (markup, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return TRUE;

  g_prefix_error (error, "%s: ", name);

  return FALSE;
}

static gboolean
check_pattern (ThawDemoTexts *self,
               const char    *pattern,
               GError       **error)
{
  if (thaw_demo_pattern_is_good (pattern, self))
    return TRUE;

  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "The blanks of “%s” are wrong", pattern);

  return FALSE;
}

static gboolean
check_patterns (ThawDemoTexts *self,
                GError       **error)
{
  GHashTableIter iter;
  gpointer words;

  for (guint part = 0; part < THAW_DEMO_N_PARTS; part++)
    {
      for (guint i = 0; i < self->parts[part]->len; i++)
        {
          const ThawDemoText *text = g_ptr_array_index (self->parts[part], i);

          if (!check_pattern (self, text->pattern, error) || !check_pattern (self, text->title, error))
            return FALSE;
        }
    }

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &words))
    {
      for (guint i = 0; i < ((GPtrArray *) words)->len; i++)
        {
          const ThawDemoWord *word = g_ptr_array_index ((GPtrArray *) words, i);

          if (!check_pattern (self, word->value, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * thaw_demo_texts_load:
 * @error: return location for an error
 *
 * Reads the texts that are compiled into the program. Fails with a
 * #GMarkupError if somebody made a mistake in them.
 *
 * Returns: (transfer full) (nullable): the texts, or %NULL with @error set
 */
ThawDemoTexts *
thaw_demo_texts_load (GError **error)
{
  g_autoptr (ThawDemoTexts) self = g_new0 (ThawDemoTexts, 1);
  g_autoptr (ThawDemoMarkup) markup = thaw_demo_markup_new (self);

  for (guint i = 0; i < THAW_DEMO_N_PARTS; i++)
    self->parts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_demo_text_free);
  self->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < THAW_DEMO_N_LISTS; i++)
    self->lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_demo_word_free);

  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      if (!load_file (markup, file_names[i], error))
        return NULL;
    }

  if (!check_patterns (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
thaw_demo_texts_free (ThawDemoTexts *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < THAW_DEMO_N_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_hash_table_unref);
  for (guint i = 0; i < THAW_DEMO_N_LISTS; i++)
    g_clear_pointer (&self->lists[i], g_ptr_array_unref);
  g_free (self);
}

/**
 * thaw_demo_texts_get_part:
 *
 * Returns: (transfer none) (element-type ThawDemoText): the texts for @part
 */
GPtrArray *
thaw_demo_texts_get_part (ThawDemoTexts *self,
                          ThawDemoPart   part)
{
  g_return_val_if_fail (part < THAW_DEMO_N_PARTS, NULL);

  return self->parts[part];
}

/**
 * thaw_demo_texts_get_slot:
 *
 * Returns: (transfer none) (nullable) (element-type ThawDemoWord): what can be
 *   put into the blank called @name, or %NULL if there is no such blank
 */
GPtrArray *
thaw_demo_texts_get_slot (ThawDemoTexts *self,
                          const char    *name)
{
  return g_hash_table_lookup (self->slots, name);
}

/**
 * thaw_demo_texts_ensure_slot:
 *
 * Returns: (transfer none) (element-type ThawDemoWord): what can be put into the
 *   blank called @name, which now exists
 */
GPtrArray *
thaw_demo_texts_ensure_slot (ThawDemoTexts *self,
                             const char    *name)
{
  GPtrArray *slot = thaw_demo_texts_get_slot (self, name);

  if (slot == NULL)
    {
      slot = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_demo_word_free);
      g_hash_table_insert (self->slots, g_strdup (name), slot);
    }

  return slot;
}

/**
 * thaw_demo_texts_get_list:
 *
 * Returns: (transfer none) (element-type ThawDemoWord): what there is to choose from
 */
GPtrArray *
thaw_demo_texts_get_list (ThawDemoTexts *self,
                          ThawDemoList   list)
{
  g_return_val_if_fail (list < THAW_DEMO_N_LISTS, NULL);

  return self->lists[list];
}
