package esop.systems.calls;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Breaker and bulkhead of one system: whether a request may go out now, and how it went. */
public class SystemGuard {

    /** As the screens name it. */
    public enum Health {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    SystemGuard(BackingSystem system, CallSettings.Breaker settings) {
        breaker = CircuitBreaker.of(
                system.id(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.calls())
                        .minimumNumberOfCalls(settings.minimum())
                        .failureRateThreshold(settings.failureRate())
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(settings.probes())
                        .build());
        bulkhead = Bulkhead.of(
                system.id(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(system.bulkhead())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** True: the caller must say {@link #answered}, {@link #silent} or {@link #unused} exactly once. */
    public boolean tryEnter() {
        if (!bulkhead.tryAcquirePermission()) {
            return false;
        }
        if (!breaker.tryAcquirePermission()) {
            bulkhead.releasePermission();
            return false;
        }
        return true;
    }

    public void answered(Duration took) {
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        bulkhead.onComplete();
    }

    public void silent(Duration took) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException("no answer"));
        bulkhead.onComplete();
    }

    /** Entered, but the system was not asked, or said neither yes nor no. */
    public void unused() {
        breaker.releasePermission();
        bulkhead.releasePermission();
    }

    public Health health() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> Health.OPEN;
            case HALF_OPEN -> Health.HALF_OPEN;
            default -> Health.CLOSED;
        };
    }

    void reset() {
        breaker.reset();
    }
}
