/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-contact-way.h"
#include "thaw-day.h"

G_BEGIN_DECLS

/**
 * ThawHelpKind:
 * @THAW_HELP_CRISIS: for whoever is in a crisis, whatever it is about
 * @THAW_HELP_ADDICTION: about alcohol and other drugs
 * @THAW_HELP_DIRECTORY: where more lines are to be found
 *
 * What a help line is for.
 */
typedef enum
{
  THAW_HELP_CRISIS,
  THAW_HELP_ADDICTION,
  THAW_HELP_DIRECTORY,
} ThawHelpKind;

/**
 * ThawHelpLine:
 * @id: (not nullable): the slug
 * @kind: what it is for
 * @name: (not nullable): what it calls itself
 * @about: (nullable): for whom it is, what it costs, in which languages
 * @hours: (nullable): when there is somebody; %NULL if that is not known for sure
 * @ways: (element-type ThawContactWay): how to reach it, the best way first
 * @source: (not nullable): where that was read
 * @checked: when it was checked
 *
 * A line to call that Thaw knows.
 */
typedef struct
{
  char         *id;
  ThawHelpKind  kind;
  char         *name;
  char         *about;
  char         *hours;
  GPtrArray    *ways;
  char         *source;
  ThawDay       checked;
} ThawHelpLine;

ThawHelpLine *thaw_help_line_new  (const char   *id,
                                   ThawHelpKind  kind,
                                   const char   *name) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_help_line_free (ThawHelpLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawHelpLine, thaw_help_line_free)

/**
 * ThawHelpCountry:
 * @code: (not nullable): ISO 3166-1, as `DE`
 * @name: (not nullable): in the person’s language
 * @emergency: (nullable): the number for emergencies
 * @lines: (element-type ThawHelpLine): those for crises first
 *
 * The lines of a country.
 */
typedef struct
{
  char      *code;
  char      *name;
  char      *emergency;
  GPtrArray *lines;
} ThawHelpCountry;

ThawHelpCountry *thaw_help_country_new  (const char      *code,
                                         const char      *name) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_help_country_free (ThawHelpCountry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawHelpCountry, thaw_help_country_free)

/* All lines that Thaw knows, in the person’s language. Never changes; any thread may read it. */
#define THAW_TYPE_HELP_CATALOG (thaw_help_catalog_get_type ())
G_DECLARE_FINAL_TYPE (ThawHelpCatalog, thaw_help_catalog, THAW, HELP_CATALOG, GObject)

ThawHelpCatalog       *thaw_help_catalog_new            (GPtrArray       *countries,
                                                         GPtrArray       *everywhere) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray             *thaw_help_catalog_get_countries  (ThawHelpCatalog *self);
GPtrArray             *thaw_help_catalog_get_everywhere (ThawHelpCatalog *self);
const ThawHelpCountry *thaw_help_catalog_find_country   (ThawHelpCatalog *self,
                                                         const char      *code);

char                  *thaw_help_guess_country_code     (const char * const *locales) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
