package esop.systems.callbacks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are taken in.
 *
 * @param tolerance how far a timestamp may be from now
 * @param atOnce how many are worked on at a time on this node; the others wait for a moment, then are asked to come again
 * @param alarmAfter how long a parked one may be nobody's before somebody is told
 * @param keepParked how long one is tried that speaks of nothing we know
 */
@ConfigurationProperties("esop.callbacks")
record CallbackSettings(
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("12") int atOnce,
        @DefaultValue("2m") Duration alarmAfter,
        @DefaultValue("24h") Duration keepParked) {}
