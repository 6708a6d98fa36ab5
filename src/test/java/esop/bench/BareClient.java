package esop.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers every request as soon as its wait is committed, without leaving the JVM: the least that an answer can cost. */
class BareClient implements AutoCloseable {

    private final RuntimeService runtime;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    BareClient(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void answerAfterCommit(String stepKey) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                threads.execute(() -> runtime.createMessageCorrelation("StepAnswered")
                        .processInstanceBusinessKey(stepKey)
                        .correlate());
            }
        });
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
