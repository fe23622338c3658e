/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-markdown-writer"

#include "config.h"
#include "thaw-markdown-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * ThawMarkdownWriter:
 *
 * Writes a journal to read or to print: a heading a day, a heading an entry,
 * what was felt, noticed and done in words, then the text.
 *
 * The person's text stays as it is, so that emphasis and lists in it work. Only
 * what would change the shape of the page is escaped: headings, and HTML. Line
 * ends are kept by two spaces.
 */
struct _ThawMarkdownWriter
{
  ThawEntryWriter parent_instance;

  ThawVocabulary *vocabulary;        /* (owned) (nullable) */
  ThawCopingCatalog *coping_catalog; /* (owned) (nullable) */
  ThawDay day;                       /* the day under whose heading we are */
};

G_DEFINE_FINAL_TYPE (ThawMarkdownWriter, thaw_markdown_writer, THAW_TYPE_ENTRY_WRITER)

/* A line of "===" or "---" makes a heading of the line above it. */
static gboolean
is_underline (const char *line,
              gsize       length)
{
  gsize n = 0;

  while (n < length && line[n] == line[0])
    n++;
  while (n < length && (line[n] == ' ' || line[n] == '\t'))
    n++;

  return length > 0 && (line[0] == '=' || line[0] == '-') && n == length;
}

static void
append_line (GString    *out,
             const char *line,
             gsize       length)
{
  gsize indent = 0;

  while (indent < length && line[indent] == ' ')
    indent++;
  g_string_append_len (out, line, (gssize) indent);
  line += indent;
  length -= indent;

  if (length > 0 && (line[0] == '#' || is_underline (line, length)))
    g_string_append_c (out, '\\');

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == '<' && i + 1 < length && (g_ascii_isalpha (line[i + 1]) || strchr ("/!?", line[i + 1]) != NULL))
        g_string_append_c (out, '\\');
      g_string_append_c (out, line[i]);
    }
}

static void
append_text (GString    *out,
             const char *text)
{
  const char *line = text;

  g_string_append_c (out, '\n');
  while (*line != '\0')
    {
      gsize length = strcspn (line, "\r\n");
      const char *next = line + length;

      if (*next == '\r' && next[1] == '\n')
        next++;
      if (*next != '\0')
        next++;

      append_line (out, line, length);
      if (length > 0 && *next != '\0' && *next != '\n' && *next != '\r')
        g_string_append (out, "  ");
      g_string_append_c (out, '\n');
      line = next;
    }
}

static void
append_heading (GString         *out,
                const ThawEntry *entry,
                const char      *title)
{
  const ThawMoment *moment = thaw_entry_get_moment ((ThawEntry *) entry);
  int minutes = thaw_moment_get_ms_of_day (moment) / 60000;

  g_string_append_printf (out, "\n### %02d:%02d", minutes / 60, minutes % 60);
  if (title[0] == '\0')
    {
      g_string_append_c (out, '\n');
      return;
    }

  g_string_append (out, " · ");
  for (const char *line = title; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");

      append_line (out, line, length);
      line += length + strspn (line + length, "\r\n");
      g_string_append_c (out, *line != '\0' ? ' ' : '\n');
    }
}

static void
append_emotions (GString        *out,
                 GPtrArray      *emotions,
                 ThawVocabulary *vocabulary)
{
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      if (i > 0)
        g_string_append (out, ", ");
      /* Translators: an emotion and how strong it is, as “joy (a little)” */
      g_string_append_printf (out, C_("emotion and intensity", "%s (%s)"),
                              thaw_vocabulary_get_word (vocabulary, mark->slug),
                              thaw_emotion_get_intensity_word (mark->intensity));
    }
}

static void
append_feelings (GString        *out,
                 ThawEntry      *entry,
                 ThawVocabulary *vocabulary)
{
  const char *answer = thaw_answer_get_word (thaw_entry_get_answer (entry));
  int feeling = thaw_entry_get_feeling (entry);
  double valence = thaw_entry_get_valence (entry);

  if (feeling != THAW_FEELING_UNKNOWN)
    {
      g_string_append (out, "- ");
      /* Translators: how much a person could feel, 0 to 10, and the word for it, as “Could feel: 3 of 10 (a little)” */
      g_string_append_printf (out, _("Could feel: %d of 10 (%s)"), feeling, thaw_feeling_get_word (feeling));
      g_string_append_c (out, '\n');
    }

  if (!isnan (valence))
    {
      g_string_append (out, "- ");
      /* Translators: %s is a word such as “slightly pleasant” */
      g_string_append_printf (out, _("How pleasant: %s"), thaw_valence_step_get_word (thaw_valence_to_step (valence)));
      g_string_append_c (out, '\n');
    }

  if (answer[0] != '\0' || thaw_entry_get_emotions (entry)->len > 0)
    {
      g_string_append (out, "- ");
      /* Translators: a label in front of emotions */
      g_string_append (out, _("Felt:"));
      g_string_append_c (out, ' ');
      g_string_append (out, answer);
      if (answer[0] != '\0' && thaw_entry_get_emotions (entry)->len > 0)
        g_string_append (out, ", ");
      append_emotions (out, thaw_entry_get_emotions (entry), vocabulary);
      g_string_append_c (out, '\n');
    }
}

static void
append_body (GString   *out,
             ThawEntry *entry)
{
  GPtrArray *sensations = thaw_entry_get_sensations (entry);
  const char *answer = thaw_body_answer_get_word (thaw_entry_get_body_answer (entry));

  if (answer[0] == '\0' && sensations->len == 0)
    return;

  /* Translators: a label in front of places in the body and what it is like there, as “chest: tight; hands: cold” */
  g_string_append_printf (out, "- %s %s", _("In the body:"), answer);
  for (guint i = 0; i < sensations->len; i++)
    {
      g_autofree char *words = thaw_sensation_to_words (g_ptr_array_index (sensations, i));

      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", words);
    }
  g_string_append_c (out, '\n');
}

static void
append_copings (GString           *out,
                GPtrArray         *copings,
                ThawCopingCatalog *catalog)
{
  if (copings->len == 0)
    return;

  /* Translators: a label in front of what was done about a feeling, as “Took a walk (better), Cried” */
  g_string_append_printf (out, "- %s ", _("Done about it:"));
  for (guint i = 0; i < copings->len; i++)
    {
      const ThawCopingMark *mark = g_ptr_array_index (copings, i);
      const char *word = thaw_coping_catalog_get_word (catalog, mark->slug);

      if (i > 0)
        g_string_append (out, ", ");
      if (mark->outcome == THAW_OUTCOME_NONE)
        g_string_append (out, word);
      else
        /* Translators: what was done about a feeling and how it was afterwards, as “Took a walk (better)” */
        g_string_append_printf (out, C_("activity and outcome", "%s (%s)"), word,
                                thaw_coping_outcome_get_word (mark->outcome));
    }
  g_string_append_c (out, '\n');
}

static void
append_prompt (GString    *out,
               const char *prompt)
{
  g_string_append_c (out, '\n');
  for (const char *line = prompt; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");

      g_string_append (out, "> ");
      append_line (out, line, length);
      g_string_append_c (out, '\n');
      line += length + strspn (line + length, "\r\n");
    }
}

static void
append_tags (GString   *out,
             GPtrArray *tags)
{
  for (guint i = 0; i < tags->len; i++)
    {
      const ThawTagMark *mark = g_ptr_array_index (tags, i);

      g_string_append_printf (out, "- %s: %s", thaw_tag_kind_get_word (mark->kind), mark->name);
      if (mark->is_trigger)
        {
          g_string_append_c (out, ' ');
          /* Translators: stands behind a tag that set a feeling off */
          g_string_append (out, _("(trigger)"));
        }
      g_string_append_c (out, '\n');
    }
}

static void
thaw_markdown_writer_append_start (ThawEntryWriter *writer,
                                   GString         *out)
{
  /* Translators: the heading of an exported journal */
  g_string_append_printf (out, "# %s\n", _("Journal"));
}

static void
thaw_markdown_writer_append_entry (ThawEntryWriter *writer,
                                   ThawEntry       *entry,
                                   GString         *out)
{
  ThawMarkdownWriter *self = THAW_MARKDOWN_WRITER (writer);
  const ThawMoment *moment = thaw_entry_get_moment (entry);
  gsize length_before;

  if (moment->day != self->day)
    {
      /* Translators: a day as a heading, in the format of g_date_time_format(), as “Monday, 23 November 2026” */
      g_autofree char *heading = thaw_day_format (moment->day, _("%A, %-d %B %Y"));

      self->day = moment->day;
      g_string_append_printf (out, "\n## %s\n", heading);
    }

  append_heading (out, entry, thaw_entry_get_title (entry));
  g_string_append_c (out, '\n');
  length_before = out->len;
  append_feelings (out, entry, self->vocabulary);
  append_body (out, entry);
  append_tags (out, thaw_entry_get_tags (entry));
  append_copings (out, thaw_entry_get_copings (entry), self->coping_catalog);

  /* With no list between them, the blank line is there already. */
  if (out->len == length_before)
    g_string_truncate (out, length_before - 1);
  if (thaw_entry_get_prompt (entry)[0] != '\0')
    append_prompt (out, thaw_entry_get_prompt (entry));
  if (thaw_entry_get_text (entry)[0] != '\0')
    append_text (out, thaw_entry_get_text (entry));
}

static void
thaw_markdown_writer_append_end (ThawEntryWriter *writer,
                                 GString         *out)
{
  if (thaw_entry_writer_get_n_entries (writer) == 0)
    g_string_append_printf (out, "\n%s\n", _("There are no entries yet."));
}

static void
thaw_markdown_writer_dispose (GObject *object)
{
  ThawMarkdownWriter *self = THAW_MARKDOWN_WRITER (object);

  g_clear_object (&self->vocabulary);
  g_clear_object (&self->coping_catalog);

  G_OBJECT_CLASS (thaw_markdown_writer_parent_class)->dispose (object);
}

static void
thaw_markdown_writer_class_init (ThawMarkdownWriterClass *klass)
{
  ThawEntryWriterClass *writer_class = THAW_ENTRY_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_markdown_writer_dispose;

  writer_class->append_start = thaw_markdown_writer_append_start;
  writer_class->append_entry = thaw_markdown_writer_append_entry;
  writer_class->append_end = thaw_markdown_writer_append_end;
}

static void
thaw_markdown_writer_init (ThawMarkdownWriter *self)
{
}

/**
 * thaw_markdown_writer_new:
 * @stream: where to write
 * @vocabulary: (nullable): the words for emotions; without it, their slugs are written
 * @coping_catalog: (nullable): the same for what was done
 *
 * Returns: (transfer full): a writer of pages to read; entries have to come in
 *   the order of their days
 */
ThawEntryWriter *
thaw_markdown_writer_new (GOutputStream     *stream,
                          ThawVocabulary    *vocabulary,
                          ThawCopingCatalog *coping_catalog)
{
  ThawMarkdownWriter *self = g_object_new (THAW_TYPE_MARKDOWN_WRITER, "stream", stream, NULL);

  g_set_object (&self->vocabulary, vocabulary);
  g_set_object (&self->coping_catalog, coping_catalog);

  return THAW_ENTRY_WRITER (self);
}
