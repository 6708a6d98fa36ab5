package esop.intake;

import java.time.Instant;

/**
 * What somebody of a channel wrote down.
 *
 * @param kind {@code note}, {@code ask} (for help) or {@code answer} (to that)
 */
public record Note(Instant at, String author, String authorName, Channel channel, String kind, String text) {}
