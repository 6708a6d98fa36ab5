package esop.workflow.inbox;

import esop.identity.Person;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do today in another person's place.
 *
 * @param processes null: all
 * @param cities null: all of that person's
 * @param amountLimit tasks about more than this are not meant
 */
record Acting(
        Person principal,
        @Nullable Set<String> processes,
        @Nullable Set<String> cities,
        @Nullable BigDecimal amountLimit) {

    /** Whether that person may work on it and it is within what was left to the substitute; an opinion is given in person. */
    boolean covers(Task task) {
        return !task.isOpinion()
                && TaskAccess.mayWork(task, principal)
                && principal.cities().contains(task.city())
                && (processes == null || processes.contains(task.process()))
                && (cities == null || cities.contains(task.city()))
                && (amountLimit == null
                        || task.amount() == null
                        || task.amount().compareTo(amountLimit) <= 0);
    }
}
