package esop.intake;

import esop.workflow.CaseDecisions;
import esop.workflow.Delegate;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Whose work an intake is: a channel's in its city, sometimes one person's of it. */
@Delegate
class IntakeOwner {

    private final IntakeRepository intakes;
    private final CaseDecisions decisions;

    IntakeOwner(IntakeRepository intakes, CaseDecisions decisions) {
        this.intakes = intakes;
        this.decisions = decisions;
    }

    public List<String> groups(DelegateExecution execution) {
        var intake = intake(execution);
        if (intake.channels().rule() != null) {
            decisions.show(execution, intake.id(), ChannelRule.TABLE);
        }
        return List.of(intake.channels().handling().group(intake.city()));
    }

    public @Nullable String person(DelegateExecution execution) {
        return intake(execution).channels().person();
    }

    /** The channel that was asked to help. */
    public List<String> helpers(DelegateExecution execution) {
        var intake = intake(execution);
        return List.of(Objects.requireNonNull(intake.channels().collaborating()).group(intake.city()));
    }

    private Intake intake(DelegateExecution execution) {
        return intakes.find(IntakeProcess.intakeId(execution)).orElseThrow();
    }
}
