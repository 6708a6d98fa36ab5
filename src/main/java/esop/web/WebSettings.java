package esop.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody the largest request body that is not a file upload; more is refused with 413
 * @param keepAnswers how long the answer to a write with an {@code Idempotency-Key} can be had again
 * @param listLimit how far a list can be paged through
 * @param countAhead a list is counted so far beyond the rows that are shown, in whole steps
 */
@ConfigurationProperties("esop.web")
record WebSettings(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("48h") Duration keepAnswers,
        @DefaultValue("10000") int listLimit,
        @DefaultValue("500") int countAhead) {}
