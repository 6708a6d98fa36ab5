package esop.workflow.live;

import esop.identity.CurrentRights;
import esop.identity.Person;
import esop.identity.Rights;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The browsers listening at this node; a bounded number, so that open pages cannot use up the server. */
@Component
class Subscribers {

    private static final int MOST = 2_000;
    private static final int MOST_PER_PERSON = 10;
    /** After this a browser comes again, at whichever node. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Set<Subscriber> all = ConcurrentHashMap.newKeySet();
    private final CurrentRights currentRights;

    Subscribers(CurrentRights currentRights) {
        this.currentRights = currentRights;
    }

    SseEmitter subscribe(Person person) {
        var own = all.stream()
                .filter(subscriber -> subscriber.person().id().equals(person.id()))
                .sorted()
                .toList();
        if (own.size() >= MOST_PER_PERSON) {
            remove(own.get(0));
        }
        if (all.size() >= MOST) {
            all.stream().sorted().findFirst().ifPresent(this::remove);
        }
        var emitter = new SseEmitter(LIFETIME.toMillis());
        var subscriber = new Subscriber(person, emitter, System.nanoTime());
        emitter.onCompletion(() -> all.remove(subscriber));
        emitter.onTimeout(() -> remove(subscriber));
        emitter.onError(failure -> all.remove(subscriber));
        all.add(subscriber);
        subscriber.comment("hello");
        return emitter;
    }

    void send(List<LiveEvent> events) {
        for (var subscriber : all) {
            for (var event : events) {
                if (event.concerns(subscriber.person())) {
                    subscriber.event(event.kind(), body(event));
                }
            }
        }
    }

    /** Proxies cut what is silent; and whoever has lost a right hears nothing more of it. */
    @Scheduled(fixedRate = 15_000)
    void heartbeat() {
        var rights = new HashMap<String, Optional<Rights>>();
        for (var subscriber : all) {
            rights.computeIfAbsent(subscriber.person().id(), currentRights::of)
                    .map(Rights::person)
                    .ifPresentOrElse(
                            now -> {
                                subscriber.is(now);
                                subscriber.comment("♥");
                            },
                            () -> remove(subscriber));
        }
    }

    private static Map<String, String> body(LiveEvent event) {
        return event.kind().equals("task")
                ? Map.of("taskId", event.id(), "change", event.change())
                : Map.of(event.kind() + "Id", event.id());
    }

    private void remove(Subscriber subscriber) {
        all.remove(subscriber);
        subscriber.end();
    }
}
