/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-writer"

#include "config.h"
#include "thaw-vcard-writer.h"

#include "thaw-person.h"
#include "thaw-photo.h"
#include "vcard/thaw-vcard-text.h"

/**
 * ThawVcardWriter:
 *
 * Writes the people for an address book, and no entries: see thaw_vcard_append_person().
 * They come in the order in which they are listed, with their pictures.
 */
struct _ThawVcardWriter
{
  ThawEntryWriter parent_instance;

  GPtrArray *people; /* (owned) (nullable) (element-type ThawPerson) */
  GPtrArray *photos; /* (owned) (nullable) (element-type ThawPhoto) */
};

G_DEFINE_FINAL_TYPE (ThawVcardWriter, thaw_vcard_writer, THAW_TYPE_ENTRY_WRITER)

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  return thaw_person_compare (*(const ThawPerson *const *) a, *(const ThawPerson *const *) b);
}

static void
thaw_vcard_writer_set_beside (ThawEntryWriter       *writer,
                              const ThawImportBatch *beside)
{
  ThawVcardWriter *self = THAW_VCARD_WRITER (writer);

  g_return_if_fail (self->people == NULL);

  self->people = g_ptr_array_ref (beside->people);
  self->photos = g_ptr_array_ref (beside->photos);
}

static void
thaw_vcard_writer_append_start (ThawEntryWriter *writer,
                                GString         *out)
{
}

static void
thaw_vcard_writer_append_end (ThawEntryWriter *writer,
                              GString         *out)
{
  ThawVcardWriter *self = THAW_VCARD_WRITER (writer);
  g_autoptr (GHashTable) photos = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; self->photos != NULL && i < self->photos->len; i++)
    {
      const ThawPhoto *photo = g_ptr_array_index (self->photos, i);

      g_hash_table_insert (photos, photo->id, photo->data);
    }

  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (self->people, i));
  g_ptr_array_sort (sorted, compare_people);

  for (guint i = 0; i < sorted->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (sorted, i);

      thaw_vcard_append_person (out, person,
                                person->photo != NULL ? g_hash_table_lookup (photos, person->photo) : NULL);
    }
}

static void
thaw_vcard_writer_dispose (GObject *object)
{
  ThawVcardWriter *self = THAW_VCARD_WRITER (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->photos, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_vcard_writer_parent_class)->dispose (object);
}

static void
thaw_vcard_writer_class_init (ThawVcardWriterClass *klass)
{
  ThawEntryWriterClass *writer_class = THAW_ENTRY_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_vcard_writer_dispose;

  writer_class->set_beside = thaw_vcard_writer_set_beside;
  writer_class->append_start = thaw_vcard_writer_append_start;
  writer_class->append_end = thaw_vcard_writer_append_end;
}

static void
thaw_vcard_writer_init (ThawVcardWriter *self)
{
}

/**
 * thaw_vcard_writer_new:
 * @stream: where to write
 *
 * Returns: (transfer full): a writer of the people, which takes no entries
 */
ThawEntryWriter *
thaw_vcard_writer_new (GOutputStream *stream)
{
  return g_object_new (THAW_TYPE_VCARD_WRITER, "stream", stream, NULL);
}
