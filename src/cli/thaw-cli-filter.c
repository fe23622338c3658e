/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-filter"

#include "config.h"
#include "thaw-cli-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-cli-pages.h"
#include "thaw-text.h"

void
thaw_cli_filter_clear (ThawCliFilter *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->emotion);
  g_free (self->answer);
  g_free (self->sensation);
  g_free (self->tag);
  g_free (self->trigger);
  g_free (self->did);
}

/**
 * thaw_cli_filter_create_options:
 *
 * Returns: (transfer full) (array zero-terminated=1): the options that read into
 *   @self, to be freed with g_free()
 */
GOptionEntry *
thaw_cli_filter_create_options (ThawCliFilter *self)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &self->from, N_("The first day, as 2026-11-23"), N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &self->to, N_("The last day"), N_("DAY") },
    { "emotion", 0, 0, G_OPTION_ARG_FILENAME, &self->emotion, N_("With this emotion, as joy"), N_("WORD") },
    { "answer", 0, 0, G_OPTION_ARG_FILENAME, &self->answer,
      N_("With this answer: named, nothing, unsure or no-word"), N_("ANSWER") },
    { "sensation", 0, 0, G_OPTION_ARG_FILENAME, &self->sensation,
      N_("With this in the body, as chest:tight, chest or tight"), N_("PLACE[:WHAT]") },
    { "tag", 0, 0, G_OPTION_ARG_FILENAME, &self->tag, N_("With this tag, as person:Mia"), N_("KIND:NAME") },
    { "trigger", 0, 0, G_OPTION_ARG_FILENAME, &self->trigger,
      N_("With this tag, if it set the feeling off"), N_("KIND:NAME") },
    { "did", 0, 0, G_OPTION_ARG_FILENAME, &self->did, N_("With this done about it, as walk"), N_("WHAT") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &self->limit, N_("The newest N entries only"), N_("N") },
    { NULL },
  };

  return g_memdup2 (entries, sizeof entries);
}

/* “chest:tight”, “chest” or “tight” */
static gboolean
read_sensation (const char        *typed,
                ThawJournalFilter *filter)
{
  g_auto (GStrv) parts = NULL;
  guint n_read = 0;

  if (typed == NULL)
    return TRUE;

  parts = g_strsplit (typed, ":", -1);
  filter->has_region = thaw_body_region_from_slug (parts[0], &filter->region);
  n_read += filter->has_region ? 1 : 0;
  if (parts[0] != NULL && parts[n_read] != NULL &&
      thaw_sensation_quality_from_slug (parts[n_read], &filter->quality))
    n_read++;
  if (n_read > 0 && parts[n_read] == NULL)
    return TRUE;

  thaw_cli_complain ("%s", _("--sensation takes a part of the body, what it is like there, or both, as "
                             "“--sensation chest:tight”; “man thaw-cli” lists them"));

  return FALSE;
}

static gboolean
read_tag (const char        *typed,
          gboolean           is_trigger,
          ThawJournalFilter *filter)
{
  const char *colon = typed != NULL ? strchr (typed, ':') : NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *valid = NULL;

  if (typed == NULL)
    return TRUE;

  if (filter->tag == NULL && colon != NULL)
    {
      prefix = g_strndup (typed, (gsize) (colon - typed));
      valid = thaw_text_make_valid (colon + 1, strlen (colon + 1));
      filter->tag = thaw_tag_name_normalize (valid);
      filter->is_trigger = is_trigger;
      if (filter->tag != NULL && thaw_tag_kind_from_slug (prefix, &filter->tag_kind))
        return TRUE;
    }

  thaw_cli_complain ("%s", _("One of --tag and --trigger takes a kind and a name, as “--tag person:Mia”"));

  return FALSE;
}

static gboolean
read_answer (const char        *typed,
             ThawJournalFilter *filter)
{
  if (typed == NULL || thaw_answer_from_slug (typed, &filter->answer))
    return TRUE;

  thaw_cli_complain ("%s", _("--answer takes named, nothing, unsure or no-word"));

  return FALSE;
}

/**
 * thaw_cli_filter_read:
 *
 * Returns: (transfer full) (nullable): the filter, or %NULL if something is not
 *   typed as it should be; then it was said
 */
ThawJournalFilter *
thaw_cli_filter_read (const ThawCliFilter *self)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();

  if (!thaw_cli_parse_days (self->from, self->to, filter) ||
      !read_answer (self->answer, filter) ||
      !read_sensation (self->sensation, filter) ||
      !read_tag (self->tag, FALSE, filter) ||
      !read_tag (self->trigger, TRUE, filter) ||
      !thaw_cli_check_limit (self->limit))
    return NULL;

  if (self->emotion != NULL)
    filter->emotion = thaw_text_make_valid (self->emotion, strlen (self->emotion));
  if (self->did != NULL)
    filter->coping = thaw_text_make_valid (self->did, strlen (self->did));

  return g_steal_pointer (&filter);
}
