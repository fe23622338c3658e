/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-see-also"

#include "config.h"
#include "support/thaw-see-also.h"

#include "thaw-link-target.h"
#include "widgets/thaw-heading.h"
#include "widgets/thaw-link-row.h"

#include <glib/gi18n-lib.h>

/* Where a row leads. */
#define TARGET_KEY "thaw-link-target"

/**
 * ThawSeeAlso:
 *
 * Where else to look after an article: others, things to do, words for emotions.
 * Invisible while there is nothing.
 */
struct _ThawSeeAlso
{
  AdwPreferencesGroup parent_instance;

  ThawServices *services; /* (owned) (nullable) */
  ThawLibrary *library;   /* (owned) (nullable) */
  GPtrArray *rows;        /* (owned) (element-type GtkWidget): not owned, in the group */
};

G_DEFINE_FINAL_TYPE (ThawSeeAlso, thaw_see_also, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is behind a link, or FALSE if it leads nowhere: what was taken out is passed over. */
static gboolean
describe (ThawSeeAlso  *self,
          const char   *target,
          const char  **out_title,
          const char  **out_subtitle)
{
  ThawLinkKind kind;
  const ThawArticle *article;
  const ThawEmotion *emotion;
  const char *name;

  *out_title = NULL;
  *out_subtitle = NULL;
  if (!thaw_link_target_parse (target, &kind, &name))
    return FALSE;

  switch (kind)
    {
    case THAW_LINK_ARTICLE:
      article = thaw_library_find (self->library, name);
      if (article != NULL)
        {
          *out_title = article->title;
          *out_subtitle = article->summary;
        }
      break;
    case THAW_LINK_PRACTICE:
      *out_title = thaw_practice_catalog_get_name (thaw_services_get_practice_catalog (self->services), name);
      *out_subtitle = _("Something to do");
      break;
    case THAW_LINK_WORD:
      emotion = thaw_vocabulary_find_emotion (thaw_services_get_vocabulary (self->services), name);
      *out_title = emotion != NULL ? emotion->word : NULL;
      *out_subtitle = _("A word for a feeling");
      break;
    case THAW_LINK_HELP:
      *out_title = _("Help Now");
      break;
    case THAW_LINK_PAGE:
      *out_title = thaw_link_page_get_title (name);
      break;
    case THAW_LINK_CHECK_IN:
      *out_title = _("Check In");
      break;
    case THAW_LINK_ENTRY:
      *out_title = _("New Entry");
      break;
    case THAW_LINK_PERSON:
      /* No article knows anybody. */
      break;
    default:
      g_assert_not_reached ();
    }

  return *out_title != NULL;
}

static void
on_row_activated_cb (ThawSeeAlso *self,
                     GtkWidget   *row)
{
  /* The rows are made anew on the way. */
  g_autofree char *target = g_strdup (g_object_get_data (G_OBJECT (row), TARGET_KEY));

  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, target);
}

static void
add_row (ThawSeeAlso *self,
         const char  *target)
{
  const char *title, *subtitle;
  GtkWidget *row;

  if (!describe (self, target, &title, &subtitle))
    return;

  row = thaw_link_row_new (NULL, NULL, title, subtitle);
  g_object_set_data_full (G_OBJECT (row), TARGET_KEY, g_strdup (target), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
thaw_see_also_dispose (GObject *object)
{
  ThawSeeAlso *self = THAW_SEE_ALSO (object);

  g_clear_object (&self->services);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (thaw_see_also_parent_class)->dispose (object);
}

static void
thaw_see_also_finalize (GObject *object)
{
  g_ptr_array_unref (THAW_SEE_ALSO (object)->rows);

  G_OBJECT_CLASS (thaw_see_also_parent_class)->finalize (object);
}

static void
thaw_see_also_class_init (ThawSeeAlsoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_see_also_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_see_also_finalize;

  /**
   * ThawSeeAlso::link-activated:
   * @target: where it leads, as `article:cbt`
   *
   * The person wants to look there.
   */
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
thaw_see_also_init (ThawSeeAlso *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("See Also"));
  thaw_heading_mark_title (ADW_PREFERENCES_GROUP (self), 2);
}

/**
 * thaw_see_also_new:
 * @services: what practices and words are called
 * @library: the articles
 *
 * Returns: (transfer floating): an invisible group
 */
GtkWidget *
thaw_see_also_new (ThawServices *services,
                   ThawLibrary  *library)
{
  ThawSeeAlso *self = g_object_new (THAW_TYPE_SEE_ALSO, "visible", FALSE, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));
  g_return_val_if_fail (THAW_IS_LIBRARY (library), GTK_WIDGET (self));

  self->services = g_object_ref (services);
  self->library = g_object_ref (library);

  return GTK_WIDGET (self);
}

/**
 * thaw_see_also_set_targets:
 * @targets: (element-type utf8): where it leads, as `article:cbt`
 */
void
thaw_see_also_set_targets (ThawSeeAlso *self,
                           GPtrArray   *targets)
{
  g_return_if_fail (THAW_IS_SEE_ALSO (self));
  g_return_if_fail (targets != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < targets->len; i++)
    add_row (self, g_ptr_array_index (targets, i));
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
