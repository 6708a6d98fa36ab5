package esop.systems.calls;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings an answer to its module: again where branches of one process collided, later where the module cannot take it now. */
@Component
class AnswerDelivery {

    private static final Logger log = LoggerFactory.getLogger(AnswerDelivery.class);
    private static final int TRIES = 8;

    private final CallAnswers answers;
    private final LaneQueue lanes;
    private final CallSettings settings;
    private final MeterRegistry meters;

    AnswerDelivery(CallAnswers answers, LaneQueue lanes, CallSettings settings, MeterRegistry meters) {
        this.answers = answers;
        this.lanes = lanes;
        this.settings = settings;
        this.meters = meters;
    }

    /** False when somebody else holds the call by now. */
    boolean deliver(SystemCall call, Verdict verdict) {
        var held = store(call, verdict);
        if (held && call.lane() != null && !verdict.state().isOpen()) {
            lanes.ended(call.system(), call.lane());
        }
        return held;
    }

    private boolean store(SystemCall call, Verdict verdict) {
        for (var attempt = 1; ; attempt++) {
            try {
                return answers.store(call, verdict);
            } catch (RuntimeException failure) {
                if (attempt == TRIES) {
                    log.error("{} was answered, but its module cannot take the answer now", call.key(), failure);
                    meters.counter("esop.calls.undelivered", "system", call.system())
                            .increment();
                    return answers.keepForLater(call, verdict, settings.redelivery());
                }
                Backoff.pause(attempt);
            }
        }
    }

    void tellAgain(SystemCall call) {
        try {
            answers.tellAgain(call);
        } catch (RuntimeException failure) {
            log.error("{} still cannot be told to its module", call.key(), failure);
            answers.postpone(call, settings.redelivery());
        }
    }
}
