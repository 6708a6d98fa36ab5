package esop.opportunity;

import java.time.Instant;

/**
 * A file that belongs to an opportunity.
 *
 * @param kind {@code signed} for the signed agreement, {@code other}
 * @param size in bytes
 * @param addedBy name of whoever did
 */
public record Document(long id, String kind, String name, String mediaType, int size, Instant added, String addedBy) {}
