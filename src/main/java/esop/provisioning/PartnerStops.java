package esop.provisioning;

import com.fasterxml.jackson.databind.node.NullNode;
import esop.identity.People;
import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import esop.web.Texts;
import esop.workflow.notice.Notices;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 撤单 of work that a partner's people do: they are asked where they work, and answer as the partner's system would. */
@Service
class PartnerStops {

    private static final String STEP = "withdraw";
    private static final String NO_REASON = "—";

    private final PartnerRepository partners;
    private final WorkOrderRepository workOrders;
    private final WorkOrderActionRepository actions;
    private final ServiceOrders serviceOrders;
    private final RequestedStepRepository requested;
    private final StepRequests steps;
    private final StepAnswers answers;
    private final PartnerWorkProcess work;
    private final Instructions instructions;
    private final Telling telling;
    private final People people;
    private final Notices notices;

    PartnerStops(
            PartnerRepository partners,
            WorkOrderRepository workOrders,
            WorkOrderActionRepository actions,
            ServiceOrders serviceOrders,
            RequestedStepRepository requested,
            StepRequests steps,
            StepAnswers answers,
            PartnerWorkProcess work,
            Instructions instructions,
            Telling telling,
            People people,
            Notices notices) {
        this.partners = partners;
        this.workOrders = workOrders;
        this.actions = actions;
        this.serviceOrders = serviceOrders;
        this.requested = requested;
        this.steps = steps;
        this.answers = answers;
        this.work = work;
        this.instructions = instructions;
        this.telling = telling;
        this.people = people;
        this.notices = notices;
    }

    /** Of work that is given up; empty where they have never taken it, have ended it, or are being asked already. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Asked> askOfGivenUp(RequestedStep installation) {
        var workOrderId = installation.step().aggregate();
        return installation.state() != null
                        && installation.isUncertain()
                        && actions.stopping(workOrderId).isEmpty()
                ? Optional.of(ask(workOrderId))
                : Optional.empty();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Asked ask(String workOrderId) {
        var order = workOrders.get(workOrderId);
        var asked = steps.again(order, STEP, Partner.PEOPLE, nothingIsSent -> {});
        tell("call.sent", order, asked.step(), null, null);
        return asked;
    }

    /** What its form shows, and whose it is; whoever works for the partner is told. */
    @Transactional
    Map<String, @Nullable Object> begin(Step stop) {
        var order = workOrders.get(stop.aggregate());
        var facts = order.facts();
        var service = serviceOrders.facts(facts.serviceOrderId());
        var partner = partners.get(order.id()).partner();
        var asked = actions.stopping(order.id());
        var kind =
                "provisioning.stop." + asked.map(action -> action.kind().word()).orElse("order");
        var reason = asked.map(WorkOrderAction::words).orElse(order.review());
        Map<String, @Nullable Object> told = new HashMap<>(instructions.of(order.id()));
        told.put("workOrderId", order.id());
        told.put("productName", serviceOrders.productName(service));
        told.put("productNameEn", serviceOrders.productNameEn(service));
        told.put("partnerOrganization", partner.organization());
        told.put("workingUnit", partner.id());
        told.put("stopAsked", Texts.in(Texts.CHINESE, kind));
        told.put("stopAskedEn", Texts.in(Texts.ENGLISH, kind));
        told.put("stopReason", Objects.requireNonNullElse(reason, NO_REASON));
        var note = reason == null ? order.id() : order.id() + " " + reason;
        people.inGroup(partner.organization() + "@" + facts.city())
                .forEach(person -> notices.tell(person.id(), "stop-asked", null, facts.city(), note));
        return told;
    }

    /**
     * After the commit of whoever has answered, so that no two of its people wait for each other.
     *
     * @param decision {@code agree} or {@code refuse}
     * @return {@code done}, {@code refused}, or {@code late} where the work has been reported meanwhile
     */
    @Transactional
    String answer(Step stop, @Nullable String decision, @Nullable String reason) {
        var order = workOrders.get(stop.aggregate());
        if (!"agree".equals(decision)) {
            hear(stop, order, State.REJECTED, "refused", reason);
            tellAnswered(stop, order, State.REJECTED, reason);
            return "refused";
        }
        var dispatched = new Step(order.id(), order.step(), order.generation());
        work.hold(dispatched);
        if (steps.know(dispatched).isAnswered()) {
            return "late";
        }
        hear(stop, order, State.COMPLETED, null, null);
        tellAnswered(stop, order, State.COMPLETED, null);
        hear(dispatched, order, State.CANCELLED, "cancelled", null);
        work.stopped(dispatched);
        return "done";
    }

    /** They are no longer asked. */
    @Transactional
    void giveUp(Step stop) {
        steps.drop(stop);
    }

    @Transactional(readOnly = true)
    RequestedStep known(Step step) {
        return requested.find(step).orElseThrow();
    }

    /** A stop of the work order itself has a line of its own. */
    private void tellAnswered(Step stop, WorkOrder order, State state, @Nullable String words) {
        if (actions.stopping(order.id()).isEmpty()) {
            tell("call.answered", order, stop, state.name(), words);
        }
    }

    private void tell(String kind, WorkOrder order, Step stop, @Nullable String state, @Nullable String words) {
        telling.tell(
                kind,
                order.facts().productOrderId(),
                order.facts().serviceOrderId(),
                "system",
                Partner.PEOPLE,
                "step",
                stop.name(),
                "generation",
                String.valueOf(stop.generation()),
                "state",
                state,
                "message",
                words);
    }

    private void hear(Step step, WorkOrder order, State state, @Nullable String errorClass, @Nullable String words) {
        answers.hear(new StepAnswered(
                step,
                Partner.PEOPLE,
                order.facts().city(),
                state,
                errorClass,
                words,
                NullNode.getInstance(),
                Source.RESPONSE));
    }
}
