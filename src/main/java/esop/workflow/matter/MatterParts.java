package esop.workflow.matter;

import esop.identity.CurrentRights;
import esop.identity.Person;
import esop.identity.Rights;
import esop.workflow.MatterPart;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What each module knows of matters. */
@Component
class MatterParts {

    private final List<MatterPart> parts;
    private final CurrentRights rights;

    MatterParts(List<MatterPart> parts, CurrentRights rights) {
        this.parts = parts;
        this.rights = rights;
    }

    List<MatterPart> readableBy(Person person) {
        var held = rights.of(person.id()).map(Rights::authorities).orElse(Set.of());
        return parts.stream().filter(part -> held.contains(part.right())).toList();
    }
}
