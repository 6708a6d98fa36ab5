package esop.intake;

import esop.web.Texts;
import esop.workflow.FormChoices;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the form {@code handle-intake} offers at this moment: the channels an intake can go to. */
@Component
class HandlingChoices implements FormChoices {

    private final IntakeRepository intakes;
    private final ChannelRule rule;

    HandlingChoices(IntakeRepository intakes, ChannelRule rule) {
        this.intakes = intakes;
        this.rule = rule;
    }

    @Override
    public String key() {
        return "intakeChannels";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Choice> of(Map<String, Object> variables) {
        var intake =
                intakes.find((String) variables.get(IntakeProcess.INTAKE_ID)).orElseThrow();
        return rule.others(intake.channels().handling(), intake.city()).stream()
                .map(channel -> new Choice(channel.word(), Texts.get("intake.channel." + channel.word())))
                .toList();
    }
}
