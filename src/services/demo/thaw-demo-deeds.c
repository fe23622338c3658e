/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-deeds"

#include "config.h"
#include "thaw-demo-deeds.h"

/* What is done fits the story: the group from its day on, the pool, the sketchbook, the plot, the cat. What Thaw
 * brings along is called as it is in English. */

#define ANY G_MAXUINT

/* Phases: in the first two years; once something shows; later; and when it is hard. */
#define EARLY (1u << THAW_DEMO_FROZEN | 1u << THAW_DEMO_CRACKS | 1u << THAW_DEMO_UNEVEN)
#define WAKING (1u << THAW_DEMO_CRACKS | 1u << THAW_DEMO_UNEVEN | 1u << THAW_DEMO_SETBACK | 1u << THAW_DEMO_THAW)
#define LATER (1u << THAW_DEMO_UNEVEN | 1u << THAW_DEMO_SETBACK | 1u << THAW_DEMO_THAW)
#define BAD (1u << THAW_DEMO_FROZEN | 1u << THAW_DEMO_CRACKS | 1u << THAW_DEMO_SETBACK)

/* Times of day. */
#define DAY (1u << THAW_DEMO_MORNING | 1u << THAW_DEMO_MIDDAY | 1u << THAW_DEMO_AFTERNOON)
#define EVE (1u << THAW_DEMO_EVENING)
#define LATE (1u << THAW_DEMO_EVENING | 1u << THAW_DEMO_NIGHT)
#define EDGES (1u << THAW_DEMO_MORNING | 1u << THAW_DEMO_NIGHT)

/* Days of the week, and seasons. */
#define TUE (1u << 1)
#define THU_SUN (1u << 3 | 1u << 6)
#define WEEKEND (1u << 5 | 1u << 6)
#define GREEN (1u << 1 | 1u << 2 | 1u << 3)
#define COLD (1u << 0 | 1u << 3)

/* The lengths of guided practices. */
static const int from_three[] = { 3, 5, 10, 0 };
static const int short_ones[] = { 3, 5, 0 };
static const int to_a_quarter[] = { 5, 10, 15, 0 };
static const int to_twenty[] = { 5, 10, 20, 0 };

#define WHEN(phases, times, weekdays, seasons, first, last) \
  { (phases), G_MAXUINT, (times), (weekdays), (seasons), (first), (last) }

const ThawDemoDeed thaw_demo_deeds[THAW_DEMO_N_DEEDS] = {
  { "slow-5-5", THAW_ACTIVITY_MINDFULNESS, "Slow and even",
    WHEN (ANY, ANY, ANY, ANY, 24, G_MAXUINT), 6, 10000, 12, 30, NULL, 0, 200, 500, 0 },
  { "slow-4-6", THAW_ACTIVITY_MINDFULNESS, "Slow, with a longer breath out",
    WHEN (ANY, ANY, ANY, ANY, 96, G_MAXUINT), 10, 10000, 18, 36, NULL, 100, 500, 700, 231 },
  { "long-exhale", THAW_ACTIVITY_MINDFULNESS, "A long breath out",
    WHEN (WAKING, LATE, ANY, ANY, 264, G_MAXUINT), 6, 12000, 10, 20, NULL, 0, 300, 500, 0 },
  { "box", THAW_ACTIVITY_MINDFULNESS, "Box breathing",
    WHEN (EARLY, DAY, ANY, ANY, 40, 430), 6, 16000, 8, 15, NULL, -200, -300, 100, 0 },
  { "4-7-8", THAW_ACTIVITY_MINDFULNESS, "4-7-8 breathing",
    WHEN (WAKING, LATE, ANY, ANY, 402, G_MAXUINT), 5, 19000, 4, 4, NULL, 0, 200, 400, 0 },
  { "body-scan", THAW_ACTIVITY_MINDFULNESS, "Body scan",
    WHEN (ANY, LATE, ANY, ANY, 61, G_MAXUINT), 10, 0, 0, 0, to_twenty, -300, 100, 600, 0 },
  { "open-sitting", THAW_ACTIVITY_MINDFULNESS, "Open sitting",
    WHEN (WAKING, EDGES, ANY, ANY, 318, G_MAXUINT), 7, 0, 0, 0, to_twenty, -400, 0, 400, 0 },
  { "loving-kindness", THAW_ACTIVITY_MINDFULNESS, "Loving-kindness",
    WHEN (LATER, LATE, ANY, ANY, 468, G_MAXUINT), 4, 0, 0, 0, to_a_quarter, -700, 400, 700, 0 },
  { "savouring", THAW_ACTIVITY_MINDFULNESS, "Savouring",
    WHEN (LATER, DAY, ANY, ANY, 745, G_MAXUINT), 7, 0, 0, 0, from_three, 200, 900, 900, 0 },
  { "grounding", THAW_ACTIVITY_MINDFULNESS, "Grounding 5-4-3-2-1",
    WHEN (ANY, ANY, ANY, ANY, 130, G_MAXUINT), 3, 0, 0, 0, short_ones, -200, 0, 300, 0 },
  { "urge-surfing", THAW_ACTIVITY_MINDFULNESS, "Urge surfing",
    WHEN (BAD, LATE, ANY, ANY, 168, 760), 6, 0, 0, 0, to_a_quarter, -800, -400, 300, 0 },
  { "walk", THAW_ACTIVITY_PHYSICAL, "A walk outside",
    WHEN (ANY, DAY, ANY, ANY, 9, G_MAXUINT), 18, 0, 12, 55, NULL, -300, 600, 700, 302 },
  { "swim", THAW_ACTIVITY_PHYSICAL, "Swimming",
    WHEN (WAKING, EVE, THU_SUN, ANY, 266, G_MAXUINT), 130, 0, 25, 50, NULL, 300, 1100, 1200, 410 },
  { "heavy-work", THAW_ACTIVITY_PHYSICAL, "Digging, carrying, chopping wood",
    WHEN (LATER, DAY, WEEKEND, GREEN, 766, G_MAXUINT), 30, 0, 30, 120, NULL, 0, 900, 900, 0 },
  { "stretch", THAW_ACTIVITY_PHYSICAL, "Stretching",
    WHEN (ANY, EDGES, ANY, ANY, 150, G_MAXUINT), 5, 0, 5, 12, NULL, -100, 100, 300, 0 },
  { "draw", THAW_ACTIVITY_CREATIVE, "Drawing or painting",
    WHEN (WAKING, LATE, ANY, ANY, 353, G_MAXUINT), 20, 0, 15, 70, NULL, 0, 1000, 1000, 0 },
  { "cook", THAW_ACTIVITY_CREATIVE, "Cooking or baking",
    WHEN (LATER, EVE, ANY, ANY, 400, G_MAXUINT), 7, 0, 30, 75, NULL, 100, 500, 500, 0 },
  { "support-group", THAW_ACTIVITY_CONNECTION, "Going to a meeting",
    WHEN (ANY, EVE, TUE, ANY, 19, G_MAXUINT), 220, 0, 60, 75, NULL, -900, 0, 400, 0 },
  { "call", THAW_ACTIVITY_CONNECTION, "Calling somebody",
    WHEN (ANY, EVE, ANY, ANY, 309, G_MAXUINT), 7, 0, 5, 35, NULL, -800, 500, 700, 0 },
  { "meet", THAW_ACTIVITY_CONNECTION, "Meeting somebody",
    WHEN (LATER, DAY, ANY, ANY, 520, G_MAXUINT), 8, 0, 40, 150, NULL, -200, 1000, 1000, 0 },
  { "animal", THAW_ACTIVITY_CONNECTION, "Time with an animal",
    WHEN (LATER, LATE, ANY, ANY, 874, G_MAXUINT), 60, 0, 5, 30, NULL, 700, 1100, 1000, 881 },
  { "listen", THAW_ACTIVITY_REST, "Listening to music",
    WHEN (ANY, LATE, ANY, ANY, 72, G_MAXUINT), 8, 0, 10, 40, NULL, 0, 300, 400, 0 },
  { "bath", THAW_ACTIVITY_REST, "A warm bath or shower",
    WHEN (ANY, LATE, ANY, COLD, 30, G_MAXUINT), 5, 0, 10, 30, NULL, 200, 400, 300, 0 },
  { NULL, THAW_ACTIVITY_MINDFULNESS, "Waiting for the tram",
    WHEN (LATER, DAY, ANY, ANY, 534, G_MAXUINT), 14, 11000, 8, 16, NULL, 0, 200, 400, 0 },
  { NULL, THAW_ACTIVITY_OTHER, "Sort the seed packets",
    WHEN (LATER, LATE, ANY, COLD, 602, G_MAXUINT), 26, 0, 10, 45, NULL, -300, 800, 600, 655 },
};
