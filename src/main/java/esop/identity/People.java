package esop.identity;

import java.util.List;
import java.util.Optional;

/** Who there is. */
public interface People {

    Optional<Person> find(String id);

    /** The active members of a {@code role@city} group, by id. */
    List<Person> inGroup(String group);
}
