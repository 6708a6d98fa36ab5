package esop.provisioning;

import esop.systems.StepOutlook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what units say of their work besides its state, and tells the order what of it is new. */
@Component
class Outlooks {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final OutlookRepository outlooks;
    private final RequestedStepRepository steps;
    private final ServiceOrders serviceOrders;
    private final Telling telling;
    private final Clock clock;

    Outlooks(
            OutlookRepository outlooks,
            RequestedStepRepository steps,
            ServiceOrders serviceOrders,
            Telling telling,
            Clock clock) {
        this.outlooks = outlooks;
        this.steps = steps;
        this.serviceOrders = serviceOrders;
        this.telling = telling;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void hear(StepOutlook said) {
        steps.lock(said.step())
                .filter(step -> !step.isAnswered() && !serviceOrders.hasEnded(step.serviceOrderId()))
                .ifPresent(step -> hear(step, said));
    }

    private void hear(RequestedStep step, StepOutlook said) {
        var subject = step.workOrderId() == null ? step.serviceOrderId() : step.workOrderId();
        var generation = step.step().generation();
        var before = outlooks.find(subject, generation).orElse(Outlook.NONE);
        var after = before.hear(said.expected(), said.alert(), said.milestone(), clock.instant());
        if (!after.equals(before)) {
            outlooks.save(subject, generation, step.city(), after);
        }
        tell("unit.milestone", step, subject, before.milestone(), after.milestone());
        tell("unit.alert", step, subject, before.alert(), after.alert());
        tell("unit.expects", step, subject, date(before.expected()), date(after.expected()));
        tell("unit.wants", step, subject, null, said.wanted());
    }

    private void tell(
            String kind, RequestedStep step, String subject, @Nullable String before, @Nullable String after) {
        if (after != null && !Objects.equals(before, after)) {
            telling.tell(
                    kind,
                    serviceOrders.facts(step.serviceOrderId()).productOrderId(),
                    subject,
                    "unit",
                    step.system(),
                    "message",
                    after);
        }
    }

    private static @Nullable String date(@Nullable Instant instant) {
        return instant == null ? null : MINUTE.format(instant);
    }
}
