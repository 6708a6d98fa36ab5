package esop.systems.calls;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the dispatcher of this node; however often it is woken, it looks once. */
@Component
class DispatchSignal {

    private final Semaphore signal = new Semaphore(0);

    void now() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            now();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }

    void await(Duration atMost) throws InterruptedException {
        signal.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        signal.drainPermits();
    }
}
