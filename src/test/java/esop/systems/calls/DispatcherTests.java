package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.systems.Step;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class DispatcherTests extends CallScene {

    @Autowired
    private CallDispatcher dispatcher;

    /** Injection point: the stop of a node while BOSS takes its time. */
    @Test
    void aStopFinishesWhatIsUnderWayAndLeavesTheRest() {
        sandbox.breaks("boss", "delay", Map.of("times", 1, "delayMs", 1000));
        activate(step);
        awaitCall(step, CallState.SENDING);
        var later = Step.of(aggregate, "later");
        try {
            dispatcher.stop();

            assertThat(call(step).state()).isEqualTo("DONE");
            send(later);
            aWhile();
            assertThat(call(later).state()).isEqualTo("NEW");
        } finally {
            dispatcher.start();
        }
        awaitCall(later, CallState.DONE);

        assertThat(sandbox.ledger(step.key())).hasSize(1);
        assertThat(sandbox.ledger(later.key())).hasSize(1);
    }

    @Test
    void anIdleDispatcherHardlyUsesTheProcessor() throws InterruptedException {
        var before = processorTime();
        Thread.sleep(2000);
        var millis = (processorTime() - before) / 1_000_000;

        assertThat(millis)
                .as("milliseconds of processor time in two idle seconds")
                .isLessThan(200);
    }

    private static long processorTime() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("systems-dispatch"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
