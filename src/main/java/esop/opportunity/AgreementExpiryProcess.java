package esop.opportunity;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the application tells the process {@code agreement-expiry}. */
@Component
class AgreementExpiryProcess {

    static final String KEY = "agreement-expiry";
    static final String REVIEW = "review";
    static final String NOTE = "reviewNote";
    static final String RENEW = "renew";

    private final RuntimeService runtime;
    private final TaskService tasks;

    AgreementExpiryProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    void start(SalesOpportunity opportunity, EndingAgreement agreement, String products) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(OpportunityProcess.OPPORTUNITY_ID, opportunity.id());
        variables.put("city", opportunity.city());
        variables.put(OpportunityProcess.CUSTOMER_ID, opportunity.entry().customerId());
        variables.put("customerName", opportunity.entry().customerName());
        variables.put("productName", opportunity.entry().name());
        variables.put("products", products);
        variables.put("agreementNumber", agreement.number());
        variables.put("agreementEnds", agreement.ends().toString());
        variables.put("agreementEnd", endOf(agreement.ends()));
        variables.put("priority", 2);
        runtime.startProcessInstanceByKey(KEY, opportunity.id(), variables);
    }

    List<Task> openTasks(EndingAgreement agreement) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(agreement.opportunityId())
                .processDefinitionKey(KEY)
                .list();
    }

    /** An agreement holds until its last day is over. */
    private static Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(OpportunityCheck.PROVINCE).toInstant());
    }
}
