package esop.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a module knows of a customer's matter: the one thread from opportunity over agreement and order to what follows. A module that has a
 * part in it declares a bean of this; all within the current person's cities.
 */
public interface MatterPart {

    /** What one needs to read it, for example {@code orders:read}. */
    String right();

    /** What this module has under one of these numbers, or what came of or led to one of them; others' numbers are passed over. */
    List<Station> about(Set<String> numbers);

    /** What happened to one of its stations, oldest first; nothing where that is told with another one. */
    List<TaskHistory.Entry> history(String number);

    /**
     * Something with a number of its own that the matter has come by.
     *
     * @param kind a word of ours, for example {@code service-order}
     * @param kindName like {@code name} and {@code stateName} in the reader's language
     * @param page of the console, or null
     * @param parent the number of the station it belongs to
     * @param holder who has it while nobody's inbox has
     * @param leadsTo numbers of other modules' things
     */
    record Station(
            String number,
            String kind,
            String kindName,
            String name,
            String stateName,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String page,
            @Nullable String parent,
            Instant began,
            @Nullable Instant due,
            @Nullable Instant ended,
            @Nullable Holder holder,
            Set<String> leadsTo) {}

    /** @param doing what is being done, in the reader's language */
    record Holder(
            String name,
            String doing,
            Instant since,
            @Nullable Instant due) {}
}
