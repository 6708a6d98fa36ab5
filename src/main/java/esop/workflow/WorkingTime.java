package esop.workflow;

import java.time.Duration;
import java.time.Instant;

/**
 * Working time by a calendar, holidays and make-up working days (调休) included; the injected one counts by the province's.
 *
 * <p>Durations are ISO 8601: {@code P1D} is one working day and ends at the same time of the next one; {@code PT4H} is four working hours. A due
 * instant always lies in working time.
 */
public interface WorkingTime {

    Instant plus(Instant from, String duration);

    /** The working time from one instant to a later one; zero where it is not later. */
    Duration between(Instant from, Instant to);

    boolean isWorking(Instant instant);

    /** The same by the calendar that the table {@code working-calendar} names for this work. */
    WorkingTime of(Work work);

    /** How many whole working days lie between: {@code plus(from, "P2D")} is two of them later. */
    int daysBetween(Instant from, Instant to);
}
