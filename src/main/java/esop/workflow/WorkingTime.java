package esop.workflow;

import java.time.Instant;

/**
 * Working time by the province's calendar, holidays and make-up working days (调休) included.
 *
 * <p>Durations are ISO 8601: {@code P1D} is one working day and ends at the same time of the next one; {@code PT4H} is four working hours. A due
 * instant always lies in working time.
 */
public interface WorkingTime {

    Instant plus(Instant from, String duration);

    boolean isWorking(Instant instant);
}
