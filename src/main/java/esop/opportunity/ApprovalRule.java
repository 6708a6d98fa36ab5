package esop.opportunity;

import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.FormRule;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nobody approves what is their own; the province's level is for people of the province; a refusal says why. */
@Component
class ApprovalRule implements FormRule {

    private final CurrentPerson currentPerson;
    private final People people;

    ApprovalRule(CurrentPerson currentPerson, People people) {
        this.currentPerson = currentPerson;
        this.people = people;
    }

    @Override
    public boolean concerns(String process, String task) {
        return process.equals(OpportunityProcess.APPROVAL_PROCESS);
    }

    @Override
    public List<FieldError> check(String task, Map<String, Object> variables) {
        var person = currentPerson.find();
        if (person.isPresent()) {
            if (person.get().id().equals(variables.get(OpportunityProcess.SUBMITTED_BY))) {
                return List.of(new FieldError("approval", Texts.get("opportunity.invalid.own-approval")));
            }
            if ("province".equals(variables.get(OpportunityProcess.APPROVAL_LEVEL))
                    && !people.isProvinceWide(person.get())) {
                return List.of(new FieldError("approval", Texts.get("opportunity.invalid.not-the-province")));
            }
        }
        return "refuse".equals(variables.get("approval"))
                ? StageRule.given(variables, "opinion", "opinion")
                : List.of();
    }
}
