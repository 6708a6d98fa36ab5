package esop.systems.calls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How calls are sent.
 *
 * @param poll how often the dispatcher looks when nobody wakes it
 * @param lease how long a worker may hold a call; time-outs are cut to two fifths of it, since a call may have to ask first
 * @param proofDelay how long after a missing answer the system is asked for proof
 * @param redelivery how long an answer waits that its module could not take
 * @param patience how long a call may wait for a system that is down before its attempts count all the same
 * @param maxAnswer larger answers are cut off and count as none
 * @param stop how long a stop waits for requests under way
 * @param restored a word for the restored backup we start on, another for each restore; empty where there was none
 * @param doubt how long after a restore a call that seems new is asked for before it is sent
 */
@ConfigurationProperties("esop.calls")
public record CallSettings(
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration proofDelay,
        @DefaultValue("10s") Duration redelivery,
        @DefaultValue("30m") Duration patience,
        @DefaultValue("1MB") DataSize maxAnswer,
        @DefaultValue("8s") Duration stop,
        @DefaultValue("") String restored,
        @DefaultValue("30d") Duration doubt,
        @DefaultValue Breaker breaker) {

    public CallSettings {
        if (poll.compareTo(Duration.ofMillis(10)) < 0 || poll.compareTo(Duration.ofMillis(500)) > 0) {
            throw new IllegalArgumentException("esop.calls.poll must lie between 10ms and 500ms");
        }
    }

    /**
     * When a system counts as down.
     *
     * @param calls how many of the last calls are looked at
     * @param minimum fewer than this say nothing
     * @param failureRate per cent of them without an answer
     * @param pause how long its calls then rest
     * @param probes how many go out after that to see whether it is back
     */
    public record Breaker(
            @DefaultValue("20") int calls,
            @DefaultValue("8") int minimum,
            @DefaultValue("60") float failureRate,
            @DefaultValue("10s") Duration pause,
            @DefaultValue("2") int probes) {}
}
