package esop.systems.calls;

import esop.identity.ReservedNames;
import org.springframework.stereotype.Component;

/** Settings of a system are found by its id without dashes; whoever went by it would be taken for the system. */
@Component
class SystemNames implements ReservedNames {

    private final BackingSystems systems;

    SystemNames(BackingSystems systems) {
        this.systems = systems;
    }

    @Override
    public boolean reserves(String id) {
        return systems.all().stream()
                .filter(system -> system.client() == null)
                .anyMatch(system -> letters(system.id()).equals(letters(id)));
    }

    private static String letters(String id) {
        return id.replaceAll("[^a-z0-9]", "");
    }
}
