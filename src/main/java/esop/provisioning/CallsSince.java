package esop.provisioning;

import esop.systems.SystemCalls;
import esop.workflow.OutsideEffects;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Calls to backing systems have left the house, as long as they were not taken back before they went out. */
@Component
class CallsSince implements OutsideEffects {

    private final SystemCalls calls;

    CallsSince(SystemCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Effect> since(Collection<String> businessKeys, Instant since) {
        return calls.ofAggregates(List.copyOf(businessKeys)).stream()
                .filter(call -> !call.created().isBefore(since) && !call.state().equals("CANCELLED"))
                .map(call -> new Effect(
                        call.system(), call.step(), call.operation(), call.aggregate(), call.state(), call.created()))
                .toList();
    }
}
