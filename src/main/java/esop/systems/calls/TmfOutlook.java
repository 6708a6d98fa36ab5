package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.StepOutlook;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what an order of TMF641 and its like says besides its state. */
final class TmfOutlook {

    private static final String EXPECTED = "expectedCompletionDate";
    private static final String REQUESTED = "requestedCompletionDate";

    private TmfOutlook() {}

    /** Empty where it says nothing but its state. */
    static Optional<StepOutlook> of(SystemCall call, JsonNode order, Optional<String> wanted) {
        var expected = date(order, EXPECTED)
                .filter(date -> !date(call.payload(), REQUESTED).equals(Optional.of(date)));
        var alert = last(order, "jeopardyAlert", "message", "name", "jeopardyType");
        var milestone = last(order, "milestone", "message", "name");
        if (Stream.of(expected, alert, milestone, wanted).allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new StepOutlook(
                call.step(),
                call.system(),
                expected.orElse(null),
                alert.orElse(null),
                milestone.orElse(null),
                wanted.map(Words::of).orElse(null)));
    }

    /** Of the newest of a list, the first of these fields that it has. */
    private static Optional<String> last(JsonNode order, String list, String... fields) {
        var all = order.path(list);
        return Stream.of(fields)
                .map(field -> all.path(all.size() - 1).path(field).textValue())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(Words::of);
    }

    private static Optional<Instant> date(JsonNode order, String field) {
        try {
            return TmfBody.text(order, field)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
