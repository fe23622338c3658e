/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawActivityKind:
 * @THAW_ACTIVITY_MINDFULNESS: breathing and guided practices
 * @THAW_ACTIVITY_PHYSICAL: moving the body
 * @THAW_ACTIVITY_CREATIVE: making something
 * @THAW_ACTIVITY_CONNECTION: being with others
 * @THAW_ACTIVITY_REST: rest and nature
 * @THAW_ACTIVITY_OTHER: something else, of the person’s own
 *
 * What kind of thing somebody does.
 */
typedef enum
{
  THAW_ACTIVITY_MINDFULNESS,
  THAW_ACTIVITY_PHYSICAL,
  THAW_ACTIVITY_CREATIVE,
  THAW_ACTIVITY_CONNECTION,
  THAW_ACTIVITY_REST,
  THAW_ACTIVITY_OTHER,
} ThawActivityKind;

#define THAW_N_ACTIVITY_KINDS (THAW_ACTIVITY_OTHER + 1)

/* An activity may be timed for as long as that. */
#define THAW_ACTIVITY_MAX_MINUTES (24 * 60)

/* Longer is a text, not a name; or a book, not how to begin. */
#define THAW_ACTIVITY_MAX_NAME_BYTES  200
#define THAW_ACTIVITY_MAX_BEGIN_BYTES 2000

/**
 * ThawActivity:
 * @id: (nullable): the stable name of one that Thaw brings along, as `walk`, or the
 *   UUID of one of the person’s own, %NULL before it was saved
 * @kind: what kind of thing it is
 * @name: (not nullable): what it is called, as "A walk outside"
 * @why: (nullable): why it may help
 * @begin: (nullable): how to begin in five minutes
 * @source: (nullable): where @why is from, if it has a figure
 * @minutes: how long it may take, 0 if that is open
 * @modified_ms: when one of the person’s own was last saved, in milliseconds of Unix
 *   time; 0 for the others
 *
 * Something to do, beside the practices that Thaw guides.
 */
typedef struct
{
  char             *id;
  ThawActivityKind  kind;
  char             *name;
  char             *why;
  char             *begin;
  char             *source;
  int               minutes;
  gint64            modified_ms;
} ThawActivity;

#define THAW_TYPE_ACTIVITY (thaw_activity_get_type ())
GType         thaw_activity_get_type (void);
ThawActivity *thaw_activity_new      (const char         *id,
                                      ThawActivityKind    kind,
                                      const char         *name) G_GNUC_WARN_UNUSED_RESULT;
ThawActivity *thaw_activity_copy     (const ThawActivity *self) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_activity_free     (ThawActivity       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawActivity, thaw_activity_free)

const ThawActivity *thaw_activity_find (GPtrArray  *activities,
                                        const char *id);

gboolean      thaw_activity_id_is_valid   (const char *id);
gboolean      thaw_activity_name_is_valid (const char *name);

const char   *thaw_activity_kind_to_slug   (ThawActivityKind  kind);
gboolean      thaw_activity_kind_from_slug (const char       *slug,
                                            ThawActivityKind *out_kind);
const char   *thaw_activity_kind_get_name  (ThawActivityKind  kind);

G_END_DECLS
