package esop.workflow.substitution;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An absence, a substitution, or both.
 *
 * @param processes null: all
 * @param cities null: all
 * @param amountLimit in yuan, null: none
 * @param state {@code planned}, {@code in-force}, {@code over} or {@code ended} before its last day
 * @param mayEnd whether whoever asks may end it
 */
record Absence(
        UUID id,
        String person,
        String personName,
        @Nullable String substitute,
        @Nullable String substituteName,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean away,
        @Nullable List<String> processes,
        @Nullable List<String> cities,
        @Nullable BigDecimal amountLimit,
        @Nullable String note,
        String enteredByName,
        Instant entered,
        @Nullable Instant ended,
        @Nullable String endedByName,
        String state,
        boolean mayEnd) {

    boolean isOpen() {
        return state.equals("planned") || state.equals("in-force");
    }

    Absence endable(boolean by) {
        return new Absence(
                id,
                person,
                personName,
                substitute,
                substituteName,
                firstDay,
                lastDay,
                away,
                processes,
                cities,
                amountLimit,
                note,
                enteredByName,
                entered,
                ended,
                endedByName,
                state,
                by && isOpen());
    }
}
