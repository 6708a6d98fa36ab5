package esop.provisioning;

import static esop.provisioning.WorkOrderState.ARCHIVED;
import static esop.provisioning.WorkOrderState.CANCELLED;
import static esop.provisioning.WorkOrderState.DISPATCHED;
import static esop.provisioning.WorkOrderState.DONE;
import static esop.provisioning.WorkOrderState.EXECUTING;
import static esop.provisioning.WorkOrderState.FAILED;
import static esop.provisioning.WorkOrderState.GENERATED;
import static esop.provisioning.WorkOrderState.REFUSED;

import esop.systems.StepAnswered;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 工单: what one unit carries out for a service order, from generation to sign-off and archive (ESOP 6.3.2.2, 6.5.2). */
class WorkOrder {

    private final NewWorkOrder facts;
    private WorkOrderState state;
    private int generation;
    private int reworks;
    private @Nullable String feedback;
    private @Nullable String review;
    private @Nullable String reviewer;
    private final boolean withdrawing;
    private final long revision;

    /** @param withdrawing its unit is asked to stop the current dispatch, and has not refused */
    WorkOrder(
            NewWorkOrder facts,
            WorkOrderState state,
            int generation,
            int reworks,
            @Nullable String feedback,
            @Nullable String review,
            @Nullable String reviewer,
            boolean withdrawing,
            long revision) {
        this.facts = facts;
        this.state = state;
        this.generation = generation;
        this.reworks = reworks;
        this.feedback = feedback;
        this.review = review;
        this.reviewer = reviewer;
        this.withdrawing = withdrawing;
        this.revision = revision;
    }

    /** Sent to the unit, for the first time or again (重派). */
    void dispatch(int generation) {
        require(GENERATED, DISPATCHED, EXECUTING, FAILED, REFUSED, CANCELLED);
        state = DISPATCHED;
        this.generation = generation;
    }

    /**
     * What the unit says of the current dispatch. Silence and lost calls change nothing here: the unit has said nothing.
     *
     * @return false where it is old news
     */
    boolean hear(StepAnswered.State answer, @Nullable String words) {
        if (!awaitsUnit() && !(hasComeBack() && answer == StepAnswered.State.COMPLETED)) {
            return false;
        }
        switch (answer) {
            case ACKNOWLEDGED, IN_PROGRESS, HELD -> state = EXECUTING;
            case COMPLETED -> state = DONE;
            case FAILED -> state = FAILED;
            case REJECTED -> state = REFUSED;
            case CANCELLED -> state = CANCELLED;
            case UNREACHABLE, UNKNOWN -> {
                return false;
            }
        }
        feedback = words == null ? feedback : words;
        return true;
    }

    /** Why its unit can neither be urged nor stopped now, as the texts name it. */
    Optional<String> obstacle() {
        return switch (state) {
            case DISPATCHED, EXECUTING -> withdrawing ? Optional.of("withdrawing") : Optional.empty();
            case GENERATED -> Optional.of("not-dispatched");
            case DONE -> Optional.of("done");
            case FAILED, REFUSED -> Optional.of("failed");
            case ARCHIVED, CANCELLED -> Optional.of("ended");
        };
    }

    /**
     * 拉回: the unit has stopped, and what follows is ours to decide.
     *
     * @return false where it is old news
     */
    boolean comeBack() {
        if (!awaitsUnit()) {
            return false;
        }
        state = GENERATED;
        return true;
    }

    /** Whether its unit has stopped the current dispatch. */
    boolean hasStopped() {
        return state == CANCELLED || hasComeBack();
    }

    /** Work that was returned for rework was done before, and is not heard of again. */
    private boolean hasComeBack() {
        return state == GENERATED && generation > 0;
    }

    /** Signed off 验收; the archive follows. */
    void accept(@Nullable String note, String reviewer) {
        require(DONE);
        review = note;
        this.reviewer = reviewer;
    }

    void returnForRework(String reason, String reviewer) {
        require(DONE);
        state = GENERATED;
        reworks++;
        review = reason;
        this.reviewer = reviewer;
    }

    /** Refused before it was sent. */
    void refuse(@Nullable String words) {
        require(GENERATED, REFUSED);
        state = REFUSED;
        feedback = words == null ? feedback : words;
    }

    void archive() {
        require(DONE);
        state = ARCHIVED;
    }

    /** Done by hand outside of the systems, as the note of the fallout says. */
    void archiveByHand(@Nullable String note, @Nullable String reviewer) {
        require(GENERATED, DISPATCHED, EXECUTING, DONE, FAILED, REFUSED, CANCELLED);
        state = ARCHIVED;
        review = note;
        this.reviewer = reviewer;
    }

    void abandon(@Nullable String note) {
        require(GENERATED, DISPATCHED, EXECUTING, DONE, FAILED, REFUSED, CANCELLED);
        state = CANCELLED;
        review = note;
    }

    /** What it had done was rolled back, and another one does it anew. */
    void takeBack() {
        require(ARCHIVED);
        state = CANCELLED;
    }

    boolean hasEnded() {
        return state == ARCHIVED || state == CANCELLED;
    }

    boolean isDone() {
        return state == DONE;
    }

    /** The step by which its unit is asked. */
    String step() {
        return Unit.of(facts.unit()).step();
    }

    NewWorkOrder facts() {
        return facts;
    }

    String id() {
        return facts.id();
    }

    WorkOrderState state() {
        return state;
    }

    int generation() {
        return generation;
    }

    int reworks() {
        return reworks;
    }

    @Nullable
    String feedback() {
        return feedback;
    }

    @Nullable
    String review() {
        return review;
    }

    @Nullable
    String reviewer() {
        return reviewer;
    }

    long revision() {
        return revision;
    }

    /** Whether its unit works on it, or may. */
    boolean awaitsAnswer() {
        return state == DISPATCHED || state == EXECUTING;
    }

    private boolean awaitsUnit() {
        return awaitsAnswer() || state == FAILED || state == REFUSED || state == CANCELLED;
    }

    private void require(WorkOrderState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException("Work order " + id() + " is " + state.word());
        }
    }
}
