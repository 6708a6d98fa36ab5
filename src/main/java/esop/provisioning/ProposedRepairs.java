package esop.provisioning;

import org.jspecify.annotations.Nullable;

/** What one person wants to repair and another has to agree to, by the model {@code resolution-approval}; kept by the module that found it. */
public interface ProposedRepairs {

    /** The variable that tells such a process from one about a fallout or a rollback. */
    String REPAIR = "repairId";

    /** @throws esop.web.InvalidException for whoever proposed it */
    void decide(String id, boolean approved, @Nullable String opinion);
}
