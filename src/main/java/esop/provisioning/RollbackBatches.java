package esop.provisioning;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes several orders back together, each with a result of its own (批量回退, ESOP 6.11.2). */
public interface RollbackBatches {

    int MOST = 50;

    /**
     * Begins those that may be begun, in the caller's name; what others of the same batch stand on waits for these.
     *
     * @param withChain later orders that stand on these are taken back too
     * @throws esop.web.InvalidException for no order, for more than {@link #MOST} with the chain, and for one the caller may not see
     */
    Batch start(List<String> orderIds, boolean withChain, String reason);

    /** Empty where there is none that the caller may see. */
    Optional<Batch> find(String id);

    /** @param items newest order first */
    record Batch(String id, List<Item> items) {}

    /**
     * @param state {@code waiting} for later orders of this batch, {@code refused}, or as its rollback: {@code running}, {@code undone},
     *     {@code incomplete}
     * @param obstacle why it was refused, as in {@link Rollbacks.Preview}
     */
    record Item(
            String orderId,
            String state,
            @Nullable String rollbackId,
            @Nullable String obstacle) {}
}
