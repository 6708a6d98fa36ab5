package esop.provisioning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends again what lies in fallout: one of each kind of trouble first, the others when that has really helped (ESOP 6.11.2). */
public interface Resends {

    /**
     * Takes these fallouts of the caller's cities into a run, which a worker then works off. What cannot be sent again is kept
     * as skipped, with the reason.
     *
     * @param ids of fallouts, all of them visible to the caller: an unknown one is refused with 422
     * @param fingerprint instead of ids: all open ones of this kind
     * @return the run's id
     */
    String start(List<String> ids, @Nullable String fingerprint, @Nullable String note);

    /**
     * The same, of the fallouts that calls lie in.
     *
     * @param keys of calls; one without an open fallout that the caller may see is refused with 422
     */
    String startCalls(List<String> keys, @Nullable String note);

    /** What has not been sent yet stays where it is. */
    void stop(String run);
}
