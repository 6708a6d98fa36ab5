package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.EsopTest;
import esop.systems.Step;
import esop.systems.calls.SystemGuard.Health;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A system that is down rests: its calls wait untouched and the other systems' go on. */
@EsopTest
class BreakerTests extends CallScene {

    @Autowired
    private SystemGuards guards;

    @Autowired
    private BackingSystems systems;

    @Test
    void oneSystemDownForAWhileCostsNothingButTime() {
        policy("*", 6, "PT0.3S");
        sandbox.breaks("boss", "error500", Map.of());
        var down = steps("down", 12);

        down.forEach(this::activate);
        await().atMost(SOON).until(() -> guards.of(systems.get("boss")).health() == Health.OPEN);
        var attemptsBefore = attempts(down);

        var others = steps("other", 5);
        others.forEach(this::send);
        others.forEach(other -> awaitCall(other, CallState.DONE));
        assertThat(attempts(down)).as("an open breaker uses up no attempts").isLessThanOrEqualTo(attemptsBefore);
        assertThat(down).noneMatch(each -> call(each).state().equals("DEAD"));

        sandbox.heal();
        down.forEach(each -> awaitCall(each, CallState.DONE));
        assertThat(down)
                .allSatisfy(each ->
                        assertThat(sandbox.applied(each.key())).as(each.key()).isEqualTo(1));
        assertThat(guards.of(systems.get("boss")).health()).isEqualTo(Health.CLOSED);
    }

    @Test
    void aSystemThatHangsHoldsItsOwnPlacesOnly() {
        sandbox.breaks("boss", "timeout-before", Map.of("operation", "service.create"));
        var hanging = steps("hanging", 40);
        hanging.forEach(this::activate);

        var started = System.nanoTime();
        send(step);
        awaitCall(step, CallState.DONE);

        assertThat((System.nanoTime() - started) / 1_000_000L).isLessThan(2000);
        sandbox.heal();
        hanging.forEach(each -> awaitCall(each, CallState.DONE));
        assertThat(hanging)
                .allSatisfy(each -> assertThat(sandbox.applied(each.key())).isEqualTo(1));
    }

    private List<Step> steps(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Step.of(aggregate + name + number, "probe"))
                .toList();
    }

    private int attempts(List<Step> which) {
        return which.stream().mapToInt(each -> call(each).attempts()).sum();
    }
}
