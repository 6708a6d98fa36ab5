package esop.systems.appointment;

import java.time.Instant;

/** When somebody comes. */
public record Visit(Instant from, Instant to) {}
