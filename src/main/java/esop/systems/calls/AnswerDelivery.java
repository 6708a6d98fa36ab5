package esop.systems.calls;

import esop.systems.calls.CallAttempts.Attempt;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
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

    /** @param attempt what was tried; null where nothing was sent */
    void deliver(SystemCall call, Verdict verdict, @Nullable Attempt attempt) {
        var held = store(call, verdict, attempt);
        if (held && call.lane() != null && !verdict.state().isOpen()) {
            lanes.ended(call.system(), call.lane());
        }
    }

    /** False when somebody else holds the call by now. */
    private boolean store(SystemCall call, Verdict verdict, @Nullable Attempt attempt) {
        for (var time = 1; ; time++) {
            try {
                return answers.store(call, verdict, attempt);
            } catch (RuntimeException failure) {
                if (time == TRIES) {
                    log.error("{} was answered, but its module cannot take the answer now", call.key(), failure);
                    meters.counter("esop.calls.undelivered", "system", call.system())
                            .increment();
                    return answers.keepForLater(call, verdict, attempt, settings.redelivery());
                }
                Backoff.pause(time);
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
