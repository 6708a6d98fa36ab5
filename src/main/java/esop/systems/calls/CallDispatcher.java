package esop.systems.calls;

import esop.identity.DataScope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
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
    private final DispatchSignal signal;
    private final CallSettings settings;
    private volatile boolean running;
    private ExecutorService workers;
    private Thread loop;

    CallDispatcher(
            CallClaims claims,
            CallWorker worker,
            BackingSystems systems,
            SystemGuards guards,
            DispatchSignal signal,
            CallSettings settings) {
        this.claims = claims;
        this.worker = worker;
        this.systems = systems;
        this.guards = guards;
        this.signal = signal;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        // As many as the bulkheads let in: a system that hangs holds its own places and nobody else's.
        var most = systems.all().stream().mapToInt(BackingSystem::bulkhead).sum();
        var pool = new ThreadPoolExecutor(
                most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> thread(work, "systems-call"));
        pool.allowCoreThreadTimeOut(true);
        workers = pool;
        loop = thread(this::run, "systems-dispatch");
        loop.start();
    }

    private void run() {
        while (running) {
            try {
                if (dispatch() == 0) {
                    signal.await(settings.poll());
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                log.error("calls cannot be dispatched now", failure);
                pause();
            }
        }
    }

    private int dispatch() {
        var places = places();
        if (places.isEmpty()) {
            return 0;
        }
        var free = new LinkedHashMap<>(places);
        try {
            var claimedAt = System.nanoTime();
            var due = DataScope.asSystem(() -> claims.claim(places, settings.lease()));
            for (var call : due) {
                free.merge(call.system(), -1, Integer::sum);
                workers.execute(() -> work(call, claimedAt));
            }
            return due.size();
        } finally {
            free.forEach((system, count) -> {
                for (var unused = 0; unused < count; unused++) {
                    guards.of(systems.get(system)).unused();
                }
            });
        }
    }

    /** An open breaker gives no place: that system's calls rest, untouched. */
    private Map<String, Integer> places() {
        var places = new LinkedHashMap<String, Integer>();
        for (var system : systems.all()) {
            var guard = guards.of(system);
            var count = 0;
            while (guard.tryEnter()) {
                count++;
            }
            if (count > 0) {
                places.put(system.id(), count);
            }
        }
        return places;
    }

    private void work(SystemCall call, long claimedAt) {
        var system = systems.get(call.system());
        var guard = guards.of(system);
        var started = System.nanoTime();
        try {
            var exchange = worker.work(call, system, claimedAt);
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
            signal.now();
        }
    }

    @Override
    public void stop() {
        running = false;
        loop.interrupt();
        workers.shutdown();
        try {
            loop.join(settings.stop().toMillis());
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

    private void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
