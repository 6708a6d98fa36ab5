package esop.opportunity;

import static esop.opportunity.OpportunityState.*;

import esop.customer.Customer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer may come to order (TMF699, ESOP 6.5.2). Changes by verbs, which refuse a state they do not fit with
 * {@link IllegalStateException}.
 *
 * @param facts what is known, by the words of {@link Fact}
 * @param solutionState {@code draft}, {@code submitted}, {@code approved} or {@code refused}
 * @param agreed what there is of an agreement, read with it and kept by {@link AgreementRepository}
 * @param orderId the order it became
 * @param instanceId the process instance that carries it
 * @param revision grows with each change
 */
public record SalesOpportunity(
        String id,
        Entry entry,
        Owner owner,
        Progress progress,
        Map<String, Object> facts,
        Solution solution,
        String solutionState,
        @Nullable Agreed agreed,
        @Nullable String orderId,
        Mirror mirror,
        @Nullable String instanceId,
        int revision) {

    /**
     * What was entered.
     *
     * @param name 商机描述
     * @param need 需求描述
     * @param customerId null while the customer is not known to us
     * @param acquired 商机获取时间
     * @param source 商机来源渠道: the contact channel
     * @param expectedRevenue in yuan
     * @param deadline 商机时限要求
     * @param template name of the template it was made from, and what that wants to be known besides
     */
    public record Entry(
            String city,
            String name,
            @Nullable String need,
            @Nullable String campaign,
            @Nullable String customerId,
            String customerName,
            @Nullable String customerLevel,
            @Nullable String industry,
            @Nullable String contactName,
            @Nullable String contactPhone,
            LocalDate acquired,
            String source,
            BigDecimal expectedRevenue,
            @Nullable LocalDate deadline,
            List<String> offeringIds,
            @Nullable String template,
            List<String> requiredFacts,
            String creator,
            String creatorName,
            Instant created) {

        @Nullable
        String firstOffering() {
            return offeringIds.isEmpty() ? null : offeringIds.get(0);
        }

        public Contact contact() {
            return new Contact(contactName, contactPhone);
        }
    }

    /** 客户联系人, 联系电话. */
    public record Contact(@Nullable String name, @Nullable String phone) {

        /** The number as anybody may see it. */
        public @Nullable String phoneMasked() {
            return phone == null || phone.isBlank() ? null : new Customer.Contact("", null, phone, null).phoneMasked();
        }
    }

    /**
     * Who works on it.
     *
     * @param person null while a whole group has it
     * @param group {@code role@city} or {@code partner@city}
     * @param executing 执行渠道
     * @param collaborating 协同渠道, while a step is in its hands
     * @param rule why it came to them
     * @param returnedBy who has given it back so far: people or groups
     */
    public record Owner(
            @Nullable String person,
            @Nullable String personName,
            @Nullable String group,
            @Nullable String executing,
            @Nullable String collaborating,
            @Nullable String rule,
            @Nullable String ruleEn,
            List<String> returnedBy) {

        static final Owner NOBODY = new Owner(null, null, null, null, null, null, null, List.of());

        Owner because(Map<String, ?> decided) {
            return new Owner(
                    person,
                    personName,
                    group,
                    executing,
                    collaborating,
                    String.valueOf(decided.get("why")),
                    String.valueOf(decided.get("whyEn")),
                    returnedBy);
        }

        Owner afterReturns(Owner before) {
            return new Owner(person, personName, group, executing, collaborating, rule, ruleEn, before.returnedBy());
        }
    }

    /**
     * How far it is.
     *
     * @param quick whether its first three stages are taken in one
     * @param agingAt from when on it has been at its stage for long; {@code overAt} for too long
     * @param reason why it was given up
     */
    public record Progress(
            OpportunityState state,
            @Nullable Stage stage,
            boolean quick,
            @Nullable Instant stageSince,
            @Nullable Instant agingAt,
            @Nullable Instant overAt,
            @Nullable Instant ended,
            @Nullable String reason) {

        static final Progress BEGUN = new Progress(NEW, null, false, null, null, null, null, null);
    }

    /**
     * How far the agreement is.
     *
     * @param state as {@code solutionState}
     */
    public record Agreed(String state, LocalDate ends, boolean inForce) {

        boolean isSettled() {
            return state.equals("submitted") || state.equals("approved");
        }
    }

    /** The last stage the CRM has confirmed. */
    public record Mirror(@Nullable String stage, @Nullable Instant at) {

        static final Mirror NONE = new Mirror(null, null);
    }

    public OpportunityState state() {
        return progress.state();
    }

    public @Nullable Stage stage() {
        return progress.stage();
    }

    public String city() {
        return entry.city();
    }

    /** Where it is now: {@code stage}, {@code dispatch}, {@code collaboration}, {@code approval} or {@code ended}. */
    public String waitsAt() {
        if (state().isFinal()) {
            return "ended";
        }
        if (stage() == null) {
            return "dispatch";
        }
        if (owner.collaborating() != null) {
            return "collaboration";
        }
        return isSubmitted() ? "approval" : "stage";
    }

    private boolean isSubmitted() {
        return solutionState.equals("submitted")
                || agreed != null && agreed.state().equals("submitted");
    }

    /** The gate it is before: its first three stages may have one. */
    Optional<String> gate() {
        var stage = stage();
        return stage == null || state().isFinal()
                ? Optional.empty()
                : Optional.of(progress.quick() && stage == Stage.DISCOVERY ? "quick" : stage.word());
    }

    /** {@code fresh}, {@code aging} or {@code over}. */
    public String age(Instant now) {
        if (state().isFinal() || progress.overAt() == null || progress.agingAt() == null) {
            return "fresh";
        }
        return !now.isBefore(progress.overAt()) ? "over" : !now.isBefore(progress.agingAt()) ? "aging" : "fresh";
    }

    SalesOpportunity startedAs(String instance) {
        return copy(entry, owner, progress, facts, solution, solutionState, orderId, mirror, instance);
    }

    SalesOpportunity amend(Entry amended) {
        requireOpen();
        return copy(amended, owner, progress, facts, solution, solutionState, orderId, mirror, instanceId);
    }

    SalesOpportunity dispatchTo(Owner receiver) {
        requireOpen();
        return with(receiver).with(new Progress(NEW, null, false, null, null, null, null, null));
    }

    /** Whoever had it will not have it; the next receiver is somebody else. */
    SalesOpportunity giveBack(@Nullable String reason) {
        requireOpen();
        var last = owner.person() != null ? owner.person() : owner.group();
        var returned = last == null
                ? owner.returnedBy()
                : Stream.concat(owner.returnedBy().stream(), Stream.of(last)).toList();
        return with(new Owner(null, null, null, null, null, null, null, returned))
                .with(new Progress(NEW, null, false, null, null, null, null, reason));
    }

    SalesOpportunity takenBy(String person, String name) {
        requireOpen();
        return with(new Owner(
                person,
                name,
                owner.group(),
                owner.executing(),
                null,
                owner.rule(),
                owner.ruleEn(),
                owner.returnedBy()));
    }

    SalesOpportunity enter(Stage stage, boolean quick, Instant now, Instant agingAt, Instant overAt) {
        requireOpen();
        return with(new Progress(IN_PROGRESS, stage, quick, now, agingAt, overAt, null, null));
    }

    SalesOpportunity know(Map<String, ?> news) {
        requireOpen();
        var known = new HashMap<>(facts);
        news.forEach((fact, value) -> {
            if (value == null) {
                known.remove(fact);
            } else {
                known.put(fact, value);
            }
        });
        return copy(entry, owner, progress, Map.copyOf(known), solution, solutionState, orderId, mirror, instanceId);
    }

    SalesOpportunity collaborateWith(@Nullable String channel) {
        requireOpen();
        return with(new Owner(
                owner.person(),
                owner.personName(),
                owner.group(),
                owner.executing(),
                channel,
                owner.rule(),
                owner.ruleEn(),
                owner.returnedBy()));
    }

    /** What was agreed to before has to be agreed to again. */
    SalesOpportunity propose(Solution proposed) {
        requireOpen();
        return copy(entry, owner, progress, facts, proposed, "draft", orderId, mirror, instanceId);
    }

    SalesOpportunity solutionIs(String newState) {
        requireOpen();
        return copy(entry, owner, progress, facts, solution, newState, orderId, mirror, instanceId);
    }

    SalesOpportunity convert(String order, Instant now) {
        requireOpen();
        return copy(
                entry, owner, ended(CONVERTED, now, null), facts, solution, solutionState, order, mirror, instanceId);
    }

    SalesOpportunity terminate(String reason, Instant now) {
        requireOpen();
        return with(ended(TERMINATED, now, reason));
    }

    private Progress ended(OpportunityState end, Instant now, @Nullable String reason) {
        return new Progress(
                end,
                progress.stage(),
                progress.quick(),
                progress.stageSince(),
                progress.agingAt(),
                progress.overAt(),
                now,
                reason);
    }

    private void requireOpen() {
        if (!Set.of(NEW, IN_PROGRESS).contains(state())) {
            throw new IllegalStateException("opportunity " + id + " is " + state().word());
        }
    }

    private SalesOpportunity with(Owner newOwner) {
        return copy(entry, newOwner, progress, facts, solution, solutionState, orderId, mirror, instanceId);
    }

    private SalesOpportunity with(Progress newProgress) {
        return copy(entry, owner, newProgress, facts, solution, solutionState, orderId, mirror, instanceId);
    }

    private SalesOpportunity copy(
            Entry newEntry,
            Owner newOwner,
            Progress newProgress,
            Map<String, Object> newFacts,
            Solution newSolution,
            String newSolutionState,
            @Nullable String order,
            Mirror newMirror,
            @Nullable String instance) {
        return new SalesOpportunity(
                id,
                newEntry,
                newOwner,
                newProgress,
                newFacts,
                newSolution,
                newSolutionState,
                agreed,
                order,
                newMirror,
                instance,
                revision);
    }
}
