package esop.audit;

import java.time.LocalDate;

/**
 * What the audits of a week have found at one system.
 *
 * @param week its Monday
 * @param records that were asked for, {@code silent} of them without an answer
 * @param elements that were compared, {@code different} of them differed
 */
public record InterfaceTrend(String system, LocalDate week, int records, int silent, int elements, int different) {}
