package esop.workflow.calendar;

import esop.workflow.Turns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself: due times are counted anew, late tasks escalated, stopped clocks run on. */
@Configuration(proxyBeanMethods = false)
class ClockWorkers {

    @Bean
    Turns recounting(RecountStep step, CalendarSettings settings) {
        return new Turns("calendar-recount", settings.poll(), step::take);
    }

    @Bean
    Turns goingOn(ClockStops stops, CalendarSettings settings) {
        return new Turns("clock-resume", settings.poll(), stops::goOn);
    }

    @Bean
    Turns escalating(EscalationStep step, CalendarSettings settings) {
        return new Turns("task-escalation", settings.poll(), step::take);
    }
}
