/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-person-rows"

#include "config.h"
#include "thaw-person-rows.h"

#include "thaw-person.h"
#include "thaw-store-private.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

/* The columns of a row; its ways stand in another table. */
enum
{
  COLUMN_UUID,
  COLUMN_KIND,
  COLUMN_NAME,
  COLUMN_ROLE,
  COLUMN_PHOTO,
  COLUMN_LAST_CONTACT,
  COLUMN_IS_FAVOURITE,
  COLUMN_KEEPS_DISTANCE,
  COLUMN_NUDGE_DAYS,
  COLUMN_MODIFIED_MS,
  COLUMN_ASK,
  COLUMN_NOTES,
  COLUMN_WAYS,
  COLUMN_ROW,
};

/* Nothing is stored as nothing, not as an empty text. */
static void
clear_if_empty (char **text)
{
  if (*text != NULL && **text == '\0')
    g_clear_pointer (text, g_free);
}

static gpointer
copy_stored (gpointer record)
{
  ThawPerson *copy = thaw_person_copy (record);

  clear_if_empty (&copy->role);
  clear_if_empty (&copy->ask);
  clear_if_empty (&copy->notes);
  clear_if_empty (&copy->photo);

  return copy;
}

static gboolean
check_ways (GPtrArray  *ways,
            GError    **error)
{
  if (ways->len > THAW_PERSON_MAX_WAYS)
    {
      g_autofree char *message = NULL;

      message = g_strdup_printf (ngettext ("There is more than %d way to reach somebody",
                                           "There are more than %d ways to reach somebody",
                                           THAW_PERSON_MAX_WAYS),
                                 THAW_PERSON_MAX_WAYS);
      return thaw_record_refuse (error, message);
    }

  for (guint i = 0; i < ways->len; i++)
    {
      const ThawContactWay *way = g_ptr_array_index (ways, i);

      if ((guint) way->kind >= THAW_N_CONTACT_KINDS || !thaw_contact_way_is_valid (way))
        return thaw_record_refuse (error, _("A way to reach somebody is empty, too long or not one line of UTF-8"));
    }

  return TRUE;
}

static gboolean
check_person (gconstpointer   record,
              GError        **error)
{
  const ThawPerson *person = record;

  if ((guint) person->kind >= THAW_N_PERSON_KINDS)
    return thaw_record_refuse (error, _("A person is of no kind that there is"));
  if (!thaw_text_is_line (person->name, THAW_PERSON_MAX_NAME_BYTES))
    return thaw_record_refuse (error, _("The name of a person is empty, too long or not one line of UTF-8"));
  if (person->role != NULL && !thaw_text_is_line (person->role, THAW_PERSON_MAX_NAME_BYTES))
    return thaw_record_refuse (error, _("Who a person is to you is too long or not one line of UTF-8"));
  if (!thaw_record_text_is_valid (person->ask, THAW_PERSON_MAX_TEXT_BYTES))
    return thaw_record_refuse (error, _("What to ask of a person is too long or not valid UTF-8"));
  if (!thaw_record_text_is_valid (person->notes, THAW_PERSON_MAX_TEXT_BYTES))
    return thaw_record_refuse (error, _("The notes about a person are too long or not valid UTF-8"));
  if (person->photo != NULL && !thaw_uuid_is_valid (person->photo))
    return thaw_record_refuse (error, _("The photo of a person is none that there could be"));
  if (person->last_contact != THAW_DAY_NONE && !thaw_day_is_valid (person->last_contact))
    return thaw_record_refuse (error, _("The last contact with a person was on no day that there is"));
  if (person->nudge_days < 0 || person->nudge_days > THAW_PERSON_MAX_NUDGE_DAYS)
    return thaw_record_refuse (error, _("A reminder of a person comes after 0 to 365 days"));

  return check_ways (person->ways, error);
}

static gboolean
put_ways (ThawConnection    *connection,
          const ThawPerson  *person,
          GError           **error)
{
  g_autoptr (ThawStatement) delete = NULL;
  g_autoptr (ThawStatement) insert = NULL;

  delete = thaw_statement_new (connection,
                               "DELETE FROM person_way WHERE person = (SELECT id FROM person WHERE uuid = ?1)",
                               error);
  if (delete == NULL)
    return FALSE;

  thaw_statement_bind_text (delete, 1, person->id);
  if (!thaw_statement_run (delete, error))
    return FALSE;

  insert = thaw_statement_new (connection,
                               "INSERT INTO person_way (person, ordinal, kind, label, value)"
                               "  SELECT id, ?2, ?3, ?4, ?5 FROM person WHERE uuid = ?1",
                               error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < person->ways->len; i++)
    {
      const ThawContactWay *way = g_ptr_array_index (person->ways, i);

      thaw_statement_bind_text (insert, 1, person->id);
      thaw_statement_bind_int64 (insert, 2, i);
      thaw_statement_bind_text (insert, 3, thaw_contact_kind_to_slug (way->kind));
      thaw_statement_bind_text (insert, 4, way->label);
      thaw_statement_bind_text (insert, 5, way->value);
      if (!thaw_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_person (ThawConnection  *connection,
            gconstpointer    record,
            GError         **error)
{
  const ThawPerson *person = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO person (" THAW_PERSON_COLUMNS ")"
                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
                               "  ON CONFLICT (uuid) DO UPDATE SET kind = excluded.kind, name = excluded.name,"
                               "    role = excluded.role, photo = excluded.photo,"
                               "    last_contact = excluded.last_contact, is_favourite = excluded.is_favourite,"
                               "    keeps_distance = excluded.keeps_distance, nudge_days = excluded.nudge_days,"
                               "    modified_ms = excluded.modified_ms, ask = excluded.ask, notes = excluded.notes",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, person->id);
  thaw_statement_bind_text (insert, COLUMN_KIND + 1, thaw_person_kind_to_slug (person->kind));
  thaw_statement_bind_text (insert, COLUMN_NAME + 1, person->name);
  thaw_statement_bind_text (insert, COLUMN_ROLE + 1, person->role);
  thaw_statement_bind_text (insert, COLUMN_PHOTO + 1, person->photo);
  if (person->last_contact != THAW_DAY_NONE)
    thaw_record_bind_day (insert, COLUMN_LAST_CONTACT + 1, person->last_contact);
  thaw_statement_bind_int64 (insert, COLUMN_IS_FAVOURITE + 1, person->is_favourite != FALSE);
  thaw_statement_bind_int64 (insert, COLUMN_KEEPS_DISTANCE + 1, person->keeps_distance != FALSE);
  thaw_statement_bind_int64 (insert, COLUMN_NUDGE_DAYS + 1, person->nudge_days);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, person->modified_ms);
  thaw_statement_bind_text (insert, COLUMN_ASK + 1, person->ask);
  thaw_statement_bind_text (insert, COLUMN_NOTES + 1, person->notes);

  return thaw_statement_run (insert, error) && put_ways (connection, person, error);
}

/* What makes no sense is passed over, as with people. */
static void
read_ways (ThawPerson *person,
           const char *joined)
{
  g_auto (GStrv) ways = g_strsplit (joined != NULL ? joined : "", THAW_PERSON_WAY_END, -1);

  for (guint i = 0; ways[i] != NULL && person->ways->len < THAW_PERSON_MAX_WAYS; i++)
    {
      g_auto (GStrv) fields = g_strsplit (ways[i], THAW_PERSON_FIELD_END, -1);
      g_autoptr (ThawContactWay) way = NULL;
      ThawContactKind kind;

      if (g_strv_length (fields) != 3 || !thaw_contact_kind_from_slug (fields[0], &kind))
        continue;

      way = thaw_contact_way_new (kind, fields[1], fields[2]);
      if (thaw_contact_way_is_valid (way))
        g_ptr_array_add (person->ways, g_steal_pointer (&way));
    }
}

static gpointer
read_row (ThawStatement *row)
{
  const char *name = thaw_statement_get_text (row, COLUMN_NAME);
  const char *role = thaw_statement_get_text (row, COLUMN_ROLE);
  const char *photo = thaw_statement_get_text (row, COLUMN_PHOTO);
  ThawPersonKind kind;
  ThawPerson *person;

  if (!thaw_text_is_line (name, THAW_PERSON_MAX_NAME_BYTES) ||
      !thaw_person_kind_from_slug (thaw_statement_get_text (row, COLUMN_KIND), &kind))
    return NULL;

  person = thaw_person_new (kind, name);
  person->id = thaw_statement_dup_text (row, COLUMN_UUID);
  if (thaw_text_is_line (role, THAW_PERSON_MAX_NAME_BYTES))
    person->role = g_strdup (role);
  if (photo != NULL && thaw_uuid_is_valid (photo))
    person->photo = g_strdup (photo);
  person->last_contact = thaw_day_from_iso (thaw_statement_get_text (row, COLUMN_LAST_CONTACT));
  person->is_favourite = thaw_statement_get_int64 (row, COLUMN_IS_FAVOURITE) != 0;
  person->keeps_distance = thaw_statement_get_int64 (row, COLUMN_KEEPS_DISTANCE) != 0;
  person->nudge_days = thaw_record_get_number (row, COLUMN_NUDGE_DAYS, 0, THAW_PERSON_MAX_NUDGE_DAYS, 0);
  person->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);
  person->ask = thaw_statement_dup_text (row, COLUMN_ASK);
  person->notes = thaw_statement_dup_text (row, COLUMN_NOTES);
  read_ways (person, thaw_statement_get_text (row, COLUMN_WAYS));

  return person;
}

const ThawRecordKind thaw_person_records = {
  .name = "person",
  .uuid_offset = G_STRUCT_OFFSET (ThawPerson, id),
  .modified_offset = G_STRUCT_OFFSET (ThawPerson, modified_ms),
  .copy = copy_stored,
  .free = (GBoxedFreeFunc) thaw_person_free,
  .check = check_person,
  .put = put_person,
  .read = read_row,
  .compare = (GCompareFunc) thaw_person_compare,
  .list_sql = "SELECT " THAW_PERSON_COLUMNS ", " THAW_PERSON_WAYS " FROM person",
  .modified_sql = "SELECT modified_ms FROM person WHERE uuid = ?1",
  .delete_sql = "DELETE FROM person WHERE uuid = ?1 RETURNING uuid",
  .last_row_sql = "SELECT max (id) FROM person",
  .range_sql = "SELECT " THAW_PERSON_COLUMNS ", " THAW_PERSON_WAYS ", id FROM person NOT INDEXED"
               "  WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
  .bare_range_sql = "SELECT " THAW_PERSON_COLUMNS ", NULL, id FROM person NOT INDEXED"
                    "  WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
  .row_column = COLUMN_ROW,
};
