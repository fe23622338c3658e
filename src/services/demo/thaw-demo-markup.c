/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-markup"

#include "config.h"
#include "thaw-demo-markup.h"

#include "thaw-emotion.h"

#include <string.h>

/* How a <br/> is kept until the white space around it is folded. */
#define LINE_BREAK '\v'

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

/* In the order of ThawDemoList. */
static const char *const list_names[] = { "emotion", "tag", "feel", "did", "prompt", "own", "look", "done", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (list_names) == THAW_DEMO_N_LISTS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (part_names) == THAW_DEMO_N_PARTS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (phase_names) == THAW_DEMO_N_PHASES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (time_names) == THAW_DEMO_N_TIMES + 1);

typedef struct
{
  guint first;
  guint last;
} Era;

/**
 * ThawDemoMarkup:
 *
 * Reads the files of the texts, one after the other: what one of them says of
 * times holds for those after it.
 */
struct _ThawDemoMarkup
{
  ThawDemoTexts *texts;    /* (not owned) */
  GHashTable *eras;        /* (owned): name → Era */
  GString *content;        /* (owned) */
  ThawDemoPart group_part; /* of the group being read */
  ThawDemoWhen group_when; /* what a group or a slot says for all that is in it */
  GPtrArray *slot;         /* (not owned) (nullable): the slot being read */
  ThawDemoText *text;      /* (owned) (nullable): the text being read */
  ThawDemoWord *word;      /* (owned) (nullable): the word being read */
};

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
parse_eras (ThawDemoMarkup *self,
            const char     *value,
            ThawDemoWhen   *when)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const Era *era = g_hash_table_lookup (self->eras, words[i]);

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
read_when (ThawDemoMarkup *self,
           const char     *name,
           const char     *value,
           ThawDemoWhen   *when,
           gboolean       *out_is_good)
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
    *out_is_good = parse_eras (self, value, when);
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
start_group (ThawDemoMarkup *self,
             const char    **names,
             const char    **values,
             GError        **error)
{
  self->group_when = thaw_demo_when_always;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_good = FALSE;

      if (g_str_equal (names[i], "part"))
        {
          guint bits = 0;

          is_good = parse_bits (values[i], part_names, &bits);
          self->group_part = (ThawDemoPart) g_bit_nth_lsf (bits, -1);
        }
      else
        {
          read_when (self, names[i], values[i], &self->group_when, &is_good);
        }

      if (!is_good)
        return fail (error, names[i], values[i]);
    }

  return TRUE;
}

static gboolean
start_slot (ThawDemoMarkup *self,
            const char    **names,
            const char    **values,
            GError        **error)
{
  self->group_when = thaw_demo_when_always;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_good = TRUE;

      if (g_str_equal (names[i], "name"))
        {
          self->slot = thaw_demo_texts_ensure_slot (self->texts, values[i]);
        }
      else if (!read_when (self, names[i], values[i], &self->group_when, &is_good))
        {
          is_good = FALSE;
        }

      if (!is_good)
        return fail (error, names[i], values[i]);
    }

  return TRUE;
}

static int
find_list (const char *element)
{
  for (int list = 0; list < THAW_DEMO_N_LISTS; list++)
    {
      if (g_str_equal (element, list_names[list]))
        return list;
    }

  return -1;
}

static gboolean
parse_percent (const char *value,
               guint      *out_percent)
{
  int percent = 0;
  gboolean is_good = parse_number (value, 0, 100, &percent);

  *out_percent = (guint) percent;

  return is_good;
}

/* Returns whether @name says something of the word; @out_is_good is whether @value makes sense. */
static gboolean
read_word_attribute (ThawDemoWord *word,
                     const char   *name,
                     const char   *value,
                     gboolean     *out_is_good)
{
  *out_is_good = TRUE;
  if (g_str_equal (name, "kind"))
    *out_is_good = thaw_tag_kind_from_slug (value, &word->tag_kind);
  else if (g_str_equal (name, "trigger"))
    *out_is_good = parse_percent (value, &word->trigger_percent);
  else if (g_str_equal (name, "better"))
    *out_is_good = parse_percent (value, &word->better_percent);
  else if (g_str_equal (name, "worse"))
    *out_is_good = parse_percent (value, &word->worse_percent);
  else if (g_str_equal (name, "region"))
    *out_is_good = thaw_body_region_from_slug (value, &word->region);
  else if (g_str_equal (name, "quality"))
    *out_is_good = thaw_sensation_quality_from_slug (value, &word->quality);
  else if (g_str_equal (name, "emotions"))
    word->emotions = g_strsplit (value, " ", -1);
  else if (g_str_equal (name, "activities"))
    word->activities = g_strsplit (value, " ", -1);
  else if (g_str_equal (name, "family"))
    word->family = g_strdup (value);
  else if (g_str_equal (name, "own"))
    word->is_own = *out_is_good = g_str_equal (value, "yes");
  else
    return FALSE;

  return TRUE;
}

static gboolean
start_word (ThawDemoMarkup *self,
            gboolean        is_in_slot,
            const char    **names,
            const char    **values,
            GError        **error)
{
  self->word = g_new0 (ThawDemoWord, 1);
  self->word->when = is_in_slot ? self->group_when : thaw_demo_when_always;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_good = FALSE;

      if (!read_word_attribute (self->word, names[i], values[i], &is_good))
        read_when (self, names[i], values[i], &self->word->when, &is_good);
      if (!is_good)
        return fail (error, names[i], values[i]);
    }

  return TRUE;
}

static gboolean
start_text (ThawDemoMarkup *self,
            const char    **names,
            const char    **values,
            GError        **error)
{
  self->text = g_new0 (ThawDemoText, 1);
  self->text->when = self->group_when;
  self->text->feeling = THAW_DEMO_NO_LEVEL;
  self->text->valence = THAW_DEMO_NO_LEVEL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_good;

      if (!read_when (self, names[i], values[i], &self->text->when, &is_good))
        is_good = read_text_attribute (self->text, names[i], values[i]);
      if (!is_good)
        return fail (error, names[i], values[i]);
    }

  return TRUE;
}

static gboolean
start_era (ThawDemoMarkup *self,
           const char    **names,
           const char    **values,
           GError        **error)
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

  g_hash_table_insert (self->eras, g_strdup (name), g_steal_pointer (&era));

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
  ThawDemoMarkup *self = user_data;

  if (g_str_equal (element, "br"))
    {
      g_string_append_c (self->content, LINE_BREAK);
      return;
    }

  g_string_truncate (self->content, 0);
  if (g_str_equal (element, "group"))
    start_group (self, names, values, error);
  else if (g_str_equal (element, "slot"))
    start_slot (self, names, values, error);
  else if (g_str_equal (element, "t"))
    start_text (self, names, values, error);
  else if (g_str_equal (element, "w"))
    start_word (self, TRUE, names, values, error);
  else if (find_list (element) >= 0)
    start_word (self, FALSE, names, values, error);
  else if (g_str_equal (element, "era"))
    start_era (self, names, values, error);
  else if (!g_str_equal (element, "demo"))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "There is no “%s”", element);
}

/**
 * thaw_demo_fold_space:
 * @content: what an element has in it
 *
 * White space counts as one blank, an empty line as a new paragraph, and <br/> as a new line.
 *
 * Returns: (transfer full): the text
 */
char *
thaw_demo_fold_space (const char *content)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *p = content;

  while (*p != '\0')
    {
      guint n_lines = 0;
      gboolean has_break = FALSE;
      const char *start = p;

      for (; g_ascii_isspace (*p) || *p == LINE_BREAK; p++)
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
  ThawDemoMarkup *self = user_data;

  if (self->text != NULL && g_str_equal (element, "t"))
    {
      self->text->pattern = thaw_demo_fold_space (self->content->str);
      g_ptr_array_add (thaw_demo_texts_get_part (self->texts, self->group_part), g_steal_pointer (&self->text));
    }
  else if (self->word != NULL && !g_str_equal (element, "br"))
    {
      int list = find_list (element);
      GPtrArray *words = list >= 0 ? thaw_demo_texts_get_list (self->texts, (ThawDemoList) list) : self->slot;

      if (words == NULL)
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "“%s” is in no slot", element);
          return;
        }
      self->word->value = thaw_demo_fold_space (self->content->str);
      g_ptr_array_add (words, g_steal_pointer (&self->word));
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char          *content,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  ThawDemoMarkup *self = user_data;

  g_string_append_len (self->content, content, (gssize) length);
}

/**
 * thaw_demo_markup_new:
 * @texts: where to put what is read; must outlive the reader
 *
 * Returns: (transfer full): a reader who has read nothing yet
 */
ThawDemoMarkup *
thaw_demo_markup_new (ThawDemoTexts *texts)
{
  ThawDemoMarkup *self = g_new0 (ThawDemoMarkup, 1);

  self->texts = texts;
  self->eras = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->content = g_string_new (NULL);
  self->group_when = thaw_demo_when_always;

  return self;
}

void
thaw_demo_markup_free (ThawDemoMarkup *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->text, thaw_demo_text_free);
  g_clear_pointer (&self->word, thaw_demo_word_free);
  g_string_free (self->content, TRUE);
  g_hash_table_unref (self->eras);
  g_free (self);
}

/**
 * thaw_demo_markup_read:
 * @content: a file of texts
 * @length: its length in bytes, or -1
 * @error: return location for a #GMarkupError
 *
 * Returns: whether all of @content made sense
 */
gboolean
thaw_demo_markup_read (ThawDemoMarkup *self,
                       const char     *content,
                       gssize          length,
                       GError        **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb,
    .end_element = end_element_cb,
    .text = text_cb,
  };
  g_autoptr (GMarkupParseContext) context = NULL;

  context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, self, NULL);

  return g_markup_parse_context_parse (context, content, length, error) &&
         g_markup_parse_context_end_parse (context, error);
}
