package esop.workflow;

import esop.web.DatabaseClock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Timers are due and jobs are locked by the clock that all nodes share. */
@Component
class EngineClock {

    private final DatabaseClock clock;
    private volatile Duration offset = Duration.ZERO;

    EngineClock(DatabaseClock clock) {
        this.clock = clock;
        follow();
    }

    @Scheduled(fixedDelay = 5_000)
    void follow() {
        var now = clock.offset();
        if (!now.equals(offset)) {
            ClockUtil.offset(now.toMillis());
            offset = now;
        }
    }
}
