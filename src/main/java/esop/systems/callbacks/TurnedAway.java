package esop.systems.callbacks;

import esop.identity.DataScope;
import esop.systems.calls.Words;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Remembers what was not believed; only some of a flood, so that nobody can fill the disk from outside. */
@Component
class TurnedAway {

    private static final int A_MINUTE = 60;

    private final CallbackRepository callbacks;
    private final TransactionOperations transaction;
    private final MeterRegistry meters;
    private final AtomicInteger left = new AtomicInteger(A_MINUTE);

    TurnedAway(CallbackRepository callbacks, TransactionOperations transaction, MeterRegistry meters) {
        this.callbacks = callbacks;
        this.transaction = transaction;
        this.meters = meters;
    }

    void record(String system, @Nullable String messageId, String reason, String remoteAddress, byte[] body) {
        meters.counter("esop.callbacks.turned-away", "system", system, "reason", reason)
                .increment();
        if (left.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
            var id = messageId == null ? null : Words.of(messageId);
            DataScope.asSystem(() -> transaction.executeWithoutResult(
                    status -> callbacks.turnedAway(system, id, reason, remoteAddress, Words.of(body))));
        }
    }

    @Scheduled(fixedDelay = 60_000)
    void refill() {
        left.set(A_MINUTE);
    }
}
