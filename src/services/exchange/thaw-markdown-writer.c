/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-markdown-writer"

#include "config.h"
#include "thaw-markdown-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/thaw-markdown-session.h"
#include "exchange/thaw-markdown-text.h"

/**
 * ThawMarkdownWriter:
 *
 * Writes a journal to read or to print: a heading a day, a heading an entry,
 * what was felt, noticed and done in words, then the text. Sessions stand among the
 * entries.
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
  GPtrArray *sessions;               /* (owned) (nullable) (element-type ThawSession): what was done, oldest first */
  guint n_sessions_written;
  ThawDay day;                       /* the day under whose heading we are */
};

G_DEFINE_FINAL_TYPE (ThawMarkdownWriter, thaw_markdown_writer, THAW_TYPE_ENTRY_WRITER)

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
      thaw_markdown_append_line (out, line, length);
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
thaw_markdown_writer_set_beside (ThawEntryWriter       *writer,
                                 const ThawImportBatch *beside)
{
  ThawMarkdownWriter *self = THAW_MARKDOWN_WRITER (writer);

  g_return_if_fail (self->sessions == NULL);

  self->sessions = g_ptr_array_ref (beside->sessions);
}

static void
thaw_markdown_writer_append_start (ThawEntryWriter *writer,
                                   GString         *out)
{
  /* Translators: the heading of an exported journal */
  g_string_append_printf (out, "# %s\n", _("Journal"));
}

static void
append_day (ThawMarkdownWriter *self,
            GString            *out,
            ThawDay             day)
{
  g_autofree char *heading = NULL;

  if (day == self->day)
    return;

  /* Translators: a day as a heading, in the format of g_date_time_format(), as “Monday, 23 November 2026” */
  heading = thaw_day_format (day, _("%A, %-d %B %Y"));
  self->day = day;
  g_string_append_printf (out, "\n## %s\n", heading);
}

/* What was done before a place in the journal. */
static void
append_sessions (ThawMarkdownWriter *self,
                 GString            *out,
                 gint64              before)
{
  while (self->sessions != NULL && self->n_sessions_written < self->sessions->len)
    {
      const ThawSession *session = g_ptr_array_index (self->sessions, self->n_sessions_written);

      if (thaw_moment_get_position (&session->moment) >= before)
        return;

      append_day (self, out, session->moment.day);
      thaw_markdown_append_session (out, session);
      self->n_sessions_written++;
    }
}

static void
thaw_markdown_writer_append_entry (ThawEntryWriter *writer,
                                   ThawEntry       *entry,
                                   GString         *out)
{
  ThawMarkdownWriter *self = THAW_MARKDOWN_WRITER (writer);
  const ThawMoment *moment = thaw_entry_get_moment (entry);
  gsize length_before;

  append_sessions (self, out, thaw_moment_get_position (moment));
  append_day (self, out, moment->day);
  thaw_markdown_append_heading (out, moment, thaw_entry_get_title (entry));
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
    thaw_markdown_append_text (out, thaw_entry_get_text (entry));
}

static void
thaw_markdown_writer_append_end (ThawEntryWriter *writer,
                                 GString         *out)
{
  ThawMarkdownWriter *self = THAW_MARKDOWN_WRITER (writer);

  append_sessions (self, out, G_MAXINT64);
  if (thaw_entry_writer_get_n_entries (writer) == 0 && self->n_sessions_written == 0)
    g_string_append_printf (out, "\n%s\n", _("There are no entries yet."));
}

static void
thaw_markdown_writer_dispose (GObject *object)
{
  ThawMarkdownWriter *self = THAW_MARKDOWN_WRITER (object);

  g_clear_object (&self->vocabulary);
  g_clear_object (&self->coping_catalog);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_markdown_writer_parent_class)->dispose (object);
}

static void
thaw_markdown_writer_class_init (ThawMarkdownWriterClass *klass)
{
  ThawEntryWriterClass *writer_class = THAW_ENTRY_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_markdown_writer_dispose;

  writer_class->set_beside = thaw_markdown_writer_set_beside;
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
