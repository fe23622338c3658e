/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-marks"

#include "config.h"
#include "thaw-marks.h"

/* Lists of small values on an entry: emotions, sensations, tags, what was done. */

static gpointer
copy_mark (gconstpointer mark,
           gpointer      type)
{
  return g_boxed_copy (GPOINTER_TO_SIZE (type), mark);
}

/**
 * thaw_marks_copy:
 * @marks: values of one boxed type, with a function that frees them
 * @type: the boxed type
 *
 * Returns: (transfer full): a list with copies of all
 */
GPtrArray *
thaw_marks_copy (GPtrArray *marks,
                 GType      type)
{
  return g_ptr_array_copy (marks, copy_mark, GSIZE_TO_POINTER (type));
}

/**
 * thaw_marks_equal:
 * @a: values of one type
 * @b: values of the same type
 * @equal: whether two of them are equal
 *
 * Returns: whether both lists have equal values in the same order
 */
gboolean
thaw_marks_equal (GPtrArray *a,
                  GPtrArray *b,
                  GEqualFunc equal)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}
