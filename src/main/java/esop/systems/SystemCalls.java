package esop.systems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls to backing systems: recorded in the caller's transaction, made after its commit, answered by {@link StepAnswered}. */
public interface SystemCalls {

    /**
     * Records one call. The same step again is silently the same call.
     *
     * @param operation what the adapter of the capability understands, for example {@code service-activation.create}
     * @param city whose data it is
     * @param lane calls of one lane go out in the order of their recording, or null where order does not matter
     */
    void request(Step step, String system, String operation, String city, @Nullable String lane, JsonNode payload);

    /** Asks the system now, after the commit, what has become of a step; the result is a {@link StepAnswered} with source PROOF. */
    void prove(Step step);

    /** Takes back what has not left the house yet; true when the call will never be made. */
    boolean cancel(Step step);

    /** The next generation for a deliberate resend of this step of this aggregate. */
    Step next(Step step);

    /** What the resend rules say of a step whose calls are used up; {@code MANUAL} of any other. */
    Afterwards afterwards(Step step);

    /** Every call of these aggregates, oldest first: what an order page shows. Contacts are hidden from whoever may not open all calls. */
    List<CallView> ofAggregates(List<String> aggregates);
}
