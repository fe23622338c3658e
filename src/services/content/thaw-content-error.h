/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawContentError:
 * @THAW_CONTENT_ERROR_MALFORMED: the file is no XML, or only a part of it is there:
 *   it was damaged, and another copy of it will do
 * @THAW_CONTENT_ERROR_INVALID: the file does not say what a file of its kind has
 *   to say: whoever writes it has to correct it
 * @THAW_CONTENT_ERROR_MISSING: there is no such file
 *
 * What is wrong with a file of content. The message names the file, the line and
 * what is wrong; it is for whoever writes such files, and is not translated.
 */
typedef enum
{
  THAW_CONTENT_ERROR_MALFORMED,
  THAW_CONTENT_ERROR_INVALID,
  THAW_CONTENT_ERROR_MISSING,
} ThawContentError;

#define THAW_CONTENT_ERROR (thaw_content_error_quark ())
GQuark thaw_content_error_quark (void);

G_END_DECLS
