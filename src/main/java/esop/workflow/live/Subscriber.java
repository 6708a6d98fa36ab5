package esop.workflow.live;

import esop.identity.Person;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One open page. Whoever reads too slowly is cut off and comes again, instead of holding up the others. */
final class Subscriber implements Comparable<Subscriber> {

    private static final int MOST_WAITING = 200;
    private static final ExecutorService WRITERS = Executors.newFixedThreadPool(4, task -> {
        var thread = new Thread(task, "live-writer");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Person person;
    private final SseEmitter emitter;
    private final long since;
    private final BlockingQueue<SseEventBuilder> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();

    Subscriber(Person person, SseEmitter emitter, long since) {
        this.person = person;
        this.emitter = emitter;
        this.since = since;
    }

    Person person() {
        return person;
    }

    /** From now on with these rights. */
    void is(Person now) {
        person = now;
    }

    void comment(String text) {
        offer(SseEmitter.event().comment(text));
    }

    void event(String name, Object body) {
        offer(SseEmitter.event().name(name).data(body, MediaType.APPLICATION_JSON));
    }

    void end() {
        emitter.complete();
    }

    private void offer(SseEventBuilder event) {
        if (!waiting.offer(event)) {
            end();
        } else if (writing.compareAndSet(false, true)) {
            WRITERS.execute(this::write);
        }
    }

    private void write() {
        try {
            for (var event = waiting.poll(); event != null; event = waiting.poll()) {
                emitter.send(event);
            }
        } catch (IOException | IllegalStateException gone) {
            // the container knows already, and ends the request itself
            waiting.clear();
        } finally {
            writing.set(false);
        }
        if (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            WRITERS.execute(this::write);
        }
    }

    @Override
    public int compareTo(Subscriber other) {
        return Long.compare(since, other.since);
    }
}
