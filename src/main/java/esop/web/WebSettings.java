package esop.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody the largest request body that is not a file upload; more is refused with 413
 * @param keepAnswers how long the answer to a write with an {@code Idempotency-Key} can be had again
 * @param keyedAtOnce how many such writes one node works on at a time, each of which holds a connection to the database: half of the pool
 * @param keyedPatience how long another one waits for its turn before it is asked to come again
 * @param exportsAtOnce how many lists one node writes into files at a time, each of which holds a connection too
 * @param exportsOfOnePerson how many of them may be one person's
 * @param listLimit how far a list can be paged through
 * @param countAhead a list is counted so far beyond the rows that are shown, in whole steps
 */
@ConfigurationProperties("esop.web")
record WebSettings(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("48h") Duration keepAnswers,
        @DefaultValue("20") int keyedAtOnce,
        @DefaultValue("20s") Duration keyedPatience,
        @DefaultValue("8") int exportsAtOnce,
        @DefaultValue("2") int exportsOfOnePerson,
        @DefaultValue("10000") int listLimit,
        @DefaultValue("500") int countAhead) {}
