/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-tags"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-tag-store.h"

/* Enough for the search index to be made anew instead of entry by entry. */
#define N_MANY 10000

typedef struct
{
  ThawStorageTest base;
  ThawTagStore *tags;
  guint n_changed;
  guint n_journal_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_storage_test_set_up (&fixture->base, data);
  fixture->tags = thaw_tag_store_new (fixture->base.database, fixture->base.clock, NULL, NULL);
  g_signal_connect_swapped (fixture->tags, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->base.journal, "changed", G_CALLBACK (count_cb), &fixture->n_journal_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  /* Whatever was done: the search is in step, and every row belongs somewhere. */
  thaw_database_verify_sync (fixture->base.database, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&fixture->tags));
  thaw_storage_test_tear_down (&fixture->base, data);
}

/* @tags as "person:Anna place:*home", where * is a trigger. */
static void
set_tags (ThawEntry  *entry,
          const char *tags)
{
  g_auto (GStrv) words = g_strsplit (tags, " ", -1);

  thaw_entry_clear_tags (entry);
  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", 2);
      gboolean is_trigger = parts[1][0] == '*';
      ThawTagKind kind;

      g_assert_true (thaw_tag_kind_from_slug (parts[0], &kind));
      thaw_entry_set_tag (entry, parts[1] + (is_trigger ? 1 : 0), kind, is_trigger);
    }
}

static char *
add (Fixture    *fixture,
     const char *text,
     const char *tags)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry ("2026-03-01T08:00:00Z", text);
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;

  set_tags (entry, tags);
  saved = thaw_journal_save_sync (fixture->base.journal, entry, &error);
  g_assert_no_error (error);

  return g_strdup (thaw_entry_get_uuid (saved));
}

static void
change_tags (Fixture    *fixture,
             const char *uuid,
             const char *tags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (fixture->base.journal, uuid, &error);
  g_autoptr (ThawEntry) saved = NULL;

  g_assert_no_error (error);
  set_tags (entry, tags);
  saved = thaw_journal_save_sync (fixture->base.journal, entry, &error);
  g_assert_no_error (error);
}

static char *
get_tags (Fixture    *fixture,
          const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (fixture->base.journal, uuid, &error);
  GString *tags = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < thaw_entry_get_tags (entry)->len; i++)
    {
      ThawTagMark *mark = g_ptr_array_index (thaw_entry_get_tags (entry), i);

      g_string_append_printf (tags, "%s%s:%s%s", i > 0 ? " " : "", thaw_tag_kind_to_slug (mark->kind),
                              mark->is_trigger ? "*" : "", mark->name);
    }

  return g_string_free (tags, FALSE);
}

#define ASSERT_TAGS(fixture, uuid, expected)                    \
  G_STMT_START                                                  \
    {                                                           \
      g_autofree char *tags_ = get_tags ((fixture), (uuid));    \
      g_assert_cmpstr (tags_, ==, (expected));                  \
    }                                                           \
  G_STMT_END

/* "person:Anna 2/1": the entries and those where it was a trigger. */
static char *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uses = thaw_tag_store_list_sync (fixture->tags, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < uses->len; i++)
    {
      ThawTagUse *use = g_ptr_array_index (uses, i);

      g_string_append_printf (all, "%s%s:%s %u/%u", i > 0 ? "|" : "", thaw_tag_kind_to_slug (use->kind), use->name,
                              use->n_entries, use->n_triggers);
    }

  return g_string_free (all, FALSE);
}

#define ASSERT_LIST(fixture, expected)                    \
  G_STMT_START                                            \
    {                                                     \
      g_autofree char *listed_ = list (fixture);          \
      g_assert_cmpstr (listed_, ==, (expected));          \
    }                                                     \
  G_STMT_END

static char *
find_uuid (Fixture    *fixture,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uses = thaw_tag_store_list_sync (fixture->tags, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < uses->len; i++)
    {
      ThawTagUse *use = g_ptr_array_index (uses, i);

      if (g_str_equal (use->name, name))
        return g_strdup (use->uuid);
    }
  g_assert_not_reached ();
}

static char *
find (Fixture    *fixture,
      ThawTagKind kind,
      const char *name)
{
  g_autoptr (GError) error = NULL;
  ThawJournalFilter filter = { .tag = (char *) name, .tag_kind = kind };
  GPtrArray *found = thaw_journal_find_sync (fixture->base.journal, &filter, THAW_JOURNAL_NEWEST, 100, &error);

  g_assert_no_error (error);

  return thaw_storage_test_join (found);
}

#define ASSERT_FINDS(fixture, kind, name, expected)                    \
  G_STMT_START                                                         \
    {                                                                  \
      g_autofree char *found_ = find ((fixture), (kind), (name));      \
      g_assert_cmpstr (found_, ==, (expected));                        \
    }                                                                  \
  G_STMT_END

static ThawTagChange *
finish (Fixture       *fixture,
        GAsyncResult **slot,
        GError       **error)
{
  g_autoptr (GAsyncResult) result = thaw_test_await (slot);

  return thaw_tag_store_change_finish (fixture->tags, result, error);
}

static ThawTagChange *
rename_tag (Fixture     *fixture,
            const char  *from,
            const char  *to,
            GError     **error)
{
  g_autofree char *uuid = find_uuid (fixture, from);
  GAsyncResult *slot = NULL;

  thaw_tag_store_rename_async (fixture->tags, uuid, to, NULL, thaw_test_store_result_cb, &slot);

  return finish (fixture, &slot, error);
}

static ThawTagChange *
delete_tag (Fixture    *fixture,
            const char *name)
{
  g_autofree char *uuid = find_uuid (fixture, name);
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  ThawTagChange *change;

  thaw_tag_store_delete_async (fixture->tags, uuid, NULL, thaw_test_store_result_cb, &slot);
  change = finish (fixture, &slot, &error);
  g_assert_no_error (error);

  return change;
}

static void
undo (Fixture       *fixture,
      ThawTagChange *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_tag_store_undo_async (fixture->tags, change, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_tag_store_undo_finish (fixture->tags, result, &error);
  g_assert_no_error (error);
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = add (fixture, "one", "person:*Ann place:home");
  g_autofree char *second = add (fixture, "two", "event:rain person:Ann");
  g_autofree char *uuid = find_uuid (fixture, "Ann");
  g_autofree char *renamed = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (ThawTagChange) change = NULL;
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_utc (2026, 4, 1, 0, 0, 0);
  g_autoptr (GError) error = NULL;

  ASSERT_LIST (fixture, "person:Ann 2/1|place:home 1/0|event:rain 1/0");
  thaw_clock_set_now (fixture->base.clock, later);
  fixture->n_changed = fixture->n_journal_changed = 0;
  change = rename_tag (fixture, "Ann", "  Anna  Lena ", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_journal_changed, ==, 1);
  g_assert_cmpuint (thaw_tag_change_get_n_entries (change), ==, 2);
  g_assert_false (thaw_tag_change_is_merge (change));
  renamed = find_uuid (fixture, "Anna Lena");
  g_assert_cmpstr (renamed, ==, uuid);
  ASSERT_FINDS (fixture, THAW_TAG_PERSON, "Anna Lena", "two|one");
  ASSERT_FINDS (fixture, THAW_TAG_PERSON, "Ann", "");
  entry = thaw_journal_get_entry (fixture->base.journal, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (thaw_entry_get_modified_ms (entry), ==, g_date_time_to_unix (later) * 1000);

  undo (fixture, change);
  ASSERT_TAGS (fixture, first, "person:*Ann place:home");
  ASSERT_TAGS (fixture, second, "event:rain person:Ann");
  ASSERT_FINDS (fixture, THAW_TAG_PERSON, "Ann", "two|one");
  ASSERT_FINDS (fixture, THAW_TAG_PERSON, "Anna Lena", "");
  restored = find_uuid (fixture, "Ann");
  g_assert_cmpstr (restored, ==, uuid);

  /* A second time there is nothing left to take back. */
  undo (fixture, change);
  ASSERT_TAGS (fixture, first, "person:*Ann place:home");
}

static void
test_bad_requests (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = add (fixture, "one", "person:Ann");
  g_autoptr (ThawTagChange) same = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  g_assert_null (rename_tag (fixture, "Ann", " \n ", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (rename_tag (fixture, "Ann", "\xff", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
  g_clear_error (&error);

  thaw_tag_store_delete_async (fixture->tags, uuid, NULL, thaw_test_store_result_cb, &slot);
  g_assert_null (finish (fixture, &slot, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  same = rename_tag (fixture, "Ann", "Ann", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (thaw_tag_change_get_n_entries (same), ==, 0);
  undo (fixture, same);
  ASSERT_TAGS (fixture, uuid, "person:Ann");
}

/* An entry with both, with one, with the other; both at other places and with other marks. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *both = add (fixture, "both", "person:*Ann event:rain person:Anna");
  g_autofree char *only_ann = add (fixture, "only Ann", "event:rain person:Ann");
  g_autofree char *only_anna = add (fixture, "only Anna", "person:*Anna");
  g_autofree char *hidden = add (fixture, "hidden", "person:Ann");
  g_autoptr (ThawTagChange) change = NULL;
  g_autoptr (GError) error = NULL;

  thaw_storage_test_hide (&fixture->base, hidden);
  change = rename_tag (fixture, "Ann", "Anna", &error);
  g_assert_no_error (error);
  g_assert_true (thaw_tag_change_is_merge (change));
  g_assert_cmpuint (thaw_tag_change_get_n_entries (change), ==, 3);
  ASSERT_TAGS (fixture, both, "event:rain person:*Anna");
  ASSERT_TAGS (fixture, only_ann, "event:rain person:Anna");
  ASSERT_TAGS (fixture, only_anna, "person:*Anna");
  ASSERT_LIST (fixture, "person:Anna 3/2|event:rain 2/0");
  ASSERT_FINDS (fixture, THAW_TAG_PERSON, "Anna", "only Anna|only Ann|both");
  ASSERT_FINDS (fixture, THAW_TAG_PERSON, "Ann", "");

  undo (fixture, change);
  ASSERT_TAGS (fixture, both, "person:*Ann event:rain person:Anna");
  ASSERT_TAGS (fixture, only_ann, "event:rain person:Ann");
  ASSERT_TAGS (fixture, only_anna, "person:*Anna");
  ASSERT_LIST (fixture, "person:Ann 2/1|person:Anna 2/1|event:rain 2/0");
}

static void
test_merge_of_two_kinds (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *entry = add (fixture, "one", "activity:running");
  g_autofree char *other = add (fixture, "two", "event:*race");
  g_autofree char *from = find_uuid (fixture, "running");
  g_autofree char *into = find_uuid (fixture, "race");
  g_autoptr (ThawTagChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_tag_store_merge_async (fixture->tags, from, into, NULL, thaw_test_store_result_cb, &slot);
  change = finish (fixture, &slot, &error);
  g_assert_no_error (error);
  ASSERT_TAGS (fixture, entry, "event:race");
  ASSERT_TAGS (fixture, other, "event:*race");
  undo (fixture, change);
  ASSERT_TAGS (fixture, entry, "activity:running");
}

static void
test_kind (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *entry = add (fixture, "one", "event:*late place:late");
  g_autofree char *uuid = find_uuid (fixture, "late");
  g_autoptr (ThawTagChange) to_thought = NULL;
  g_autoptr (ThawTagChange) to_place = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_tag_store_set_kind_async (fixture->tags, uuid, THAW_TAG_THOUGHT, NULL, thaw_test_store_result_cb, &slot);
  to_thought = finish (fixture, &slot, &error);
  g_assert_no_error (error);
  g_assert_false (thaw_tag_change_is_merge (to_thought));
  ASSERT_TAGS (fixture, entry, "thought:*late place:late");
  ASSERT_FINDS (fixture, THAW_TAG_THOUGHT, "late", "one");

  thaw_tag_store_set_kind_async (fixture->tags, uuid, THAW_TAG_PLACE, NULL, thaw_test_store_result_cb, &slot);
  to_place = finish (fixture, &slot, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_tag_change_is_merge (to_place));
  ASSERT_TAGS (fixture, entry, "place:*late");

  undo (fixture, to_place);
  undo (fixture, to_thought);
  ASSERT_TAGS (fixture, entry, "event:*late place:late");
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = add (fixture, "one", "person:Ann event:*rain place:home");
  g_autofree char *bare = add (fixture, "", "event:rain");
  g_autoptr (ThawTagChange) change = delete_tag (fixture, "rain");
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  ASSERT_TAGS (fixture, uuid, "person:Ann place:home");
  ASSERT_FINDS (fixture, THAW_TAG_EVENT, "rain", "");
  entry = thaw_journal_get_entry (fixture->base.journal, uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "one");
  /* An entry that said nothing else stays. */
  ASSERT_TAGS (fixture, bare, "");

  undo (fixture, change);
  ASSERT_TAGS (fixture, uuid, "person:Ann event:*rain place:home");
  ASSERT_TAGS (fixture, bare, "event:rain");
  ASSERT_FINDS (fixture, THAW_TAG_EVENT, "rain", "|one");
}

/* Undo after the person went on: what they did since stays. */
static void
test_undo_later (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *taken_away = add (fixture, "taken away", "person:Ann");
  g_autofree char *marked = add (fixture, "marked", "person:Ann");
  g_autofree char *purged = add (fixture, "purged", "person:Ann");
  g_autofree char *again = add (fixture, "again", "event:rain place:home");
  g_autofree char *new_one = NULL;
  g_autoptr (ThawTagChange) renamed = NULL;
  g_autoptr (ThawTagChange) deleted = NULL;
  g_autoptr (GError) error = NULL;

  renamed = rename_tag (fixture, "Ann", "Anna", &error);
  g_assert_no_error (error);
  deleted = delete_tag (fixture, "rain");
  new_one = add (fixture, "new one", "person:Anna");
  change_tags (fixture, taken_away, "place:home");
  change_tags (fixture, marked, "person:*Anna");
  change_tags (fixture, again, "place:home event:*rain");
  thaw_storage_test_hide (&fixture->base, purged);
  thaw_storage_test_purge (&fixture->base, NULL);

  undo (fixture, renamed);
  undo (fixture, deleted);
  ASSERT_TAGS (fixture, taken_away, "place:home");
  ASSERT_TAGS (fixture, marked, "person:*Ann");
  ASSERT_TAGS (fixture, new_one, "person:Anna");
  ASSERT_TAGS (fixture, again, "place:home event:*rain");
}

static void
test_undo_merge_later (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *uuid = add (fixture, "both", "person:Ann person:Anna");
  g_autofree char *other = add (fixture, "other", "person:Anna");
  g_autoptr (ThawTagChange) change = NULL;
  g_autoptr (GError) error = NULL;

  change = rename_tag (fixture, "Ann", "Anna", &error);
  g_assert_no_error (error);
  change_tags (fixture, uuid, "place:home");
  undo (fixture, change);
  ASSERT_TAGS (fixture, uuid, "place:home");
  ASSERT_TAGS (fixture, other, "person:Anna");
  ASSERT_LIST (fixture, "person:Anna 1/0|place:home 1/0");
}

/* Saved since with other tags: the one that comes back stands last. */
static void
test_undo_after_save (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *uuid = add (fixture, "one", "event:rain person:Ann place:home");
  g_autoptr (ThawTagChange) change = delete_tag (fixture, "Ann");

  change_tags (fixture, uuid, "event:rain place:home event:snow");
  undo (fixture, change);
  ASSERT_TAGS (fixture, uuid, "event:rain place:home event:snow person:Ann");
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawTagChange) change = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_MANY; i++)
    {
      g_autofree char *iso = g_strdup_printf ("2026-03-%02dT%02d:%02d:%02dZ", 1 + i / 3600 % 28, i / 3600 % 24,
                                              i / 60 % 60, i % 60);
      ThawEntry *entry = thaw_storage_test_make_entry (iso, "Words");

      set_tags (entry, i % 2 != 0 ? "person:*Ann" : "person:Ann event:rain");
      g_ptr_array_add (entries, entry);
    }
  thaw_journal_import_sync (fixture->base.journal, entries, FALSE, NULL, &error);
  g_assert_no_error (error);

  change = rename_tag (fixture, "Ann", "Anna", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (thaw_tag_change_get_n_entries (change), ==, N_MANY);
  ASSERT_LIST (fixture, "person:Anna 10000/5000|event:rain 5000/0");
  undo (fixture, change);
  ASSERT_LIST (fixture, "person:Ann 10000/5000|event:rain 5000/0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/tags/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rename", test_rename);
  ADD ("bad-requests", test_bad_requests);
  ADD ("merge", test_merge);
  ADD ("merge-of-two-kinds", test_merge_of_two_kinds);
  ADD ("kind", test_kind);
  ADD ("delete", test_delete);
  ADD ("undo-later", test_undo_later);
  ADD ("undo-merge-later", test_undo_merge_later);
  ADD ("undo-after-save", test_undo_after_save);
  ADD ("many", test_many);
#undef ADD

  return g_test_run ();
}
