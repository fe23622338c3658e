/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-help-catalog"

#include "config.h"
#include "thaw-help-catalog.h"

#include <string.h>

struct _ThawHelpCatalog
{
  GObject parent_instance;

  GPtrArray *countries;  /* (owned) (element-type ThawHelpCountry) */
  GPtrArray *everywhere; /* (owned) (element-type ThawHelpLine) */
};

G_DEFINE_FINAL_TYPE (ThawHelpCatalog, thaw_help_catalog, G_TYPE_OBJECT)

/**
 * thaw_help_line_new:
 * @id: the slug
 * @kind: what it is for
 * @name: what it calls itself
 *
 * Returns: (transfer full): a line, to be filled in
 */
ThawHelpLine *
thaw_help_line_new (const char   *id,
                    ThawHelpKind  kind,
                    const char   *name)
{
  ThawHelpLine *self;

  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  self = g_new0 (ThawHelpLine, 1);
  self->id = g_strdup (id);
  self->kind = kind;
  self->name = g_strdup (name);
  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_contact_way_free);

  return self;
}

void
thaw_help_line_free (ThawHelpLine *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->about);
  g_free (self->hours);
  g_ptr_array_unref (self->ways);
  g_free (self->source);
  g_free (self);
}

/**
 * thaw_help_country_new:
 * @code: ISO 3166-1, as `DE`
 * @name: in the person’s language
 *
 * Returns: (transfer full): a country, to be filled in
 */
ThawHelpCountry *
thaw_help_country_new (const char *code,
                       const char *name)
{
  ThawHelpCountry *self;

  g_return_val_if_fail (code != NULL && name != NULL, NULL);

  self = g_new0 (ThawHelpCountry, 1);
  self->code = g_strdup (code);
  self->name = g_strdup (name);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_help_line_free);

  return self;
}

void
thaw_help_country_free (ThawHelpCountry *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->name);
  g_free (self->emergency);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  const ThawHelpCountry *country = *(const ThawHelpCountry * const *) a;
  const ThawHelpCountry *other = *(const ThawHelpCountry * const *) b;

  return g_utf8_collate (country->name, other->name);
}

static void
thaw_help_catalog_finalize (GObject *object)
{
  ThawHelpCatalog *self = THAW_HELP_CATALOG (object);

  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_clear_pointer (&self->everywhere, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_help_catalog_parent_class)->finalize (object);
}

static void
thaw_help_catalog_class_init (ThawHelpCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_help_catalog_finalize;
}

static void
thaw_help_catalog_init (ThawHelpCatalog *self)
{
}

/**
 * thaw_help_catalog_new:
 * @countries: (element-type ThawHelpCountry): the countries; sorted by name here, and not
 *   to be changed afterwards
 * @everywhere: (element-type ThawHelpLine): what is there for all of them
 *
 * Returns: (transfer full): the catalog
 */
ThawHelpCatalog *
thaw_help_catalog_new (GPtrArray *countries,
                       GPtrArray *everywhere)
{
  ThawHelpCatalog *self = g_object_new (THAW_TYPE_HELP_CATALOG, NULL);

  g_return_val_if_fail (countries != NULL && everywhere != NULL, self);

  self->countries = g_ptr_array_ref (countries);
  self->everywhere = g_ptr_array_ref (everywhere);
  g_ptr_array_sort (self->countries, compare_countries);

  return self;
}

/**
 * thaw_help_catalog_get_countries:
 *
 * Returns: (transfer none) (element-type ThawHelpCountry): the countries, by name
 */
GPtrArray *
thaw_help_catalog_get_countries (ThawHelpCatalog *self)
{
  g_return_val_if_fail (THAW_IS_HELP_CATALOG (self), NULL);

  return self->countries;
}

/**
 * thaw_help_catalog_get_everywhere:
 *
 * Returns: (transfer none) (element-type ThawHelpLine): what is there for all countries
 */
GPtrArray *
thaw_help_catalog_get_everywhere (ThawHelpCatalog *self)
{
  g_return_val_if_fail (THAW_IS_HELP_CATALOG (self), NULL);

  return self->everywhere;
}

/**
 * thaw_help_catalog_find_country:
 * @code: (nullable): ISO 3166-1, as `DE`
 *
 * Returns: (transfer none) (nullable): that country, or %NULL if Thaw knows no lines there
 */
const ThawHelpCountry *
thaw_help_catalog_find_country (ThawHelpCatalog *self,
                                const char      *code)
{
  g_return_val_if_fail (THAW_IS_HELP_CATALOG (self), NULL);

  for (guint i = 0; i < self->countries->len; i++)
    {
      const ThawHelpCountry *country = g_ptr_array_index (self->countries, i);

      if (g_strcmp0 (country->code, code) == 0)
        return country;
    }

  return NULL;
}

/**
 * thaw_help_guess_country_code:
 * @locales: (array zero-terminated=1): names of locales as `de_AT.UTF-8`, the likeliest
 *   first, as that for addresses before that for messages
 *
 * Nobody is asked and nothing is measured: a locale often says where somebody is.
 *
 * Returns: (transfer full) (nullable): ISO 3166-1, or %NULL if none of them names a country
 */
char *
thaw_help_guess_country_code (const char * const *locales)
{
  g_return_val_if_fail (locales != NULL, NULL);

  for (; *locales != NULL; locales++)
    {
      const char *territory = strchr (*locales, '_');

      if (territory != NULL && g_ascii_isupper (territory[1]) && g_ascii_isupper (territory[2]) &&
          !g_ascii_isalnum (territory[3]))
        return g_strndup (territory + 1, 2);
    }

  return NULL;
}
