/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-texts"

#include "config.h"
#include "thaw-demo-texts.h"

#include "thaw-demo-course.h"
#include "thaw-demo-resources.h"
#include "thaw-emotion.h"

#include <string.h>

#define RESOURCE_PREFIX "/io/github/thawapp/Thaw/demo/"

/* How a <br/> is kept until the white space around it is folded. */
#define LINE_BREAK '\v'

/* The first knows the times and blanks which the others refer to. */
static const char *const file_names[] = { "life.xml", "story.xml", "notes.xml", "passages.xml", "sentences.xml" };

static const char *const part_names[] = {
  "story", "note", "passage", "opening", "event", "inside", "closing", NULL,
};
static const char *const phase_names[] = { "frozen", "cracks", "uneven", "setback", "thaw", NULL };
static const char *const mood_names[] = { "numb", "low", "even", "warm", NULL };
static const char *const time_names[] = {
  "small-hours", "morning", "midday", "afternoon", "evening", "night", NULL,
};
static const char *const weekday_names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };
static const char *const season_names[] = { "winter", "spring", "summer", "autumn", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (part_names) == THAW_DEMO_N_PARTS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (phase_names) == THAW_DEMO_N_PHASES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (time_names) == THAW_DEMO_N_TIMES + 1);

typedef struct
{
  guint first;
  guint last;
} Era;

/**
 * ThawDemoTexts:
 *
 * What the sample journal is written from.
 */
struct _ThawDemoTexts
{
  GPtrArray *parts[THAW_DEMO_N_PARTS]; /* (owned) (element-type ThawDemoText) */
  GHashTable *slots;                   /* (owned): name → array of ThawDemoWord */
  GPtrArray *emotions;                 /* (owned) (element-type ThawDemoWord) */
  GPtrArray *tags;                     /* (owned) (element-type ThawDemoWord) */
};

typedef struct
{
  ThawDemoTexts *texts;    /* (not owned) */
  GHashTable *eras;        /* (owned): name → Era */
  GString *content;        /* (owned) */
  ThawDemoPart group_part; /* of the group being read */
  ThawDemoWhen group_when; /* what a group or a slot says for all that is in it */
  GPtrArray *slot;         /* (not owned) (nullable): the slot being read */
  ThawDemoText *text;      /* (owned) (nullable): the text being read */
  ThawDemoWord *word;      /* (owned) (nullable): the word being read */
} Loader;

static const ThawDemoWhen always = {
  .phases = G_MAXUINT,
  .moods = G_MAXUINT,
  .times = G_MAXUINT,
  .weekdays = G_MAXUINT,
  .seasons = G_MAXUINT,
  .first = 0,
  .last = G_MAXUINT,
};

static void
text_free (ThawDemoText *self)
{
  g_clear_pointer (&self->emotions, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->pattern);
  g_free (self);
}

static void
word_free (ThawDemoWord *self)
{
  g_free (self->value);
  g_free (self);
}

static gboolean
fail (GError    **error,
      const char *name,
      const char *value)
{
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "“%s” cannot be “%s”", name, value);

  return FALSE;
}

static gboolean
parse_bits (const char        *value,
            const char *const *names,
            guint             *out_bits)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  *out_bits = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint bit;

      for (bit = 0; names[bit] != NULL && !g_str_equal (names[bit], words[i]); bit++)
        ;
      if (names[bit] == NULL)
        return FALSE;
      *out_bits |= 1u << bit;
    }

  return *out_bits != 0;
}

static gboolean
parse_eras (Loader       *loader,
            const char   *value,
            ThawDemoWhen *when)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const Era *era = g_hash_table_lookup (loader->eras, words[i]);

      if (era == NULL)
        return FALSE;
      when->first = MAX (when->first, era->first);
      when->last = MIN (when->last, era->last);
    }

  return when->first <= when->last;
}

/* "joy:2 relief:1", with "_" for a blank inside a word */
static gboolean
parse_emotions (const char *value,
                GPtrArray **out_emotions)
{
  g_autoptr (GPtrArray) emotions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_mark_free);
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *colon = strchr (words[i], ':');

      if (colon == NULL || colon[1] < '1' || colon[1] > '3' || colon[2] != '\0')
        return FALSE;
      *colon = '\0';
      g_strdelimit (words[i], "_", ' ');
      g_ptr_array_add (emotions, thaw_emotion_mark_new (words[i], colon[1] - '0'));
    }

  *out_emotions = g_steal_pointer (&emotions);

  return TRUE;
}

/* "person:Inês; place:river path", with "!" before what set the feeling off */
static gboolean
parse_tags (const char *value,
            GPtrArray **out_tags)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tag_mark_free);
  g_auto (GStrv) words = g_strsplit (value, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = g_strstrip (words[i]);
      gboolean is_trigger = word[0] == '!';
      char *colon = strchr (word, ':');
      ThawTagKind kind;

      if (colon == NULL || colon[1] == '\0')
        return FALSE;
      *colon = '\0';
      if (!thaw_tag_kind_from_slug (word + (is_trigger ? 1 : 0), &kind))
        return FALSE;
      g_ptr_array_add (tags, thaw_tag_mark_new (colon + 1, kind, is_trigger));
    }

  *out_tags = g_steal_pointer (&tags);

  return TRUE;
}

static gboolean
parse_number (const char *value,
              int         min,
              int         max,
              int        *out_number)
{
  gint64 number;

  if (!g_ascii_string_to_signed (value, 10, min, max, &number, NULL))
    return FALSE;
  *out_number = (int) number;

  return TRUE;
}

/* Returns whether @name says where something may stand; @out_is_good is whether @value makes sense. */
static gboolean
read_when (Loader       *loader,
           const char   *name,
           const char   *value,
           ThawDemoWhen *when,
           gboolean     *out_is_good)
{
  if (g_str_equal (name, "phase"))
    *out_is_good = parse_bits (value, phase_names, &when->phases);
  else if (g_str_equal (name, "mood"))
    *out_is_good = parse_bits (value, mood_names, &when->moods);
  else if (g_str_equal (name, "time"))
    *out_is_good = parse_bits (value, time_names, &when->times);
  else if (g_str_equal (name, "weekday"))
    *out_is_good = parse_bits (value, weekday_names, &when->weekdays);
  else if (g_str_equal (name, "season"))
    *out_is_good = parse_bits (value, season_names, &when->seasons);
  else if (g_str_equal (name, "era"))
    *out_is_good = parse_eras (loader, value, when);
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_text_attribute (ThawDemoText *text,
                     const char   *name,
                     const char   *value)
{
  int number;

  if (g_str_equal (name, "answer"))
    return thaw_answer_from_slug (value, &text->answer);
  if (g_str_equal (name, "feeling"))
    return parse_number (value, THAW_FEELING_NUMB, THAW_FEELING_VIVID, &text->feeling);
  if (g_str_equal (name, "valence"))
    return parse_number (value, -3, 3, &text->valence);
  if (g_str_equal (name, "emotions"))
    return parse_emotions (value, &text->emotions);
  if (g_str_equal (name, "tags"))
    return parse_tags (value, &text->tags);

  if (g_str_equal (name, "title"))
    {
      text->title = g_strdup (value);
      return TRUE;
    }
  if (g_str_equal (name, "day") && parse_number (value, 0, THAW_DEMO_COURSE_DAYS - 1, &number))
    {
      text->when.first = (guint) number;
      return TRUE;
    }

  return FALSE;
}

static gboolean
start_group (Loader      *loader,
             const char **names,
             const char **values,
             GError     **error)
{
  loader->group_when = always;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_good = FALSE;

      if (g_str_equal (names[i], "part"))
        {
          guint bits = 0;

          is_good = parse_bits (values[i], part_names, &bits);
          loader->group_part = (ThawDemoPart) g_bit_nth_lsf (bits, -1);
        }
      else
        {
          read_when (loader, names[i], values[i], &loader->group_when, &is_good);
        }

      if (!is_good)
        return fail (error, names[i], values[i]);
    }

  return TRUE;
}

static gboolean
start_slot (Loader      *loader,
            const char **names,
            const char **values,
            GError     **error)
{
  loader->group_when = always;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_good = TRUE;

      if (g_str_equal (names[i], "name"))
        {
          loader->slot = thaw_demo_texts_get_slot (loader->texts, values[i]);
          if (loader->slot == NULL)
            {
              loader->slot = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
              g_hash_table_insert (loader->texts->slots, g_strdup (values[i]), loader->slot);
            }
        }
      else if (!read_when (loader, names[i], values[i], &loader->group_when, &is_good))
        {
          is_good = FALSE;
        }

      if (!is_good)
        return fail (error, names[i], values[i]);
    }

  return TRUE;
}

static gboolean
start_word (Loader      *loader,
            gboolean     is_in_slot,
            const char **names,
            const char **values,
            GError     **error)
{
  loader->word = g_new0 (ThawDemoWord, 1);
  loader->word->when = is_in_slot ? loader->group_when : always;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_good = FALSE;
      int percent;

      if (g_str_equal (names[i], "kind"))
        {
          is_good = thaw_tag_kind_from_slug (values[i], &loader->word->tag_kind);
        }
      else if (g_str_equal (names[i], "trigger"))
        {
          is_good = parse_number (values[i], 0, 100, &percent);
          loader->word->trigger_percent = is_good ? (guint) percent : 0;
        }
      else
        {
          read_when (loader, names[i], values[i], &loader->word->when, &is_good);
        }

      if (!is_good)
        return fail (error, names[i], values[i]);
    }

  return TRUE;
}

static gboolean
start_text (Loader      *loader,
            const char **names,
            const char **values,
            GError     **error)
{
  loader->text = g_new0 (ThawDemoText, 1);
  loader->text->when = loader->group_when;
  loader->text->feeling = THAW_DEMO_NO_LEVEL;
  loader->text->valence = THAW_DEMO_NO_LEVEL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_good;

      if (!read_when (loader, names[i], values[i], &loader->text->when, &is_good))
        is_good = read_text_attribute (loader->text, names[i], values[i]);
      if (!is_good)
        return fail (error, names[i], values[i]);
    }

  return TRUE;
}

static gboolean
start_era (Loader      *loader,
           const char **names,
           const char **values,
           GError     **error)
{
  g_autofree Era *era = g_new0 (Era, 1);
  const char *name = NULL;

  era->last = G_MAXUINT;
  for (guint i = 0; names[i] != NULL; i++)
    {
      int number = 0;

      if (g_str_equal (names[i], "name"))
        name = values[i];
      else if (!parse_number (values[i], 0, THAW_DEMO_COURSE_DAYS, &number))
        return fail (error, names[i], values[i]);
      else if (g_str_equal (names[i], "first"))
        era->first = (guint) number;
      else if (g_str_equal (names[i], "last"))
        era->last = (guint) number;
      else
        return fail (error, names[i], values[i]);
    }

  g_hash_table_insert (loader->eras, g_strdup (name), g_steal_pointer (&era));

  return TRUE;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *element,
                  const char         **names,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  Loader *loader = user_data;

  if (g_str_equal (element, "br"))
    {
      g_string_append_c (loader->content, LINE_BREAK);
      return;
    }

  g_string_truncate (loader->content, 0);
  if (g_str_equal (element, "group"))
    start_group (loader, names, values, error);
  else if (g_str_equal (element, "slot"))
    start_slot (loader, names, values, error);
  else if (g_str_equal (element, "t"))
    start_text (loader, names, values, error);
  else if (g_str_equal (element, "w"))
    start_word (loader, TRUE, names, values, error);
  else if (g_str_equal (element, "emotion") || g_str_equal (element, "tag"))
    start_word (loader, FALSE, names, values, error);
  else if (g_str_equal (element, "era"))
    start_era (loader, names, values, error);
  else if (!g_str_equal (element, "demo"))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "There is no “%s”", element);
}

/* White space counts as one blank, an empty line as a new paragraph, and <br/> as a new line. */
static char *
fold_space (const char *content)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *p = content;

  while (*p != '\0')
    {
      guint n_lines = 0;
      gboolean has_break = FALSE;
      const char *start = p;

      for (; g_ascii_isspace (*p); p++)
        {
          n_lines += *p == '\n';
          has_break = has_break || *p == LINE_BREAK;
        }

      if (p == start)
        g_string_append_c (folded, *p++);
      else if (folded->len > 0 && *p != '\0')
        g_string_append (folded, has_break ? "\n" : n_lines > 1 ? "\n\n" : " ");
    }

  return g_strdup (folded->str);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char          *element,
                gpointer             user_data,
                GError             **error)
{
  Loader *loader = user_data;

  if (loader->text != NULL && g_str_equal (element, "t"))
    {
      loader->text->pattern = fold_space (loader->content->str);
      g_ptr_array_add (loader->texts->parts[loader->group_part], g_steal_pointer (&loader->text));
    }
  else if (loader->word != NULL && !g_str_equal (element, "br"))
    {
      GPtrArray *words = g_str_equal (element, "emotion") ? loader->texts->emotions
                         : g_str_equal (element, "tag")   ? loader->texts->tags
                                                          : loader->slot;

      if (words == NULL)
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "“%s” is in no slot", element);
          return;
        }
      loader->word->value = fold_space (loader->content->str);
      g_ptr_array_add (words, g_steal_pointer (&loader->word));
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char          *content,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Loader *loader = user_data;

  g_string_append_len (loader->content, content, (gssize) length);
}

static gboolean
load_file (Loader     *loader,
           const char *name,
           GError    **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb,
    .end_element = end_element_cb,
    .text = text_cb,
  };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);

  bytes = g_resource_lookup_data (thaw_demo_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;

  context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, loader, NULL);
  if (g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                    error) &&
      g_markup_parse_context_end_parse (context, error))
    return TRUE;

  g_prefix_error (error, "%s: ", name);

  return FALSE;
}

/* Every { has its }, and what is between them is a blank that exists, or a choice. */
static gboolean
pattern_is_good (ThawDemoTexts *self,
                 const char    *pattern)
{
  int depth = 0;

  for (const char *p = pattern; p != NULL && *p != '\0'; p++)
    {
      if (*p == '{')
        {
          gsize length = strcspn (p + 1, "{|}");

          if (p[1 + length] == '}')
            {
              g_autofree char *slot = g_ascii_strdown (p + 1, (gssize) length);

              if (thaw_demo_texts_get_slot (self, slot) == NULL)
                return FALSE;
            }
          depth++;
        }
      else if (*p == '}')
        {
          depth--;
        }
      if (depth < 0)
        return FALSE;
    }

  return depth == 0;
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

          if (!pattern_is_good (self, text->pattern) || !pattern_is_good (self, text->title))
            return fail (error, part_names[part], text->pattern);
        }
    }

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &words))
    {
      for (guint i = 0; i < ((GPtrArray *) words)->len; i++)
        {
          const ThawDemoWord *word = g_ptr_array_index ((GPtrArray *) words, i);

          if (!pattern_is_good (self, word->value))
            return fail (error, "slot", word->value);
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
  Loader loader = { .texts = self };
  gboolean is_loaded = TRUE;

  for (guint i = 0; i < THAW_DEMO_N_PARTS; i++)
    self->parts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  self->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->emotions = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);

  loader.eras = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  loader.content = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (file_names) && is_loaded; i++)
    is_loaded = load_file (&loader, file_names[i], error);

  g_clear_pointer (&loader.text, text_free);
  g_clear_pointer (&loader.word, word_free);
  g_string_free (loader.content, TRUE);
  g_hash_table_unref (loader.eras);

  if (!is_loaded || !check_patterns (self, error))
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
  g_clear_pointer (&self->emotions, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
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
 * thaw_demo_texts_get_emotions:
 *
 * Returns: (transfer none) (element-type ThawDemoWord): the person's own words
 *   for emotions
 */
GPtrArray *
thaw_demo_texts_get_emotions (ThawDemoTexts *self)
{
  return self->emotions;
}

/**
 * thaw_demo_texts_get_tags:
 *
 * Returns: (transfer none) (element-type ThawDemoWord): the tags
 */
GPtrArray *
thaw_demo_texts_get_tags (ThawDemoTexts *self)
{
  return self->tags;
}
