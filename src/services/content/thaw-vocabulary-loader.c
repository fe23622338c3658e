/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vocabulary-loader"

#include "config.h"
#include "content/thaw-vocabulary-loader.h"

#include "content/thaw-content-reader.h"

#define FILE_NAME "vocabulary.xml"

/* The context of an emotion’s word for translators; thaw-library.its names it, too. */
#define WORD_CONTEXT "emotion"

#define MIN_WEIGHT 1
#define MAX_WEIGHT 3

static const ThawContentRule rules[] = {
  { .name = "vocabulary", .children = { { "family", THAW_CONTENT_SOME } } },
  { .name = "family",
    .attributes = { { "id", THAW_CONTENT_ONE } },
    .children = { { "name", THAW_CONTENT_ONE }, { "about", THAW_CONTENT_ONE }, { "emotion", THAW_CONTENT_SOME } } },
  { .name = "emotion",
    .attributes = { { "id", THAW_CONTENT_ONE }, { "basic", THAW_CONTENT_OPTIONAL } },
    .children = { { "word", THAW_CONTENT_ONE },
                  { "also", THAW_CONTENT_ONE },
                  { "definition", THAW_CONTENT_ONE },
                  { "body", THAW_CONTENT_ONE },
                  { "moment", THAW_CONTENT_ONE },
                  { "near", THAW_CONTENT_ANY },
                  { "opposite", THAW_CONTENT_ANY },
                  { "hint", THAW_CONTENT_ANY } } },
  { .name = "name", .has_text = TRUE },
  { .name = "about", .has_text = TRUE },
  { .name = "word", .has_text = TRUE },
  { .name = "also", .has_text = TRUE },
  { .name = "definition", .has_text = TRUE },
  { .name = "body", .has_text = TRUE },
  { .name = "moment", .has_text = TRUE },
  { .name = "near", .has_text = TRUE, .attributes = { { "emotion", THAW_CONTENT_ONE } } },
  { .name = "opposite", .attributes = { { "emotion", THAW_CONTENT_ONE } } },
  { .name = "hint",
    .attributes = { { "region", THAW_CONTENT_OPTIONAL },
                    { "quality", THAW_CONTENT_OPTIONAL },
                    { "weight", THAW_CONTENT_ONE } } },
  { .name = NULL },
};

/* A word may point ahead to one that comes later, so all ids have to be known first. */
static gboolean
collect_ids (const ThawContentNode  *root,
             GHashTable             *emotion_ids,
             GError                **error)
{
  g_autoptr (GHashTable) family_ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < root->children->len; i++)
    {
      const ThawContentNode *family = g_ptr_array_index (root->children, i);

      if (!thaw_content_node_register (family, family_ids, error))
        return FALSE;

      for (guint j = 0; j < family->children->len; j++)
        {
          const ThawContentNode *node = g_ptr_array_index (family->children, j);

          if (thaw_content_node_is (node, "emotion") && !thaw_content_node_register (node, emotion_ids, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_relation (const ThawContentNode  *node,
                GHashTable             *ids,
                GError                **error)
{
  const char *other = thaw_content_node_get_value (node, "emotion");

  if (g_hash_table_contains (ids, other) && !g_str_equal (other, thaw_content_node_get_value (node->parent, "id")))
    return TRUE;

  thaw_content_set_error (error, node->file, node->line,
                          g_hash_table_contains (ids, other) ? "“%s” points to itself" : "there is no emotion “%s”",
                          other);

  return FALSE;
}

static gboolean
read_hint (const ThawContentNode  *node,
           ThawEmotionHint        *hint,
           GError                **error)
{
  const char *region = thaw_content_node_get_value (node, "region");
  const char *quality = thaw_content_node_get_value (node, "quality");
  const char *weight = thaw_content_node_get_value (node, "weight");

  *hint = (ThawEmotionHint) { .has_region = region != NULL };
  if (region == NULL && quality == NULL)
    thaw_content_set_error (error, node->file, node->line, "a hint needs a region or a quality");
  else if (region != NULL && !thaw_body_region_from_slug (region, &hint->region))
    thaw_content_set_error (error, node->file, node->line, "there is no region “%s”", region);
  else if (!thaw_sensation_quality_from_slug (quality, &hint->quality))
    thaw_content_set_error (error, node->file, node->line, "there is no quality “%s”", quality);
  /* A single digit. GLib's reading of numbers trips over errno now and then, if the first of a process is read here. */
  else if (strlen (weight) != 1 || weight[0] < '0' + MIN_WEIGHT || weight[0] > '0' + MAX_WEIGHT)
    thaw_content_set_error (error, node->file, node->line, "the weight “%s” is not one from %d to %d", weight,
                            MIN_WEIGHT, MAX_WEIGHT);
  else
    {
      hint->weight = weight[0] - '0';
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_relations (const ThawContentNode  *node,
                GHashTable             *ids,
                ThawEmotion            *emotion,
                GError                **error)
{
  g_autoptr (GStrvBuilder) opposites = g_strv_builder_new ();

  for (guint i = 0; i < node->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (node->children, i);
      ThawEmotionHint hint;

      if (thaw_content_node_is (child, "near"))
        {
          g_autofree char *difference = thaw_content_node_dup_text (child, NULL);

          if (!check_relation (child, ids, error))
            return FALSE;
          g_ptr_array_add (emotion->near,
                           thaw_emotion_near_new (thaw_content_node_get_value (child, "emotion"), difference));
        }
      else if (thaw_content_node_is (child, "opposite"))
        {
          if (!check_relation (child, ids, error))
            return FALSE;
          g_strv_builder_add (opposites, thaw_content_node_get_value (child, "emotion"));
        }
      else if (thaw_content_node_is (child, "hint"))
        {
          if (!read_hint (child, &hint, error))
            return FALSE;
          g_array_append_val (emotion->hints, hint);
        }
    }

  g_strfreev (emotion->opposites);
  emotion->opposites = g_strv_builder_end (opposites);

  return TRUE;
}

static ThawEmotion *
read_emotion (const ThawContentNode  *node,
              GHashTable             *ids,
              GError                **error)
{
  g_autoptr (ThawEmotion) emotion = thaw_emotion_new ();
  const char *basic = thaw_content_node_get_value (node, "basic");

  if (basic != NULL && !g_str_equal (basic, "yes"))
    {
      thaw_content_set_error (error, node->file, node->line, "basic is “yes” or left out, not “%s”", basic);
      return NULL;
    }

  emotion->slug = g_strdup (thaw_content_node_get_value (node, "id"));
  emotion->family = g_strdup (thaw_content_node_get_value (node->parent, "id"));
  emotion->is_basic = basic != NULL;
  emotion->word = thaw_content_node_dup_child_text (node, "word", WORD_CONTEXT);
  emotion->also = thaw_content_node_dup_child_text (node, "also", NULL);
  emotion->definition = thaw_content_node_dup_child_text (node, "definition", NULL);
  emotion->body = thaw_content_node_dup_child_text (node, "body", NULL);
  emotion->moment = thaw_content_node_dup_child_text (node, "moment", NULL);

  return read_relations (node, ids, emotion, error) ? g_steal_pointer (&emotion) : NULL;
}

static gboolean
read_family (const ThawContentNode  *node,
             GHashTable             *ids,
             GPtrArray              *families,
             GPtrArray              *emotions,
             GError                **error)
{
  ThawEmotionFamily *family = thaw_emotion_family_new ();

  g_ptr_array_add (families, family);
  family->slug = g_strdup (thaw_content_node_get_value (node, "id"));
  family->name = thaw_content_node_dup_child_text (node, "name", NULL);
  family->about = thaw_content_node_dup_child_text (node, "about", NULL);

  for (guint i = 0; i < node->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (node->children, i);
      ThawEmotion *emotion;

      if (!thaw_content_node_is (child, "emotion"))
        continue;

      emotion = read_emotion (child, ids, error);
      if (emotion == NULL)
        return FALSE;
      g_ptr_array_add (emotions, emotion);
    }

  return TRUE;
}

/**
 * thaw_vocabulary_loader_load:
 * @error: return location for a #ThawContentError
 *
 * Loads the vocabulary that is part of the program. From any thread.
 *
 * Returns: (transfer full) (nullable): the vocabulary in the person's language,
 *   or %NULL with an error
 */
ThawVocabulary *
thaw_vocabulary_loader_load (GError **error)
{
  g_autoptr (GBytes) bytes = thaw_content_open_shipped (FILE_NAME, error);

  return bytes != NULL ? thaw_vocabulary_loader_read (bytes, FILE_NAME, error) : NULL;
}

/**
 * thaw_vocabulary_loader_read:
 * @bytes: what is in the file
 * @file: its name, for errors
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable): the vocabulary in the person's language,
 *   or %NULL with an error
 */
ThawVocabulary *
thaw_vocabulary_loader_read (GBytes      *bytes,
                             const char  *file,
                             GError     **error)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_family_free);
  g_autoptr (GPtrArray) emotions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ThawContentNode) root = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL, NULL);

  root = thaw_content_read (bytes, file, rules, error);
  if (root == NULL || !collect_ids (root, ids, error))
    return NULL;

  for (guint i = 0; i < root->children->len; i++)
    {
      if (!read_family (g_ptr_array_index (root->children, i), ids, families, emotions, error))
        return NULL;
    }

  return thaw_vocabulary_new (families, emotions);
}
