package esop.ordering.web;

import esop.provisioning.Risks.Risk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something that is under way will be done, by what is usual; there is one only where that is too late.
 *
 * @param cases how many finished ones that is derived from
 */
record Forecast(Instant expected, int cases) {

    static @Nullable Forecast of(String subject, List<Risk> risks) {
        return risks.stream()
                .filter(risk -> risk.subject().equals(subject))
                .findFirst()
                .map(risk -> new Forecast(risk.expected(), risk.cases()))
                .orElse(null);
    }
}
