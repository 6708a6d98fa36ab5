package esop.workflow.live;

import esop.identity.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param kind {@code task} or {@code order}
 * @param groups candidate groups of a task; nobody outside of them and its assignee hears of it
 */
public record LiveEvent(
        String kind,
        String id,
        String change,
        String city,
        List<String> groups,
        @Nullable String assignee) {

    boolean concerns(Person person) {
        return person.cities().contains(city)
                && (kind.equals("order")
                        || person.id().equals(assignee)
                        || groups.stream().anyMatch(person.groups()::contains));
    }
}
