package esop.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes ended orders back, one or several together, each with a result of its own, once somebody else has agreed (批量回退, ESOP 6.11.2). */
public interface RollbackBatches {

    int MOST = 50;

    /**
     * What would be taken back of each, newest order first.
     *
     * @param withChain later orders that stand on these are taken back too
     * @throws esop.web.InvalidException as {@link #propose(List, boolean, String)}
     */
    List<Rollbacks.Preview> preview(List<String> orderIds, boolean withChain);

    /**
     * Those that may be taken back begin when an approver agrees; what others of the same batch stand on waits for these.
     *
     * @throws esop.web.InvalidException for no order, for more than {@link #MOST} with the chain, and for one the caller may not see
     */
    Batch propose(List<String> orderIds, boolean withChain, String reason);

    /**
     * One order; refused with 409 where {@link Rollbacks.Preview#obstacle()} says so.
     *
     * @param backTo key of the step to go back to: it and everything newer is taken back, what is older stays; null to take back everything
     */
    Batch propose(String orderId, @Nullable String backTo, String reason);

    /** Empty where there is none that the caller may see. */
    Optional<Batch> find(String id);

    /** The newest first. */
    List<Summary> latest(int most);

    /** @param items newest order first */
    record Batch(String id, List<Item> items) {}

    /**
     * @param state {@code proposed}, {@code waiting} for later orders of this batch, {@code refused}, or as its rollback: {@code running},
     *     {@code undone}, {@code incomplete}
     * @param obstacle why it was refused, as in {@link Rollbacks.Preview}, or {@code not-approved}
     * @param opinion of the approver
     */
    record Item(
            String orderId,
            String state,
            @Nullable String rollbackId,
            @Nullable String obstacle,
            @Nullable String opinion) {}

    /**
     * @param person who asked for it, null for a rule
     * @param open how many have no result yet
     */
    record Summary(String id, String reason, @Nullable String person, Instant created, int orders, int open) {}
}
