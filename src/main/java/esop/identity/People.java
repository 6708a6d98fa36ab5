package esop.identity;

import java.util.List;
import java.util.Optional;

/** Who there is. */
public interface People {

    Optional<Person> find(String id);

    /** The active members of a {@code role@city} or {@code partner@city} group, by id. */
    List<Person> inGroup(String group);

    /** Whether somebody works for every city there is, and so may change what holds for all of them. */
    boolean isProvinceWide(Person person);
}
