/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-entry"

#include "config.h"
#include "support/thaw-care-entry.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-line-text.h"
#include "thaw-uuid.h"
#include "thaw-words-keeper.h"

/* Soon enough that little is lost, late enough that not every key is a write. */
#define SAVE_DELAY_MS 1000

/* The longest text that can be kept, whatever characters it is of. */
#define MAX_LENGTH (THAW_CARE_MAX_TEXT_BYTES / 4)

/**
 * ThawCareEntry:
 *
 * Where a line of the care plan is written: a new one, or one that is changed. What is
 * written is saved within a second; it is the same line however often that happens.
 * #ThawCareEntry::done says that the person is done with it.
 */
struct _ThawCareEntry
{
  AdwEntryRow parent_instance;

  ThawServices *services; /* (owned) */
  ThawCareItem *item;     /* (owned): as it was last read from the entry; always with an id */

  guint save_source;      /* what was written is not yet on its way, 0 if it is */
  guint n_on_their_way;   /* saves that are being written */
  gboolean is_changed;    /* something is nowhere but on the screen */
  gboolean is_filling;    /* it is the entry that changes its text */
  gboolean is_new;        /* there was no such line before */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawCareEntry, thaw_care_entry, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  SIGNAL_DONE,
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
read_text (ThawCareEntry *self)
{
  g_free (self->item->text);
  self->item->text = thaw_line_text_dup (GTK_EDITABLE (self));
}

/* A line on its way to the disk. */
typedef struct
{
  ThawCareEntry *self; /* (owned) */
  ThawCareItem *item;  /* (owned) */
} Save;

static void
save_free (Save *data)
{
  g_object_unref (data->self);
  thaw_care_item_free (data->item);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/* The person may have gone on to the next line meanwhile: what could not be kept comes back to the screen. */
static void
take_back (ThawCareEntry      *self,
           const ThawCareItem *item)
{
  if (!g_str_equal (item->id, self->item->id))
    {
      g_autofree char *later = thaw_line_text_dup (GTK_EDITABLE (self));
      g_autoptr (ThawCareItem) both = thaw_care_item_copy (item);

      if (later[0] != '\0')
        {
          g_free (both->text);
          both->text = g_strdup_printf ("%s; %s", item->text, later);
        }
      self->is_changed = FALSE;
      thaw_care_entry_set_item (self, both);
    }

  self->is_changed = TRUE;
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Save) data = user_data;
  ThawCareEntry *self = data->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawCareItem) saved = thaw_care_store_save_finish (THAW_CARE_STORE (source), result, &error);

  self->n_on_their_way--;
  /* Not in a window any more. */
  if (self->services == NULL)
    return;

  if (saved == NULL)
    {
      g_info ("Not saved: %s", error->message);
      take_back (self, data->item);
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, error);
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static void
on_removed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* A few words that come back once more are no loss. */
  if (!thaw_care_store_remove_finish (THAW_CARE_STORE (source), result, &error))
    g_info ("Not removed: %s", error != NULL ? error->message : "it is not there");
}

/* A line that says nothing is none. What was there before stays until the person is done with it. */
static void
save (ThawCareEntry *self)
{
  ThawCareStore *store = thaw_services_get_care_items (self->services);
  Save *data;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->is_changed = FALSE;
  if (thaw_care_entry_is_blank (self))
    {
      if (self->is_new && self->item->text[0] != '\0')
        thaw_care_store_remove_async (store, self->item->id, NULL, on_removed_cb, NULL);
      return;
    }

  read_text (self);
  data = g_new (Save, 1);
  data->self = g_object_ref (self);
  data->item = thaw_care_item_copy (self->item);
  self->n_on_their_way++;
  thaw_care_store_save_async (store, data->item, NULL, on_saved_cb, data);
}

static gboolean
on_save_due_cb (gpointer user_data)
{
  ThawCareEntry *self = user_data;

  self->save_source = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (ThawCareEntry *self)
{
  if (self->is_filling)
    return;

  self->is_changed = TRUE;
  /* Not pushed back by the next key: who types without a pause is kept as well. */
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, on_save_due_cb, self);
}

static void
on_entry_activated_cb (ThawCareEntry *self)
{
  if (self->is_changed)
    save (self);
  if (!thaw_care_entry_is_blank (self))
    read_text (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawCareEntry *self = THAW_CARE_ENTRY (keeper);

  if (self->n_on_their_way > 0)
    return THAW_WORDS_ON_THEIR_WAY;

  return self->is_changed && !thaw_care_entry_is_blank (self) ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  save (THAW_CARE_ENTRY (keeper));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

static void
thaw_care_entry_dispose (GObject *object)
{
  ThawCareEntry *self = THAW_CARE_ENTRY (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_care_entry_parent_class)->dispose (object);
}

static void
thaw_care_entry_finalize (GObject *object)
{
  g_clear_pointer (&THAW_CARE_ENTRY (object)->item, thaw_care_item_free);

  G_OBJECT_CLASS (thaw_care_entry_parent_class)->finalize (object);
}

static void
thaw_care_entry_class_init (ThawCareEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_care_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_care_entry_finalize;

  /**
   * ThawCareEntry::done:
   *
   * The person pressed Enter. What is written is on its way to the disk.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  /**
   * ThawCareEntry::saved:
   * @error: (nullable): why not
   *
   * What was written is on the disk, or could not be saved, and is still there.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
thaw_care_entry_init (ThawCareEntry *self)
{
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self))), MAX_LENGTH);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_entry_activated_cb), NULL);
}

/**
 * thaw_care_entry_new:
 * @services: where the care plan is kept
 * @item: the line that is written; a new one has no id
 *
 * Returns: (transfer floating): a row to write it in
 */
GtkWidget *
thaw_care_entry_new (ThawServices       *services,
                     const ThawCareItem *item)
{
  ThawCareEntry *self = g_object_new (THAW_TYPE_CARE_ENTRY, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));

  self->services = g_object_ref (services);
  thaw_care_entry_set_item (self, item);

  return GTK_WIDGET (self);
}

/**
 * thaw_care_entry_get_item:
 *
 * Returns: (transfer none): the line that is written, as it was last saved
 */
const ThawCareItem *
thaw_care_entry_get_item (ThawCareEntry *self)
{
  g_return_val_if_fail (THAW_IS_CARE_ENTRY (self), NULL);

  return self->item;
}

/**
 * thaw_care_entry_set_item:
 * @item: a line; a new one has no id, and gets one
 *
 * Goes over to write another line. What was written of the former one is on its way to the
 * disk then.
 */
void
thaw_care_entry_set_item (ThawCareEntry      *self,
                          const ThawCareItem *item)
{
  ThawCareItem *copy;

  g_return_if_fail (THAW_IS_CARE_ENTRY (self));
  g_return_if_fail (item != NULL);

  if (self->is_changed)
    save (self);
  copy = thaw_care_item_copy (item);
  self->is_new = copy->id == NULL;
  if (self->is_new)
    copy->id = thaw_uuid_new (thaw_clock_get_utc_ms (thaw_services_get_clock (self->services)));
  g_clear_pointer (&self->item, thaw_care_item_free);
  self->item = copy;

  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), item->text);
  self->is_filling = FALSE;
  self->is_changed = FALSE;
  g_clear_handle_id (&self->save_source, g_source_remove);
}

/**
 * thaw_care_entry_dup_written:
 *
 * Returns: (transfer full): the line as it is on the screen, saved or not
 */
ThawCareItem *
thaw_care_entry_dup_written (ThawCareEntry *self)
{
  ThawCareItem *item;

  g_return_val_if_fail (THAW_IS_CARE_ENTRY (self), NULL);

  item = thaw_care_item_copy (self->item);
  g_free (item->text);
  item->text = thaw_line_text_dup (GTK_EDITABLE (self));

  return item;
}

/**
 * thaw_care_entry_is_blank:
 *
 * Returns: whether nothing is written
 */
gboolean
thaw_care_entry_is_blank (ThawCareEntry *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (THAW_IS_CARE_ENTRY (self), TRUE);

  text = thaw_line_text_dup (GTK_EDITABLE (self));

  return text[0] == '\0';
}
