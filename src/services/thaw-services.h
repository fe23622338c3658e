/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/thaw-content-error.h"
#include "content/thaw-content.h"
#include "reminders/thaw-autostart.h"
#include "reminders/thaw-reminder-engine.h"
#include "thaw-activity-store.h"
#include "thaw-article-mark-store.h"
#include "thaw-care-store.h"
#include "thaw-clock.h"
#include "thaw-drafts.h"
#include "thaw-help-catalog.h"
#include "thaw-journal.h"
#include "thaw-library.h"
#include "thaw-line-store.h"
#include "thaw-pattern-store.h"
#include "thaw-people-store.h"
#include "thaw-photo-store.h"
#include "thaw-plan-store.h"
#include "thaw-prompt-store.h"
#include "thaw-reflection-store.h"
#include "thaw-reminder-store.h"
#include "thaw-session-store.h"
#include "thaw-settings.h"
#include "thaw-tag-store.h"
#include "thaw-word-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_SERVICES (thaw_services_get_type ())
G_DECLARE_FINAL_TYPE (ThawServices, thaw_services, THAW, SERVICES, GObject)

ThawServices *thaw_services_new              (const char   *directory,
                                              ThawClock    *clock,
                                              ThawSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
ThawServices *thaw_services_new_with_content (const char   *directory,
                                              ThawClock    *clock,
                                              ThawSettings *settings,
                                              ThawContent  *content) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ThawServicesState:
 * @THAW_SERVICES_CLOSED: the journal is closed
 * @THAW_SERVICES_OPENING: the journal is being opened
 * @THAW_SERVICES_READY: the journal can be read and written
 * @THAW_SERVICES_FAILED: the journal could not be opened; see thaw_services_get_error()
 *
 * Whether there is a journal to work with.
 */
typedef enum
{
  THAW_SERVICES_CLOSED,
  THAW_SERVICES_OPENING,
  THAW_SERVICES_READY,
  THAW_SERVICES_FAILED,
} ThawServicesState;

void              thaw_services_open      (ThawServices *self);
void              thaw_services_close     (ThawServices *self);
void              thaw_services_restore   (ThawServices *self,
                                           const char   *backup);
ThawServicesState thaw_services_get_state (ThawServices *self);
const GError     *thaw_services_get_error (ThawServices *self);

ThawClock    *thaw_services_get_clock    (ThawServices *self);
ThawSettings *thaw_services_get_settings (ThawServices *self);
ThawAutostart *thaw_services_get_autostart (ThawServices  *self);
void           thaw_services_set_autostart (ThawServices  *self,
                                            ThawAutostart *autostart);
ThawDatabase *thaw_services_get_database (ThawServices *self);
ThawJournal  *thaw_services_get_journal  (ThawServices *self);
ThawDrafts   *thaw_services_get_drafts   (ThawServices *self);
ThawPromptStore *thaw_services_get_prompts (ThawServices *self);
ThawTagStore    *thaw_services_get_tags    (ThawServices *self);
ThawWordStore   *thaw_services_get_words   (ThawServices *self);

ThawReflectionStore *thaw_services_get_reflections (ThawServices *self);

ThawVocabulary      *thaw_services_get_vocabulary       (ThawServices *self);
ThawCopingCatalog   *thaw_services_get_coping_catalog   (ThawServices *self);
ThawPromptCatalog   *thaw_services_get_prompt_catalog   (ThawServices *self);
ThawPracticeCatalog *thaw_services_get_practice_catalog (ThawServices *self);

ThawLibrary         *thaw_services_get_library          (ThawServices  *self,
                                                         GError       **error);
ThawHelpCatalog     *thaw_services_get_help_catalog     (ThawServices  *self,
                                                         GError       **error);

ThawSessionStore  *thaw_services_get_sessions   (ThawServices *self);
ThawActivityStore *thaw_services_get_activities (ThawServices *self);
ThawPatternStore  *thaw_services_get_patterns   (ThawServices *self);
ThawPlanStore     *thaw_services_get_plans      (ThawServices *self);

ThawPeopleStore      *thaw_services_get_people        (ThawServices *self);
ThawPhotoStore       *thaw_services_get_photos        (ThawServices *self);
ThawCareStore        *thaw_services_get_care_items    (ThawServices *self);
ThawLineStore        *thaw_services_get_own_lines     (ThawServices *self);
ThawArticleMarkStore *thaw_services_get_article_marks (ThawServices *self);

ThawReminderStore *thaw_services_get_reminders (ThawServices *self);
ThawReminderEngine *thaw_services_get_reminder_engine (ThawServices *self);

G_END_DECLS
