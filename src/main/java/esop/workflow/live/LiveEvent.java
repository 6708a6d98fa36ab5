package esop.workflow.live;

import esop.identity.Person;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change. A partner hears of its own people's tasks only: which orders there are in a city is not its business.
 *
 * @param kind {@code task}, {@code order}, {@code opportunity}, {@code intake}, {@code cancellation} or {@code notice}
 * @param groups candidate groups of a task; nobody outside of them and its assignee hears of it
 */
public record LiveEvent(
        String kind,
        String id,
        String change,
        String city,
        List<String> groups,
        @Nullable String assignee) {

    private static final Set<String> OF_THE_CITY = Set.of("order", "opportunity", "intake", "cancellation");

    boolean concerns(Person person) {
        return person.cities().contains(city)
                && (OF_THE_CITY.contains(kind) && person.partner() == null
                        || person.id().equals(assignee)
                        || groups.stream().anyMatch(person.groups()::contains));
    }
}
