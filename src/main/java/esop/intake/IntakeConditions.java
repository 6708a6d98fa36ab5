package esop.intake;

import esop.identity.DataScope;
import esop.intake.IntakeFilter.Whose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a filter says in SQL; every value a parameter. */
class IntakeConditions {

    /** A number is found as a whole only: digit after digit, a search would tell what the page hides. */
    private static final String FOUND = "(strpos(search, :text) > 0 OR :text IN (contact_phone, callback_phone))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    IntakeConditions(IntakeFilter filter) {
        conditions.add(DataScope.condition("city", params));
        add("city = :city", "city", filter.city());
        add("state = ANY (:states)", "states", words(filter.states(), IntakeState::word));
        add("kind = ANY (:kinds)", "kinds", words(filter.kinds(), IntakeKind::word));
        add("contact_channel = :contact", "contact", word(filter.contact()));
        add("handling_channel = :handling", "handling", word(filter.handling()));
        add(":product = ANY (offering_ids)", "product", filter.product());
        add("customer_id = :customerId", "customerId", filter.customerId());
        whose(filter);
        if (filter.text() != null && !filter.text().isBlank()) {
            add(FOUND, "text", filter.text().strip().toLowerCase(Locale.ROOT));
        }
    }

    private void whose(IntakeFilter filter) {
        if (filter.whose() == Whose.EVERYBODYS) {
            return;
        }
        add(
                "parts && CAST(:channels AS text[])",
                "channels",
                filter.channels().stream().map(Channel::word).toArray(String[]::new));
        if (filter.whose() == Whose.TO_DO) {
            add("""
                    ended IS NULL AND coalesce(collaborating_channel, handling_channel) = ANY (:channels)
                     AND (person IS NULL OR person = :person OR collaborating_channel IS NOT NULL)""", "person", filter.person());
        }
    }

    String sql() {
        return String.join(" AND ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    private static @Nullable String word(@Nullable Channel channel) {
        return channel == null ? null : channel.word();
    }

    private static <T> String @Nullable [] words(Collection<T> all, Function<T, String> word) {
        return all.isEmpty() ? null : all.stream().map(word).toArray(String[]::new);
    }
}
