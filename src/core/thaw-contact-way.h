/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawContactKind:
 * @THAW_CONTACT_PHONE: a telephone number, perhaps with letters, as `1-800-662-HELP`
 * @THAW_CONTACT_TEXT: a number for text messages
 * @THAW_CONTACT_MAIL: a mail address
 * @THAW_CONTACT_MESSENGER: a name or an address in a messenger
 * @THAW_CONTACT_WEB: a web address
 * @THAW_CONTACT_ADDRESS: where somebody is to be found
 *
 * A way to reach somebody.
 */
typedef enum
{
  THAW_CONTACT_PHONE,
  THAW_CONTACT_TEXT,
  THAW_CONTACT_MAIL,
  THAW_CONTACT_MESSENGER,
  THAW_CONTACT_WEB,
  THAW_CONTACT_ADDRESS,
} ThawContactKind;

#define THAW_N_CONTACT_KINDS (THAW_CONTACT_ADDRESS + 1)

#define THAW_CONTACT_MAX_VALUE_BYTES 500
#define THAW_CONTACT_MAX_LABEL_BYTES 100

/**
 * ThawContactWay:
 * @kind: what it is
 * @label: (nullable): what kind of that, as “work” or “Signal”; one line
 * @value: (not nullable): the number, the address, the name; one line
 *
 * A way to reach a person or a help line.
 */
typedef struct
{
  ThawContactKind  kind;
  char            *label;
  char            *value;
} ThawContactWay;

#define THAW_TYPE_CONTACT_WAY (thaw_contact_way_get_type ())
GType           thaw_contact_way_get_type (void);
ThawContactWay *thaw_contact_way_new      (ThawContactKind       kind,
                                           const char           *label,
                                           const char           *value) G_GNUC_WARN_UNUSED_RESULT;
ThawContactWay *thaw_contact_way_copy     (const ThawContactWay *self) G_GNUC_WARN_UNUSED_RESULT;
void            thaw_contact_way_free     (ThawContactWay       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawContactWay, thaw_contact_way_free)

gboolean        thaw_contact_way_is_valid (const ThawContactWay *self);
gboolean        thaw_contact_way_equal    (const ThawContactWay *self,
                                           const ThawContactWay *other);
char           *thaw_contact_way_dup_uri  (const ThawContactWay *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *thaw_contact_ways_copy    (GPtrArray            *ways) G_GNUC_WARN_UNUSED_RESULT;
gboolean        thaw_contact_ways_equal   (GPtrArray            *ways,
                                           GPtrArray            *others);

const char     *thaw_contact_kind_to_slug   (ThawContactKind  kind);
gboolean        thaw_contact_kind_from_slug (const char      *slug,
                                             ThawContactKind *out_kind);
const char     *thaw_contact_kind_get_name  (ThawContactKind  kind);

G_END_DECLS
