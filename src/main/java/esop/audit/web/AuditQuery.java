package esop.audit.web;

import esop.audit.AuditFilter;
import esop.audit.AuditState;
import esop.web.BadRequestException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of a list; {@code state} may name several, separated by commas. */
record AuditQuery(
        @Nullable String q,
        @Nullable String state,
        @Nullable String city,
        @Nullable String product,
        @Nullable String system,
        @Nullable String order) {

    AuditFilter filter() {
        return new AuditFilter(given(q), states(), given(city), given(product), given(system), given(order));
    }

    private Set<AuditState> states() {
        var text = given(state);
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(word -> AuditState.named(word.strip())
                                .orElseThrow(() -> new BadRequestException("state", known())))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String known() {
        return Arrays.stream(AuditState.values()).map(AuditState::word).collect(Collectors.joining(", "));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
