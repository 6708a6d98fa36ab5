package esop.audit;

import esop.systems.Step;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record at another system that an audit has asked for.
 *
 * @param name the step that made it, whatever its generation, and the subscription it stands for
 * @param source key of the step that made it, {@code writtenBy} of the one that last said what it is to be
 * @param state {@code asked}, {@code found}, {@code missing} or {@code unknown} where the system did not answer
 */
public record AuditedRecord(
        String auditId,
        int position,
        String city,
        String system,
        String kind,
        String recordId,
        String name,
        String source,
        String writtenBy,
        Instant written,
        String question,
        String state,
        @Nullable Instant answered,
        List<Element> elements) {

    static final String ASKED = "asked";
    static final String FOUND = "found";
    static final String MISSING = "missing";
    static final String UNKNOWN = "unknown";

    private static final String TERMINATED = "terminated";

    /** What stands for the record itself, where the other system has none. */
    public static final String RECORD = "record";

    /**
     * @param theirs null where the system does not say
     * @param basis whose word is right as a rule: {@code esop} or {@code theirs}
     */
    public record Element(
            String element, String ours, @Nullable String theirs, String basis) {

        public boolean same() {
            return ours.equals(theirs);
        }

        Element with(@Nullable String said) {
            return new Element(element, ours, said, basis);
        }
    }

    boolean isMissing() {
        return state.equals(MISSING);
    }

    boolean isAnswered() {
        return state.equals(FOUND) || isMissing();
    }

    Step sourceStep() {
        return Step.parse(source);
    }

    @Nullable
    String subscription() {
        var parts = name.split(":", 3);
        return parts.length == 3 ? parts[2] : null;
    }

    /** As its differences: of what is not there, all of it is one. */
    List<Element> findings() {
        if (isMissing()) {
            var basis = elements.isEmpty() ? "esop" : elements.get(0).basis();
            return List.of(new Element(RECORD, recordId, null, basis));
        }
        return elements.stream().filter(element -> !element.same()).toList();
    }

    /** It is there, but at an end from which nothing leads back. */
    boolean isTerminated() {
        return states().anyMatch(state -> TERMINATED.equals(state.theirs()));
    }

    boolean isToBeTerminated() {
        return states().anyMatch(state -> TERMINATED.equals(state.ours()));
    }

    private Stream<Element> states() {
        return elements.stream().filter(element -> element.element().equals("state"));
    }
}
