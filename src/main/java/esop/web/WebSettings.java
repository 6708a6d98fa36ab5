package esop.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody the largest request body that is not a file upload; more is refused with 413
 * @param keepAnswers how long the answer to a write with an {@code Idempotency-Key} can be had again
 */
@ConfigurationProperties("esop.web")
record WebSettings(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("48h") Duration keepAnswers) {}
