package esop.systems.calls;

import static java.util.stream.Collectors.toMap;

import esop.identity.DataScope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends what is due: claims as many calls of each system as it has room for and gives each to a worker. */
@Component
class CallDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CallDispatcher.class);

    private final CallClaims claims;
    private final CallWorker worker;
    private final BackingSystems systems;
    private final SystemGuards guards;
    private final HandOver handOver;
    private final DispatchSignal signal;
    private final CallSettings settings;
    private final Set<String> crowded = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private ThreadPoolExecutor workers;
    private Thread loop;

    CallDispatcher(
            CallClaims claims,
            CallWorker worker,
            BackingSystems systems,
            SystemGuards guards,
            HandOver handOver,
            DispatchSignal signal,
            CallSettings settings) {
        this.claims = claims;
        this.worker = worker;
        this.systems = systems;
        this.guards = guards;
        this.handOver = handOver;
        this.signal = signal;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        var most = places();
        var pool = new ThreadPoolExecutor(
                most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> thread(work, "systems-call"));
        pool.allowCoreThreadTimeOut(true);
        workers = pool;
        handOver.begin((call, place) ->
                pool.execute(() -> work(call, new Guarded(place.system(), place.guard()), place.claimedAt())));
        loop = thread(this::run, "systems-dispatch");
        loop.start();
    }

    /** As many as the bulkheads let in: a system that hangs holds its own places and nobody else's. */
    private int places() {
        return systems.all().stream().mapToInt(BackingSystem::bulkhead).sum();
    }

    private void run() {
        var failing = false;
        while (running) {
            try {
                if (dispatch() == 0) {
                    signal.await(settings.poll());
                }
                failing = false;
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                if (!failing) {
                    log.error("Calls cannot be dispatched now", failure);
                }
                failing = true;
                Backoff.pause(9);
            }
        }
    }

    private int dispatch() {
        growTo(places());
        var guarded = systems.all().stream()
                .collect(toMap(BackingSystem::id, system -> new Guarded(system, guards.of(system))));
        var places = new LinkedHashMap<String, Integer>();
        guarded.forEach((id, system) -> places.put(id, system.enterAsOftenAsPossible()));
        places.replaceAll((id, count) -> count > 0 ? count : enterCrowded(id, guarded.get(id)));
        places.values().removeIf(count -> count == 0);
        var free = new LinkedHashMap<>(places);
        try {
            var claimedAt = System.nanoTime();
            var due = places.isEmpty()
                    ? List.<SystemCall>of()
                    : DataScope.asSystem(() -> claims.claim(places, settings.lease()));
            for (var call : due) {
                free.merge(call.system(), -1, Integer::sum);
                workers.execute(() -> work(call, guarded.get(call.system()), claimedAt));
            }
            return due.size();
        } finally {
            free.forEach((id, count) -> guarded.get(id).leave(count));
        }
    }

    /** Listeners come while we run. */
    private void growTo(int most) {
        if (most > workers.getCorePoolSize()) {
            workers.setMaximumPoolSize(most);
            workers.setCorePoolSize(most);
        }
    }

    /** Once more after the note: whoever has left before it does not wake us. */
    private int enterCrowded(String id, Guarded system) {
        crowded.add(id);
        return system.enterAsOftenAsPossible();
    }

    /** An open breaker gives no place: that system's calls rest, untouched. */
    private record Guarded(BackingSystem system, SystemGuard guard) {

        int enterAsOftenAsPossible() {
            var count = 0;
            while (guard.tryEnter()) {
                count++;
            }
            return count;
        }

        void leave(int count) {
            for (var unused = 0; unused < count; unused++) {
                guard.unused();
            }
        }
    }

    private void work(SystemCall call, Guarded guarded, long claimedAt) {
        var guard = guarded.guard();
        var started = System.nanoTime();
        try {
            var exchange = worker.work(call, guarded.system(), claimedAt);
            var took = Duration.ofNanos(System.nanoTime() - started);
            if (exchange.isEmpty() || exchange.get() instanceof Exchange.Throttled) {
                guard.unused();
            } else if (exchange.get().systemIsWell()) {
                guard.answered(took);
            } else {
                guard.silent(took);
            }
        } catch (RuntimeException failure) {
            // The lease brings it back.
            log.error("{} could not be worked on", call.key(), failure);
            guard.unused();
        } finally {
            // Where there was room left, nothing has waited for this place.
            if (crowded.remove(call.system())) {
                signal.now();
            }
        }
    }

    /** What is under way is finished; what is due waits for the next start. */
    @Override
    public void stop() {
        running = false;
        handOver.end();
        signal.now();
        try {
            loop.join(settings.stop().toMillis());
            workers.shutdown();
            if (!workers.awaitTermination(settings.stop().toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
