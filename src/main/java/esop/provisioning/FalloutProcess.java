package esop.provisioning;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What the application tells {@code fallout.bpmn}; its business key is the fallout's id. */
@Component
class FalloutProcess {

    static final String KEY = "fallout";
    static final String ANSWERED = "FalloutAnswered";

    private final RuntimeService engine;

    FalloutProcess(RuntimeService engine) {
        this.engine = engine;
    }

    /** Whether it waits for a person. */
    boolean isResolving(String falloutId) {
        return engine.createExecutionQuery()
                        .processInstanceBusinessKey(falloutId)
                        .messageEventSubscriptionName(ANSWERED)
                        .count()
                > 0;
    }

    void answered(String falloutId) {
        engine.createMessageCorrelation(ANSWERED)
                .processInstanceBusinessKey(falloutId)
                .correlateExclusively();
    }
}
