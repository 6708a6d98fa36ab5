package esop.provisioning;

import esop.provisioning.FalloutPolicy.Plan;
import esop.systems.Step;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.FormChoices;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 回退到某一步: to which of its steps a service order with a fallout can be rolled back, to go on from there. */
@Service
class StepsBack implements FormChoices {

    private final Rollbacks rollbacks;
    private final FalloutRepository fallouts;

    StepsBack(Rollbacks rollbacks, FalloutRepository fallouts) {
        this.rollbacks = rollbacks;
        this.fallouts = fallouts;
    }

    @Transactional(readOnly = true)
    boolean areThere(Fallout fallout) {
        return !of(fallout).isEmpty();
    }

    /** @throws InvalidException where it is none of them */
    @Transactional
    void choose(Fallout fallout, @Nullable String key) {
        if (of(fallout).stream().noneMatch(step -> step.key().equals(key))) {
            throw new InvalidException("backTo", Texts.get("provisioning.fallout-step-missing"));
        }
        fallouts.goBackTo(fallout.id(), key);
    }

    /** A rule names the step alone, and may send a service order back once: what fails again then is a person's. */
    @Transactional
    Plan settle(Fallout fallout, Plan plan) {
        if (!plan.plan().equals(FalloutAnswers.GO_BACK)) {
            return plan;
        }
        var step = of(fallout).stream()
                .filter(candidate -> candidate.step().equals(plan.backTo()))
                .findFirst();
        if (step.isEmpty() || fallouts.wasSentBack(fallout.serviceOrderId())) {
            return plan.manual();
        }
        fallouts.goBackTo(fallout.id(), step.get().key());
        return plan;
    }

    @Override
    public String key() {
        return "backToSteps";
    }

    /** Newest first, as they stand now: another side of the service order may have gone on meanwhile. */
    @Override
    @Transactional(readOnly = true)
    public List<Choice> of(Map<String, Object> variables) {
        return of(fallouts.get((String) variables.get("falloutId"))).stream()
                .map(step -> new Choice(step.key(), words(step.key(), Texts.current())))
                .toList();
    }

    /** In words, where that was decided. */
    @Transactional(readOnly = true)
    Optional<String> chosen(String falloutId, Locale locale) {
        return fallouts.backTo(falloutId).map(key -> words(key, locale));
    }

    private List<Rollbacks.Step> of(Fallout fallout) {
        return rollbacks.stepsBack(fallout.productOrderId(), fallout.serviceOrderId());
    }

    /** With the id of what it was done for, since there may be several of a kind. */
    private static String words(String key, Locale locale) {
        var step = Step.parse(key);
        return Texts.in(locale, "ordering.step." + step.name()) + " · " + step.aggregate();
    }
}
