package esop.systems.records;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What our calls have left at other systems, and the question what those say of it now. */
public interface SystemRecords {

    /**
     * In the order in which they were made; what the calls of others have changed since counts.
     *
     * @param others whose calls may have changed records that bear no subject of ours
     */
    List<LeftRecord> leftBy(Collection<String> aggregates, Collection<String> others);

    /** Asked after the commit, and again by the resend rules; the answer is a {@link esop.systems.StepAnswered} whose body has the record. */
    void ask(Step question, String city, LeftRecord about);

    /** The record that an answer shows; empty where the system has none of that number. */
    Optional<JsonNode> found(JsonNode answer);
}
