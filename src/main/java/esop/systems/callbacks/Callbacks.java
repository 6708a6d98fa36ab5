package esop.systems.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import esop.identity.DataScope;
import esop.systems.calls.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes callbacks in, a few at a time, and comes back to those that had to wait. */
@Component
class Callbacks {

    private static final Logger log = LoggerFactory.getLogger(Callbacks.class);
    private static final int TRIES = 8;
    private static final int PARKED_AT_ONCE = 200;

    private final CallbackIntake intake;
    private final SettledLately settled = new SettledLately();
    private final MeterRegistry meters;
    private final Semaphore places;

    Callbacks(CallbackIntake intake, CallbackSettings settings, MeterRegistry meters) {
        this.intake = intake;
        this.meters = meters;
        this.places = new Semaphore(settings.atOnce());
    }

    CallbackResult take(String system, String messageId, String hash, JsonNode body) {
        if (settled.knows(system, messageId, hash)) {
            return CallbackResult.repeated();
        }
        if (!enter()) {
            return CallbackResult.refused("busy", 503);
        }
        try {
            if (settled.knows(system, messageId, hash)) {
                return CallbackResult.repeated();
            }
            var result = DataScope.asSystem(() -> tryToTake(system, messageId, hash, body));
            meters.counter("esop.callbacks", "system", system, "result", String.valueOf(result.state()))
                    .increment();
            if (result.state() != CallbackResult.State.REFUSED) {
                settled.remember(system, messageId, hash);
            }
            return result;
        } finally {
            places.release();
        }
    }

    /** Branches of one process that are answered at the same moment collide: then all of it is done again. */
    private CallbackResult tryToTake(String system, String messageId, String hash, JsonNode body) {
        for (var attempt = 1; ; attempt++) {
            try {
                return intake.accept(system, messageId, hash, body);
            } catch (RuntimeException failure) {
                if (attempt == TRIES) {
                    log.error("The callback {} of {} cannot be taken now and is parked", messageId, system, failure);
                    return intake.parkUndeliverable(system, messageId, hash, body);
                }
                Backoff.pause(attempt);
            }
        }
    }

    @Scheduled(fixedDelayString = "${esop.callbacks.retry:400ms}")
    void retryParked() {
        DataScope.asSystem(() -> {
            for (var done = 0; done < PARKED_AT_ONCE; done++) {
                try {
                    if (!intake.retryOne()) {
                        return;
                    }
                } catch (RuntimeException failure) {
                    log.warn("A parked callback still cannot be taken", failure);
                    intake.postponeNext();
                }
            }
        });
    }

    private boolean enter() {
        try {
            return places.tryAcquire(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
