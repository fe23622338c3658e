/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-chip-row"

#include "config.h"
#include "pages/journal/thaw-entry-chip-row.h"

#include "pages/journal/thaw-entry-chip.h"
#include "pages/journal/thaw-entry-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CHIP_GAP 6

/* Room for "+9": this many characters, and the ends of the chip. */
#define MORE_CHARS 4
#define MORE_ENDS  16

/**
 * ThawEntryChipRow:
 *
 * A line of chips of a #ThawEntryFace: as many as fit, and then how many more
 * there are.
 */
struct _ThawEntryChipRow
{
  GtkWidget *widget; /* (unowned): whose font and direction these are */
  double font_scale;
  GPtrArray *chips;  /* (owned) (element-type ThawEntryChip) */

  /* While it is being filled. */
  int width;
  int more_width;
  int used;
  guint n_left;      /* how many are still to come */
};

static void
begin (ThawEntryChipRow *self,
       int               width,
       double            char_width,
       guint             n_chips)
{
  g_ptr_array_set_size (self->chips, 0);
  self->width = width;
  self->more_width = (int) ceil (MORE_CHARS * char_width) + MORE_ENDS;
  self->used = 0;
  self->n_left = n_chips;
}

static ThawEntryChip *
make_chip (ThawEntryChipRow *self,
           const char       *word,
           int               max_width)
{
  return thaw_entry_chip_new (gtk_widget_get_pango_context (self->widget), self->font_scale, word, max_width);
}

/* Adds a chip if there is room for it, and for how many are left after it; else only how many are left. */
static void
add (ThawEntryChipRow *self,
     const char       *word,
     int               intensity,
     gboolean          is_outlined)
{
  g_autoptr (ThawEntryChip) chip = NULL;
  int reserve, chip_width;

  if (self->n_left == 0)
    return;

  chip = make_chip (self, word, self->width - self->more_width - CHIP_GAP);
  thaw_entry_chip_set_intensity (chip, intensity);
  chip_width = thaw_entry_chip_get_width (chip);
  reserve = self->n_left > 1 ? self->more_width + CHIP_GAP : 0;
  if (self->used + chip_width + reserve > self->width && self->chips->len > 0)
    {
      /* Translators: after some emotions or tags of an entry: how many there are besides, as in “+3” */
      g_autofree char *more = g_strdup_printf (_("+%u"), self->n_left);
      ThawEntryChip *more_chip = make_chip (self, more, self->more_width * 2);

      thaw_entry_chip_set_outlined (more_chip, TRUE);
      g_ptr_array_add (self->chips, more_chip);
      self->n_left = 0;
      return;
    }

  thaw_entry_chip_set_outlined (chip, is_outlined);
  g_ptr_array_add (self->chips, g_steal_pointer (&chip));
  self->used += chip_width + CHIP_GAP;
  self->n_left--;
}

/**
 * thaw_entry_chip_row_new:
 * @widget: (transfer none): the widget that draws it, and lives longer
 * @font_scale: how large its font is, as a share of the widget's
 *
 * Returns: (transfer full): an empty row
 */
ThawEntryChipRow *
thaw_entry_chip_row_new (GtkWidget *widget,
                         double     font_scale)
{
  ThawEntryChipRow *self = g_new0 (ThawEntryChipRow, 1);

  self->widget = widget;
  self->font_scale = font_scale;
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_entry_chip_free);

  return self;
}

void
thaw_entry_chip_row_free (ThawEntryChipRow *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->chips);
  g_free (self);
}

void
thaw_entry_chip_row_clear (ThawEntryChipRow *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->chips, 0);
}

/**
 * thaw_entry_chip_row_is_wanted:
 * @summary: an entry
 *
 * Returns: whether there is anything for thaw_entry_chip_row_fill()
 */
gboolean
thaw_entry_chip_row_is_wanted (ThawEntrySummary *summary)
{
  return thaw_entry_summary_get_emotions (summary)->len > 0 ||
         thaw_entry_summary_get_tags (summary)->len > 0 ||
         thaw_answer_get_word (thaw_entry_summary_get_answer (summary))[0] != '\0';
}

/**
 * thaw_entry_chip_row_is_wanted_noticed:
 * @summary: an entry
 *
 * Returns: whether there is anything for thaw_entry_chip_row_fill_noticed()
 */
gboolean
thaw_entry_chip_row_is_wanted_noticed (ThawEntrySummary *summary)
{
  return thaw_entry_summary_get_sensations (summary)->len > 0 ||
         thaw_entry_summary_get_copings (summary)->len > 0 ||
         thaw_entry_summary_get_body_answer (summary) != THAW_BODY_ANSWER_NONE;
}

/**
 * thaw_entry_chip_row_fill:
 * @width: the room there is, in pixels
 * @char_width: the mean width of a character
 * @summary: an entry
 * @vocabulary: (nullable): the words for emotions
 *
 * Shows what was felt, and the tags.
 */
void
thaw_entry_chip_row_fill (ThawEntryChipRow *self,
                          int               width,
                          double            char_width,
                          ThawEntrySummary *summary,
                          ThawVocabulary   *vocabulary)
{
  GPtrArray *emotions = thaw_entry_summary_get_emotions (summary);
  GPtrArray *tags = thaw_entry_summary_get_tags (summary);
  const char *answer = thaw_answer_get_word (thaw_entry_summary_get_answer (summary));

  begin (self, width, char_width, emotions->len + tags->len + (answer[0] != '\0' ? 1 : 0));
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      add (self, thaw_vocabulary_get_word (vocabulary, mark->slug), mark->intensity, FALSE);
    }
  if (answer[0] != '\0')
    add (self, answer, 0, FALSE);
  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *words = thaw_entry_words_for_tag (g_ptr_array_index (tags, i));

      add (self, words, 0, TRUE);
    }
}

/**
 * thaw_entry_chip_row_fill_noticed:
 * @width: the room there is, in pixels
 * @char_width: the mean width of a character
 * @summary: an entry
 * @coping_catalog: (nullable): the words for what was done
 *
 * Shows what was noticed in the body, and what was done about it.
 */
void
thaw_entry_chip_row_fill_noticed (ThawEntryChipRow  *self,
                                  int                width,
                                  double             char_width,
                                  ThawEntrySummary  *summary,
                                  ThawCopingCatalog *coping_catalog)
{
  GPtrArray *sensations = thaw_entry_summary_get_sensations (summary);
  GPtrArray *copings = thaw_entry_summary_get_copings (summary);
  g_autofree char *body_answer = thaw_entry_words_for_body_answer (thaw_entry_summary_get_body_answer (summary));

  begin (self, width, char_width, sensations->len + copings->len + (body_answer != NULL ? 1 : 0));
  for (guint i = 0; i < sensations->len; i++)
    {
      g_autofree char *words = thaw_sensation_to_words (g_ptr_array_index (sensations, i));

      add (self, words, 0, FALSE);
    }
  if (body_answer != NULL)
    add (self, body_answer, 0, FALSE);
  for (guint i = 0; i < copings->len; i++)
    {
      g_autofree char *words = thaw_entry_words_for_coping (g_ptr_array_index (copings, i), coping_catalog);

      add (self, words, 0, TRUE);
    }
}

/**
 * thaw_entry_chip_row_snapshot:
 * @snapshot: where to draw
 * @offset: from the start of the widget, whichever side that is
 * @y: from its top
 * @height: of the chips
 * @color: of what is written
 */
void
thaw_entry_chip_row_snapshot (ThawEntryChipRow *self,
                              GtkSnapshot      *snapshot,
                              int               offset,
                              int               y,
                              int               height,
                              const GdkRGBA    *color)
{
  gboolean is_rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->chips->len; i++)
    {
      ThawEntryChip *chip = g_ptr_array_index (self->chips, i);
      int width = thaw_entry_chip_get_width (chip);

      thaw_entry_chip_snapshot (chip, snapshot,
                                is_rtl ? gtk_widget_get_width (self->widget) - offset - width : offset, y,
                                height, is_rtl, color);
      offset += width + CHIP_GAP;
    }
}
