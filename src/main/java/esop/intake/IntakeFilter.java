package esop.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which intakes a list or an export shows, of those in the data scope.
 *
 * @param whose everybody's, those a person has a part in, or those that wait for this person now
 * @param channels where that person works
 */
public record IntakeFilter(
        @Nullable String text,
        Set<IntakeState> states,
        Set<IntakeKind> kinds,
        @Nullable String city,
        @Nullable Channel contact,
        @Nullable Channel handling,
        @Nullable String product,
        @Nullable String customerId,
        Whose whose,
        String person,
        List<Channel> channels) {

    public enum Whose {
        EVERYBODYS,
        /** One of the person's channels has a part in it. */
        PART,
        /** Open at one of the person's channels, and not given to somebody else. */
        TO_DO
    }
}
