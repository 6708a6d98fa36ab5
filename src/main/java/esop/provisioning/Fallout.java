package esop.provisioning;

import esop.systems.Step;
import org.jspecify.annotations.Nullable;

/**
 * 异常: a step that did not succeed, and what is done about it.
 *
 * @param generation of the step, 0 where nothing was sent
 * @param errorClass as the decision {@code fallout-policy} speaks of it
 * @param attempt the how-many-th fallout of this step it is, from 1
 * @param plan what the policy said, in the words of {@code resolution}
 * @param resolution {@code retry}, {@code correct}, {@code manual}, {@code skip}, {@code abort}, {@code roll-back-item},
 *     {@code roll-back-to}, {@code renew}, {@code roll-back-order} or {@code answered}; null while nothing is decided
 */
record Fallout(
        String id,
        String productOrderId,
        String serviceOrderId,
        @Nullable String workOrderId,
        String city,
        String system,
        String step,
        int generation,
        String product,
        String errorClass,
        @Nullable String message,
        int attempt,
        @Nullable String plan,
        @Nullable String ownerRole,
        int level,
        @Nullable String resolution,
        @Nullable String note,
        long revision) {

    String aggregate() {
        return workOrderId == null ? serviceOrderId : workOrderId;
    }

    Step asStep() {
        return new Step(aggregate(), step, generation);
    }

    /** Whether its service order is still to be opened. */
    boolean goesOn() {
        return !FalloutAnswers.givesUp(resolution);
    }

    /** What the model goes on with. */
    String outcome() {
        return switch (resolution == null ? "" : resolution) {
            case "retry", "answered" -> "retry";
            case "correct" -> "corrected";
            case "manual", "skip" -> "manual";
            case "roll-back-item", "roll-back-to", "renew" -> "rolled-back";
            case "abort" -> "abort".equals(plan) ? "failed" : "aborted";
            default -> throw new IllegalStateException("Fallout " + id + " is not decided");
        };
    }
}
