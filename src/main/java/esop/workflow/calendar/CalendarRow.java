package esop.workflow.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param city whose administrators may change it; null: only who works for the whole province */
record CalendarRow(
        String id,
        String name,
        String nameEn,
        @Nullable String parent,
        @Nullable String city,
        int revision,
        @Nullable Instant changed,
        @Nullable String changedBy) {}
