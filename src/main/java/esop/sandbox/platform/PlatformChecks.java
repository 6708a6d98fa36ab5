package esop.sandbox.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Progress;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tests of opened services before they are accepted (验收): begun, then passed or failed with the measure that did not hold. */
@Component
@Order(3)
class PlatformChecks implements TmfResource {

    static final Kind KIND =
            new Kind(Platform.SYSTEM, Platform.TESTING, "serviceTest", "业务检测", "Service tests", "PF-ST-", "tmf653");

    private static final String PASSED = "completed";
    private static final String FAILED = "failed";
    private static final String REJECTED = "rejected";

    private final PlatformOrders orders;
    private final Records records;

    PlatformChecks(PlatformOrders orders, Records records) {
        this.orders = orders;
        this.records = records;
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CREATE);
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle(
                "state",
                "acknowledged",
                List.of("inProgress"),
                PASSED,
                FAILED,
                REJECTED,
                Set.of(PASSED, FAILED, REJECTED));
    }

    @Override
    public String prepare(ObjectNode test, Asked asked) {
        var service = test.path("relatedService").path("id").asText();
        var opened = records.find(Platform.SYSTEM.id(), orders.name(), orders.orderOf(service))
                .filter(order -> order.state().equals("completed"));
        if (opened.isEmpty()) {
            throw Refusal.unprocessable("relatedService.id: service " + service + " has not been opened here");
        }
        test.put("startDateTime", asked.at().toString());
        return lifecycle().first();
    }

    @Override
    public void entered(Stored test, String state, @Nullable String reason, Instant at, Progress progress) {
        if (!lifecycle().hasEnded(state)) {
            return;
        }
        var body = test.body().put("endDateTime", at.toString());
        var measure = body.putArray("testMeasure").addObject().put("metricName", "availability");
        measure.putObject("result").put("value", state.equals(PASSED) ? "pass" : "fail");
        if (reason != null && !reason.isBlank()) {
            measure.putArray("ruleViolation")
                    .addObject()
                    .put("name", reason)
                    .put("conformanceTargetUpper", "0")
                    .put("conformanceComparatorUpper", "0");
        }
    }
}
