package esop.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.context.annotation.Bean;

/** Every name our models use on the way of a whole order, bound to as little as its gateways and tables need. */
class BareDelegates {

    private static final List<String> PRODUCTS = List.of("vpmn", "leased-line", "adc");

    /** What ESOP's own process begins with. */
    static Map<String, Object> order(String id) {
        var variables = new HashMap<String, Object>();
        variables.put("orderId", id);
        variables.put("city", "nanjing");
        variables.put("customerId", "C0001");
        variables.put("customerName", "测试集团客户");
        variables.put("customerLevel", "A");
        variables.put("product", PRODUCTS.get(0));
        variables.put("productName", "集团短号网、互联网专线、ADC 应用托管");
        variables.put("action", "add");
        variables.put("priority", 2);
        return variables;
    }

    @Bean
    BareClient client(RuntimeService runtime) {
        return new BareClient(runtime);
    }

    @Bean
    JavaDelegate validateOrderDelegate() {
        return execution -> {
            execution.setVariable("orderPossible", true);
            execution.setVariable("orderWaits", false);
        };
    }

    @Bean
    JavaDelegate decomposeOrderDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate selectNextLevelDelegate() {
        return execution -> {
            var first = !execution.hasVariable("serviceOrdersLeft");
            if (first) {
                var ids = PRODUCTS.stream()
                        .map(product -> product + ":" + UUID.randomUUID())
                        .toList();
                execution.setVariable("serviceOrderIds", Spin.JSON(ids));
            }
            execution.setVariable("serviceOrdersLeft", first);
            if (!first) {
                // Told once: the second look finds nothing left.
                var told = execution.hasVariable("subscriptionOrderId");
                execution.setVariable("subscriptionOrderId", told ? null : "SU:" + UUID.randomUUID());
            }
        };
    }

    @Bean
    JavaDelegate completeOrderDelegate() {
        return execution -> execution.setVariable("orderState", "completed");
    }

    @Bean({"mirrorOrderDelegate", "notifyCustomerDelegate", "recordReturnCallDelegate", "recordPathDelegate"})
    JavaDelegate nothing() {
        return execution -> {};
    }

    @Bean
    JavaDelegate endServiceOrderDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate beginServiceOrderDelegate() {
        return execution -> {
            var id = (String) execution.getVariable("serviceOrderId");
            execution.setVariable("product", id.substring(0, id.indexOf(':')));
            execution.setVariable("action", "add");
        };
    }

    @Bean
    JavaDelegate requestActivationDelegate(BareClient client) {
        return execution -> ask(execution, client, "boss", "activate");
    }

    @Bean
    JavaDelegate requestRegistrationDelegate(BareClient client) {
        return execution -> ask(execution, client, "crm", "subscribe");
    }

    @Bean
    JavaDelegate requestReservationDelegate(BareClient client) {
        return execution -> ask(execution, client, "eoms", "reserve");
    }

    @Bean
    JavaDelegate dispatchWorkOrderDelegate(BareClient client) {
        return execution -> {
            var platform = "platform".equals(execution.getVariable("unit"));
            ask(execution, client, platform ? "platform" : "eoms", platform ? "open" : "construct");
        };
    }

    @Bean
    JavaDelegate requestCheckDelegate(BareClient client) {
        return execution -> ask(execution, client, "platform", "check");
    }

    /** Silent at the first look, done at the second. */
    @Bean
    JavaDelegate noteAnswerDelegate() {
        return execution -> {
            var first = !execution.hasVariable("waitUntil");
            if (first) {
                execution.setVariable("waitUntil", Date.from(Instant.now().plus(Duration.ofDays(1))));
            }
            execution.setVariable("outcome", first ? "silent" : "done");
        };
    }

    @Bean
    JavaDelegate generateWorkOrderDelegate() {
        return execution -> {
            execution.setVariable("workOrderId", execution.getProcessBusinessKey());
            execution.setVariable("executedBy", "await-answer");
            if (!execution.hasVariable("signOffBy")) {
                execution.setVariable("signOffBy", "person");
            }
        };
    }

    @Bean({"recordSignOffDelegate", "acceptCheckDelegate"})
    JavaDelegate accepted() {
        return execution -> execution.setVariable("outcome", "accepted");
    }

    @Bean
    JavaDelegate archiveWorkOrderDelegate() {
        return execution -> execution.setVariable("outcome", "done");
    }

    @Bean
    WorkOrderNumber workOrderNumber() {
        return new WorkOrderNumber();
    }

    @Bean
    TaskDispatch taskDispatch() {
        return new TaskDispatch();
    }

    @Bean
    DueTime dueTime() {
        return new DueTime();
    }

    private static void ask(DelegateExecution execution, BareClient client, String system, String step) {
        var key = UUID.randomUUID().toString();
        execution.setVariable("stepKey", key);
        execution.setVariable("system", system);
        execution.setVariable("step", step);
        client.answerAfterCommit(key);
    }

    /** Public, as are their methods: the engine's expressions call no others. */
    public static class WorkOrderNumber {
        public String next() {
            return UUID.randomUUID().toString();
        }
    }

    public static class TaskDispatch {
        public List<String> groups(DelegateExecution execution) {
            return List.of("operations@nanjing");
        }
    }

    public static class DueTime {
        public Date of(DelegateExecution execution) {
            return Date.from(Instant.now().plus(Duration.ofDays(1)));
        }
    }
}
