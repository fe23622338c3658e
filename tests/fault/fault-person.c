/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fault-person.h"

#include "thaw-test.h"

/*
 * Somebody who is on the disk in two tables: version 3 is called so, has a long text
 * about it, and three ways to be reached that say so. What is of two versions at once
 * is torn.
 */

#define UUID "0195e4a0-0000-7000-8000-000000000501"
#define MAX_VERSION 9

/* Longer than a page, so that it is not all in one place. */
#define NOTES_BYTES 6000

static ThawPerson *
make_person (FaultState version)
{
  g_autofree char *word = g_strdup_printf ("version %d", version);
  ThawPerson *person = thaw_person_new (THAW_PERSON_FRIEND, word);

  person->id = g_strdup (UUID);
  person->notes = g_strnfill (NOTES_BYTES, (char) ('0' + version));
  for (int i = 0; i < version; i++)
    g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_MESSENGER, NULL, word));

  return person;
}

static gboolean
is_version (const ThawPerson *person,
            FaultState        version)
{
  g_autoptr (ThawPerson) expected = make_person (version);

  return thaw_person_equal (person, expected);
}

gboolean
fault_person_save (ThawPeopleStore  *people,
                   FaultState        version,
                   GError          **error)
{
  g_autoptr (ThawPerson) person = make_person (version);
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_people_store_save_async (people, person, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_people_store_save_finish (people, result, error);

  return saved != NULL;
}

gboolean
fault_person_remove (ThawPeopleStore  *people,
                     GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_people_store_remove_async (people, UUID, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);

  return thaw_people_store_remove_finish (people, result, error);
}

/**
 * fault_person_read:
 * @out_state: (out): which version is there, 0 if there is none, or %FAULT_PERSON_TORN
 * @error: return location for an error; that there is nobody is none
 *
 * Returns: whether it could be read
 */
gboolean
fault_person_read (ThawPeopleStore  *people,
                   FaultState       *out_state,
                   GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ThawPerson) person = thaw_people_store_get (people, UUID, &local_error);

  *out_state = 0;
  if (person == NULL)
    {
      if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  for (FaultState version = 1; version <= MAX_VERSION; version++)
    {
      if (is_version (person, version))
        {
          *out_state = version;
          return TRUE;
        }
    }

  *out_state = FAULT_PERSON_TORN;

  return TRUE;
}
