/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-plan"

#include "config.h"
#include "thaw-care-plan.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"

/* Enough to begin with, and few enough for all parts to have their place on one page. */
#define N_BLANK_LINES 2

static const ThawPerson *
find_person (GPtrArray  *people,
             const char *id)
{
  for (guint i = 0; people != NULL && id != NULL && i < people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (people, i);

      if (g_strcmp0 (person->id, id) == 0)
        return person;
    }

  return NULL;
}

/* The number to call; what else there is for somebody without one. */
static const ThawContactWay *
get_best_way (const ThawPerson *person)
{
  const ThawContactWay *way = thaw_person_get_first_way (person, THAW_CONTACT_PHONE);

  if (way == NULL)
    way = thaw_person_get_first_way (person, THAW_CONTACT_TEXT);
  if (way == NULL && person->ways->len > 0)
    way = g_ptr_array_index (person->ways, 0);

  return way;
}

static char *
join_name_and_number (const char *name,
                      const char *number)
{
  /* Translators: whom to call, and the number, as “Anna: 0171 1234567” */
  return g_strdup_printf (_("%s: %s"), name, number);
}

static char *
describe_person (const ThawPerson *person)
{
  const ThawContactWay *way = get_best_way (person);
  g_autofree char *name = NULL;

  if (person->role != NULL)
    /* Translators: the name of a person, and who that is, as “Anna (my sponsor)” */
    name = g_strdup_printf (_("%s (%s)"), person->name, person->role);
  else
    name = g_strdup (person->name);

  return way != NULL ? join_name_and_number (name, way->value) : g_steal_pointer (&name);
}

/**
 * thaw_care_item_describe:
 * @item: a line of the care plan
 * @people: (nullable) (element-type ThawPerson): those whom items may stand for
 *
 * Returns: (transfer full): what it says; of a person what they are called now, and how to
 *   reach them
 */
char *
thaw_care_item_describe (const ThawCareItem *item,
                         GPtrArray          *people)
{
  const ThawPerson *person;

  g_return_val_if_fail (item != NULL, NULL);

  person = find_person (people, item->person);

  return person != NULL ? describe_person (person) : g_strdup (item->text);
}

static void
add_part (ThawDocument       *document,
          const ThawCarePlan *self,
          ThawCarePart        part)
{
  gboolean is_empty = TRUE;

  thaw_document_add (document, THAW_BLOCK_HEADING, thaw_care_part_get_name (part));
  for (guint i = 0; i < self->items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (self->items, i);
      g_autofree char *text = NULL;

      if (item->part != part)
        continue;

      text = thaw_care_item_describe (item, self->people);
      thaw_document_add (document, THAW_BLOCK_ITEM, text);
      is_empty = FALSE;
    }

  if (!is_empty)
    return;

  thaw_document_add (document, THAW_BLOCK_NOTE, thaw_care_part_get_hint (part));
  for (guint i = 0; i < N_BLANK_LINES; i++)
    thaw_document_add (document, THAW_BLOCK_BLANK, "");
}

static void
add_own_lines (ThawDocument *document,
               GPtrArray    *own_lines)
{
  for (guint i = 0; own_lines != NULL && i < own_lines->len; i++)
    {
      const ThawOwnLine *line = g_ptr_array_index (own_lines, i);
      g_autofree char *text = join_name_and_number (line->name, line->number);

      thaw_document_add (document, THAW_BLOCK_ITEM, text);
    }
}

static const ThawHelpLine *
find_crisis_line (const ThawCarePlan *self)
{
  const ThawHelpCountry *country = thaw_help_catalog_find_country (self->catalog, self->country);
  GPtrArray *everywhere = thaw_help_catalog_get_everywhere (self->catalog);

  for (guint i = 0; country != NULL && i < country->lines->len; i++)
    {
      const ThawHelpLine *line = g_ptr_array_index (country->lines, i);

      if (line->kind == THAW_HELP_CRISIS && line->ways->len > 0)
        return line;
    }

  for (guint i = 0; i < everywhere->len; i++)
    {
      const ThawHelpLine *line = g_ptr_array_index (everywhere, i);

      if (line->ways->len > 0)
        return line;
    }

  return NULL;
}

static void
add_shipped_lines (ThawDocument       *document,
                   const ThawCarePlan *self)
{
  const ThawHelpCountry *country = thaw_help_catalog_find_country (self->catalog, self->country);
  const ThawHelpLine *line = find_crisis_line (self);

  if (country != NULL && country->emergency != NULL)
    {
      g_autofree char *text = join_name_and_number (_("Emergency"), country->emergency);

      thaw_document_add (document, THAW_BLOCK_ITEM, text);
    }

  if (line != NULL)
    {
      const ThawContactWay *way = g_ptr_array_index (line->ways, 0);
      g_autofree char *text = join_name_and_number (line->name, way->value);
      g_autofree char *day = thaw_day_to_full_words (line->checked);
      /* Translators: %s is a day, as “29 November 2026” */
      g_autofree char *checked = g_strdup_printf (_("Last checked on %s"), day);

      thaw_document_add (document, THAW_BLOCK_ITEM, text);
      thaw_document_add (document, THAW_BLOCK_NOTE, checked);
    }
}

/**
 * thaw_care_plan_to_document:
 * @self: what stands in it
 *
 * A page to take along: the six parts, with the number of each person who is named there,
 * and lines to write on where nothing stands yet; whom to call at any hour at its foot.
 *
 * Returns: (transfer full): the document
 */
ThawDocument *
thaw_care_plan_to_document (const ThawCarePlan *self)
{
  ThawDocument *document;

  g_return_val_if_fail (self != NULL && self->items != NULL, NULL);

  document = thaw_document_new (_("My Care Plan"));
  for (guint part = 0; part < THAW_N_CARE_PARTS; part++)
    add_part (document, self, part);

  if (self->catalog == NULL && (self->own_lines == NULL || self->own_lines->len == 0))
    return document;

  thaw_document_add (document, THAW_BLOCK_HEADING, _("When it is urgent"));
  add_own_lines (document, self->own_lines);
  if (self->catalog != NULL)
    add_shipped_lines (document, self);

  return document;
}
