/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-people"

#include "config.h"
#include "thaw-demo-people.h"

#include "thaw-article-mark.h"
#include "thaw-care-item.h"
#include "thaw-demo-markup.h"
#include "thaw-demo-resources.h"
#include "thaw-moment.h"
#include "thaw-own-line.h"
#include "thaw-person.h"
#include "thaw-uuid.h"

#define RESOURCE "/io/github/thawapp/Thaw/demo/people.xml"

/* All of it was looked through on the last evening. */
#define WRITTEN_HOUR 20

#define MAX_TALKED_DAYS 60

/* Who is there at the end of the sample journal, and what was written down for hard times. */
typedef struct
{
  ThawImportBatch *batch;  /* (unowned) */
  ThawDay last_day;
  gint64 written_ms;
  int n_items;             /* of the care plan, so far */
  ThawPerson *person;      /* (unowned) (nullable): who is being read */
  ThawContactWay *way;     /* (unowned) (nullable): one of their ways */
  ThawOwnLine *line;       /* (unowned) (nullable) */
  ThawCareItem *item;      /* (unowned) (nullable) */
  ThawArticleMark *mark;   /* (unowned) (nullable) */
  GString *content;        /* (owned): of the element that is open */
} Reading;

/**
 * thaw_demo_make_id:
 * @kind: what it is the identity of, as “person”
 * @name: which of these, as “ines”
 *
 * What is in the file has a name there, so the journal is the same each time.
 *
 * Returns: (transfer full): a UUID
 */
char *
thaw_demo_make_id (const char *kind,
                   const char *name)
{
  g_autofree char *full = g_strconcat ("demo\n", kind, "\n", name, NULL);

  return thaw_uuid_new_from_name (full);
}

static gboolean
parse_number (const char *value,
              int         max,
              int        *out_number)
{
  gint64 number;

  if (!g_ascii_string_to_signed (value, 10, 0, max, &number, NULL))
    return FALSE;
  *out_number = (int) number;

  return TRUE;
}

static gboolean
read_person (Reading    *self,
             const char *name,
             const char *value)
{
  ThawPerson *person = self->person;
  int days = 0;

  if (g_str_equal (name, "id"))
    person->id = thaw_demo_make_id ("person", value);
  else if (g_str_equal (name, "kind"))
    return thaw_person_kind_from_slug (value, &person->kind);
  else if (g_str_equal (name, "role"))
    person->role = g_strdup (value);
  else if (g_str_equal (name, "favourite"))
    person->is_favourite = g_str_equal (value, "yes");
  else if (g_str_equal (name, "distance"))
    person->keeps_distance = g_str_equal (value, "yes");
  else if (g_str_equal (name, "nudge"))
    return parse_number (value, THAW_PERSON_MAX_NUDGE_DAYS, &person->nudge_days);
  else if (g_str_equal (name, "talked") && parse_number (value, MAX_TALKED_DAYS, &days))
    person->last_contact = self->last_day - (ThawDay) days;
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_way (Reading    *self,
          const char *name,
          const char *value)
{
  if (g_str_equal (name, "kind"))
    return thaw_contact_kind_from_slug (value, &self->way->kind);
  if (!g_str_equal (name, "label"))
    return FALSE;

  self->way->label = g_strdup (value);

  return TRUE;
}

static gboolean
read_item (Reading    *self,
           const char *name,
           const char *value)
{
  if (g_str_equal (name, "part"))
    return thaw_care_part_from_slug (value, &self->item->part);
  if (g_str_equal (name, "person"))
    self->item->person = thaw_demo_make_id ("person", value);
  else if (g_str_equal (name, "activity"))
    self->item->activity = g_strdup (value);
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_line (Reading    *self,
           const char *name,
           const char *value)
{
  if (g_str_equal (name, "number"))
    {
      g_free (self->line->number);
      self->line->number = g_strdup (value);
      return TRUE;
    }
  if (!g_str_equal (name, "note"))
    return FALSE;

  self->line->note = g_strdup (value);

  return TRUE;
}

static gboolean
read_mark (Reading    *self,
           const char *name,
           const char *value)
{
  int percent;

  if (g_str_equal (name, "article"))
    {
      g_free (self->mark->article);
      self->mark->article = g_strdup (value);
      self->mark->id = thaw_demo_make_id ("mark", value);
    }
  else if (g_str_equal (name, "stance"))
    return thaw_stance_from_slug (value, &self->mark->stance);
  else if (g_str_equal (name, "bookmarked"))
    self->mark->is_bookmarked = g_str_equal (value, "yes");
  else if (g_str_equal (name, "read") && parse_number (value, 100, &percent))
    self->mark->position = percent / 100.0;
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_nothing (Reading    *self,
              const char *name,
              const char *value)
{
  return FALSE;
}

typedef gboolean (*ReadAttribute) (Reading    *self,
                                   const char *name,
                                   const char *value);

/* Adds what an element stands for. Returns what reads its attributes; NULL if there is no such element here. */
static ReadAttribute
start (Reading    *self,
       const char *element)
{
  if (g_str_equal (element, "person"))
    {
      self->person = thaw_person_new (THAW_PERSON_OTHER, "");
      self->person->modified_ms = self->written_ms;
      g_ptr_array_add (self->batch->people, self->person);
      return read_person;
    }
  if (g_str_equal (element, "way") && self->person != NULL)
    {
      self->way = thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, "");
      g_ptr_array_add (self->person->ways, self->way);
      return read_way;
    }
  if (g_str_equal (element, "care"))
    {
      g_autofree char *number = g_strdup_printf ("%d", self->n_items);

      self->item = thaw_care_item_new (THAW_CARE_WARNING_SIGNS, self->n_items++, "");
      self->item->id = thaw_demo_make_id ("care", number);
      self->item->modified_ms = self->written_ms;
      g_ptr_array_add (self->batch->care_items, self->item);
      return read_item;
    }
  if (g_str_equal (element, "line"))
    {
      self->line = thaw_own_line_new ("", "");
      self->line->modified_ms = self->written_ms;
      g_ptr_array_add (self->batch->own_lines, self->line);
      return read_line;
    }
  if (g_str_equal (element, "mark"))
    {
      self->mark = thaw_article_mark_new ("");
      self->mark->modified_ms = self->written_ms;
      g_ptr_array_add (self->batch->article_marks, self->mark);
      return read_mark;
    }
  if (g_str_equal (element, "demo") ||
      (self->person != NULL &&
       (g_str_equal (element, "name") || g_str_equal (element, "ask") || g_str_equal (element, "notes"))))
    return read_nothing;

  return NULL;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *element,
                  const char         **names,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  Reading *self = user_data;
  ReadAttribute read = start (self, element);

  if (read == NULL)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "There is no “%s” here", element);
      return;
    }

  g_string_truncate (self->content, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!read (self, names[i], values[i]))
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "“%s” cannot be “%s”", names[i],
                       values[i]);
          return;
        }
    }
}

static void
replace (char      **text,
         const char *content)
{
  g_free (*text);
  *text = thaw_demo_fold_space (content);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char          *element,
                gpointer             user_data,
                GError             **error)
{
  Reading *self = user_data;
  const char *content = self->content->str;

  if (g_str_equal (element, "name"))
    replace (&self->person->name, content);
  else if (g_str_equal (element, "ask"))
    replace (&self->person->ask, content);
  else if (g_str_equal (element, "notes"))
    replace (&self->person->notes, content);
  else if (g_str_equal (element, "way"))
    replace (&self->way->value, content);
  else if (g_str_equal (element, "care"))
    replace (&self->item->text, content);
  else if (g_str_equal (element, "mark") && content[0] != '\0')
    replace (&self->mark->note, content);
  else if (g_str_equal (element, "person"))
    self->person = NULL;
  else if (g_str_equal (element, "line"))
    {
      replace (&self->line->name, content);
      self->line->id = thaw_demo_make_id ("line", self->line->name);
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char          *content,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Reading *self = user_data;

  g_string_append_len (self->content, content, (gssize) length);
}

/**
 * thaw_demo_people_fill:
 * @batch: a sample journal
 * @last_day: its last day
 * @zone: where the person lives
 * @error: return location for a #GMarkupError
 *
 * Adds people, with ways to reach them that reach nobody, a care plan, a line to call and
 * marks on articles.
 *
 * Returns: whether the file they are in makes sense
 */
gboolean
thaw_demo_people_fill (ThawImportBatch  *batch,
                       ThawDay           last_day,
                       GTimeZone        *zone,
                       GError          **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb,
    .end_element = end_element_cb,
    .text = text_cb,
  };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) written = NULL;
  g_autoptr (GString) content = g_string_new (NULL);
  int year = 1, month = 1, day = 1;
  Reading reading = { .batch = batch, .last_day = last_day, .content = content };

  bytes = g_resource_lookup_data (thaw_demo_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;

  thaw_day_split (last_day, &year, &month, &day);
  written = g_date_time_new (zone, year, month, day, WRITTEN_HOUR, 0, 0);
  reading.written_ms = MAX (thaw_moment_from_time (written).utc_ms, 0);

  context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reading, NULL);

  return g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                       error) &&
         g_markup_parse_context_end_parse (context, error);
}
