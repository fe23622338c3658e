/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-json-place.h"
#include "thaw-article-mark.h"
#include "thaw-care-item.h"
#include "thaw-own-line.h"
#include "thaw-person.h"
#include "thaw-photo.h"

G_BEGIN_DECLS

ThawPerson      *thaw_json_person_read       (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawPhoto       *thaw_json_photo_read        (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawCareItem    *thaw_json_care_item_read    (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawOwnLine     *thaw_json_own_line_read     (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
ThawArticleMark *thaw_json_article_mark_read (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
