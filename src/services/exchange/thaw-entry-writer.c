/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-writer"

#include "config.h"
#include "thaw-entry-writer.h"

/* How much is gathered before the stream is bothered. */
#define FLUSH_BYTES (64 * 1024)

/**
 * ThawEntryWriter:
 *
 * Writes entries to a stream, one after the other, so that a journal of any
 * length never sits in memory. Each format is a subclass. The stream is not
 * closed: whoever made it decides whether what was written counts.
 */
typedef struct
{
  GOutputStream *stream; /* (owned) (not nullable) */
  GString *pending;      /* (owned): appended and not yet in the stream */
  guint n_entries;
  gboolean has_started;
  gboolean is_finished;
} ThawEntryWriterPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ThawEntryWriter, thaw_entry_writer, G_TYPE_OBJECT)

enum
{
  PROP_STREAM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
flush (ThawEntryWriterPrivate  *priv,
       GCancellable            *cancellable,
       GError                 **error)
{
  if (!g_output_stream_write_all (priv->stream, priv->pending->str, priv->pending->len, NULL, cancellable, error))
    return FALSE;

  g_string_truncate (priv->pending, 0);

  return TRUE;
}

static void
start (ThawEntryWriter *self)
{
  ThawEntryWriterPrivate *priv = thaw_entry_writer_get_instance_private (self);

  if (priv->has_started)
    return;

  priv->has_started = TRUE;
  THAW_ENTRY_WRITER_GET_CLASS (self)->append_start (self, priv->pending);
}

static void
thaw_entry_writer_finalize (GObject *object)
{
  ThawEntryWriterPrivate *priv = thaw_entry_writer_get_instance_private (THAW_ENTRY_WRITER (object));

  g_clear_object (&priv->stream);
  g_string_free (priv->pending, TRUE);

  G_OBJECT_CLASS (thaw_entry_writer_parent_class)->finalize (object);
}

static void
thaw_entry_writer_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ThawEntryWriterPrivate *priv = thaw_entry_writer_get_instance_private (THAW_ENTRY_WRITER (object));

  switch (prop_id)
    {
    case PROP_STREAM:
      priv->stream = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_entry_writer_class_init (ThawEntryWriterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = thaw_entry_writer_finalize;
  object_class->set_property = thaw_entry_writer_set_property;

  properties[PROP_STREAM] =
    g_param_spec_object ("stream", NULL, NULL, G_TYPE_OUTPUT_STREAM,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
thaw_entry_writer_init (ThawEntryWriter *self)
{
  ThawEntryWriterPrivate *priv = thaw_entry_writer_get_instance_private (self);

  priv->pending = g_string_sized_new (FLUSH_BYTES + FLUSH_BYTES / 4);
}

/**
 * thaw_entry_writer_set_beside:
 * @beside: what there is beside the entries, sessions oldest first; its entries are not
 *   looked at, and its lists not to be changed any more
 *
 * Takes what is written with the entries, as far as the format has room for it. To be
 * called at most once, before the first entry is written.
 */
void
thaw_entry_writer_set_beside (ThawEntryWriter       *self,
                              const ThawImportBatch *beside)
{
  ThawEntryWriterPrivate *priv = thaw_entry_writer_get_instance_private (self);

  g_return_if_fail (THAW_IS_ENTRY_WRITER (self));
  g_return_if_fail (beside != NULL);
  g_return_if_fail (!priv->has_started);

  if (THAW_ENTRY_WRITER_GET_CLASS (self)->set_beside != NULL)
    THAW_ENTRY_WRITER_GET_CLASS (self)->set_beside (self, beside);
}

/**
 * thaw_entry_writer_takes_entries:
 *
 * Returns: whether there are entries in the format; if not, none may be written
 */
gboolean
thaw_entry_writer_takes_entries (ThawEntryWriter *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_WRITER (self), FALSE);

  return THAW_ENTRY_WRITER_GET_CLASS (self)->append_entry != NULL;
}

/**
 * thaw_entry_writer_write_sync:
 * @entry: an entry with a valid moment
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the stream
 *
 * Writes one entry. It may reach the stream only with a later one, or with
 * thaw_entry_writer_finish_sync().
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
thaw_entry_writer_write_sync (ThawEntryWriter  *self,
                              ThawEntry        *entry,
                              GCancellable     *cancellable,
                              GError          **error)
{
  ThawEntryWriterPrivate *priv = thaw_entry_writer_get_instance_private (self);

  g_return_val_if_fail (THAW_IS_ENTRY_WRITER (self), FALSE);
  g_return_val_if_fail (THAW_IS_ENTRY (entry), FALSE);
  g_return_val_if_fail (thaw_entry_writer_takes_entries (self), FALSE);
  g_return_val_if_fail (!priv->is_finished, FALSE);

  start (self);
  THAW_ENTRY_WRITER_GET_CLASS (self)->append_entry (self, entry, priv->pending);
  priv->n_entries++;

  return priv->pending->len < FLUSH_BYTES || flush (priv, cancellable, error);
}

/**
 * thaw_entry_writer_finish_sync:
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the stream
 *
 * Writes the end. Only then is the file whole; it still has to be closed.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
thaw_entry_writer_finish_sync (ThawEntryWriter  *self,
                               GCancellable     *cancellable,
                               GError          **error)
{
  ThawEntryWriterPrivate *priv = thaw_entry_writer_get_instance_private (self);

  g_return_val_if_fail (THAW_IS_ENTRY_WRITER (self), FALSE);
  g_return_val_if_fail (!priv->is_finished, FALSE);

  start (self);
  priv->is_finished = TRUE;
  THAW_ENTRY_WRITER_GET_CLASS (self)->append_end (self, priv->pending);

  return flush (priv, cancellable, error) && g_output_stream_flush (priv->stream, cancellable, error);
}

/**
 * thaw_entry_writer_get_n_entries:
 *
 * Returns: how many entries were written so far
 */
guint
thaw_entry_writer_get_n_entries (ThawEntryWriter *self)
{
  ThawEntryWriterPrivate *priv = thaw_entry_writer_get_instance_private (self);

  g_return_val_if_fail (THAW_IS_ENTRY_WRITER (self), 0);

  return priv->n_entries;
}
