package esop.workflow.calendar;

import esop.workflow.Promises;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds a moved due time against what the customer was promised, whoever promised it. */
@Component
class Promised {

    private final List<Promises> promises;

    Promised(List<Promises> promises) {
        this.promises = promises;
    }

    RecountChange against(RecountChange change) {
        var subject = change.subject();
        return subject == null
                ? change
                : promises.stream()
                        .map(source -> source.of(subject))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(change::against)
                        .orElse(change);
    }
}
