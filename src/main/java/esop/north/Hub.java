package esop.north;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.systems.listeners.Listeners;
import esop.web.BadRequestException;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 事件订阅: who hears of events, and telling them. */
@Service
class Hub {

    private static final Set<String> QUERY = Set.of("eventType", "state", "externalId");
    private static final int LONGEST = 1000;
    private static final int MOST = 20;

    private final ListenerRepository repository;
    private final Listeners listeners;
    private final CurrentPerson currentPerson;
    private final People people;
    private final AuditLog audit;

    Hub(
            ListenerRepository repository,
            Listeners listeners,
            CurrentPerson currentPerson,
            People people,
            AuditLog audit) {
        this.repository = repository;
        this.listeners = listeners;
        this.currentPerson = currentPerson;
        this.people = people;
        this.audit = audit;
    }

    /** One listener per client, API, address and query. */
    @Transactional
    Listener register(Api api, @Nullable String callback, @Nullable String query) {
        var client = currentPerson.get().id();
        var wanted = query == null ? "" : query.strip();
        check(api, client, callback, wanted);
        var known = repository.of(client, api);
        known.stream()
                .filter(listener ->
                        listener.callback().equals(callback) && listener.query().equals(wanted))
                .findFirst()
                .ifPresent(listener -> {
                    throw new ConflictException(Texts.get("north.hub.known", listener.id()));
                });
        if (known.size() >= MOST) {
            throw new ConflictException(Texts.get("north.hub.too-many", MOST));
        }
        var listener = new Listener(listeners.add(client, callback), api, client, callback, wanted);
        repository.insert(listener);
        audit.record("hub.register", "listener/" + listener.id(), null, Map.of("callback", callback));
        return listener;
    }

    private void check(Api api, String client, @Nullable String callback, String query) {
        var errors = new ArrayList<FieldError>();
        if (callback == null || callback.isBlank()) {
            errors.add(new FieldError("callback", Texts.get("north.missing")));
        } else if (callback.length() > LONGEST || query.length() > LONGEST) {
            errors.add(new FieldError(
                    callback.length() > LONGEST ? "callback" : "query", Texts.get("north.too-long", LONGEST)));
        }
        checkQuery(api, query, errors);
        if (!errors.isEmpty()) {
            throw new BadRequestException(Texts.get("web.fields"), errors);
        }
        listeners.obstacle(client, callback).ifPresent(obstacle -> {
            throw new InvalidException("callback", Texts.get("north.hub." + obstacle, client));
        });
    }

    private static void checkQuery(Api api, String query, List<FieldError> errors) {
        Listener.conditions(query).forEach((name, values) -> {
            if (!QUERY.contains(name)) {
                var names = String.join(", ", QUERY.stream().sorted().toList());
                errors.add(new FieldError("query", Texts.get("north.no-filter", names)));
            } else if (name.equals("eventType")
                    && !Arrays.stream(values.split(","))
                            .allMatch(value ->
                                    api.events().stream().anyMatch(event -> event.equalsIgnoreCase(value.strip())))) {
                errors.add(
                        new FieldError("query", Texts.get("north.hub.unknown-event", String.join(", ", api.events()))));
            }
        });
    }

    @Transactional
    void remove(Api api, String id) {
        var listener = repository
                .find(id, currentPerson.get().id(), api)
                .orElseThrow(() -> new UnknownException(Texts.get("north.hub.unknown", id)));
        repository.delete(id);
        listeners.remove(id);
        audit.record("hub.remove", "listener/" + id, null, Map.of("callback", listener.callback()));
    }

    /**
     * Tells whoever placed the order and listens, in the transaction in which it happened.
     *
     * @param about what queries may name
     * @param event is made only where somebody wants it
     */
    @Transactional
    void tell(ReceivedOrder order, Map<String, String> about, Supplier<ObjectNode> event) {
        for (var listener : repository.of(order.client(), order.api())) {
            if (listener.wants(about) && sees(order)) {
                listeners.tell(listener.id(), order.city(), order.orderId(), event.get());
            }
        }
    }

    /** A client that has lost a city hears no more of it. */
    private boolean sees(ReceivedOrder order) {
        return people.find(order.client())
                .filter(client -> client.cities().contains(order.city()))
                .isPresent();
    }
}
