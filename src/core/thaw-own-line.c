/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-line"

#include "config.h"
#include "thaw-own-line.h"

G_DEFINE_BOXED_TYPE (ThawOwnLine, thaw_own_line, thaw_own_line_copy, thaw_own_line_free)

/**
 * thaw_own_line_new:
 * @name: whom one reaches there
 * @number: the number to call
 *
 * Returns: (transfer full): a line that was not saved yet
 */
ThawOwnLine *
thaw_own_line_new (const char *name,
                   const char *number)
{
  ThawOwnLine *self;

  g_return_val_if_fail (name != NULL && number != NULL, NULL);

  self = g_new0 (ThawOwnLine, 1);
  self->name = g_strdup (name);
  self->number = g_strdup (number);

  return self;
}

ThawOwnLine *
thaw_own_line_copy (const ThawOwnLine *self)
{
  ThawOwnLine *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = thaw_own_line_new (self->name, self->number);
  copy->id = g_strdup (self->id);
  copy->note = g_strdup (self->note);
  copy->modified_ms = self->modified_ms;

  return copy;
}

void
thaw_own_line_free (ThawOwnLine *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->number);
  g_free (self->note);
  g_free (self);
}
