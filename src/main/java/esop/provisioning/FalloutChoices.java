package esop.provisioning;

import esop.web.Texts;
import esop.workflow.FormChoices;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the form {@code resolve-fallout} offers at this moment: what may be decided about its fallout. */
@Component
class FalloutChoices implements FormChoices {

    private final FalloutRepository fallouts;
    private final StepsBack stepsBack;

    FalloutChoices(FalloutRepository fallouts, StepsBack stepsBack) {
        this.fallouts = fallouts;
        this.stepsBack = stepsBack;
    }

    @Override
    public String key() {
        return "falloutAnswers";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Choice> of(Map<String, Object> variables) {
        var fallout = fallouts.get((String) variables.get("falloutId"));
        return FalloutAnswers.to("open", fallout.step(), fallout.generation(), stepsBack.areThere(fallout)).stream()
                .map(answer -> new Choice(answer, Texts.get("provisioning.fallout-answer." + answer)))
                .toList();
    }
}
