package esop.workflow.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param fresh how long what was read of the calendars counts as current
 * @param settle after how long every node counts by a changed calendar; what was due before is counted anew only then
 * @param poll how often late tasks and changed calendars are looked for
 */
@ConfigurationProperties("esop.calendar")
record CalendarSettings(
        @DefaultValue("5s") Duration fresh,
        @DefaultValue("10s") Duration settle,
        @DefaultValue("1s") Duration poll) {}
