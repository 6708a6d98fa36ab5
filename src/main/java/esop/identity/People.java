package esop.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who there is. */
public interface People {

    Optional<Person> find(String id);

    /** The active members of a {@code role@city} or {@code partner@city} group, by id. */
    List<Person> inGroup(String group);

    /**
     * Active people who work in a city, found by a part of name or id.
     *
     * @param partner only this partner's people; null: only our own
     */
    List<Person> workingIn(String city, @Nullable String partner, String text, int most);

    /** The active person above somebody. */
    Optional<Person> superior(String id);

    /** What a {@code role@city} or {@code partner@city} group is called. */
    Optional<String> groupName(String group, boolean english);

    /** The organization somebody belongs to and those around it, nearest first, with their names; to be added to. */
    Map<String, String> unitsOf(String person, boolean english);

    Optional<String> unitName(String organization, boolean english);

    /**
     * Active people below somebody, however far: whose chain of superiors leads to them. The nearest first.
     *
     * @param most no more than these
     */
    List<Person> below(String superior, int most);

    /** All of them. */
    default List<Person> below(String superior) {
        return below(superior, Integer.MAX_VALUE);
    }

    /** Whether there is anybody below somebody. */
    boolean leads(String superior);

    boolean isBelow(String person, String superior);

    /** Whether there is an organization of this id that is a partner of ours. */
    boolean isPartner(String organization);

    boolean isCity(String id);

    /** The ids of all roles there are. */
    List<String> roles();

    /** Whether somebody works for every city there is, and so may change what holds for all of them. */
    boolean isProvinceWide(Person person);
}
