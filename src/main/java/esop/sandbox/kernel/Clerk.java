package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.fault.Fault;
import esop.sandbox.kernel.Ledger.Applied;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at an arrival: fails as a fault says, answers a question, has a wish applied; every no ends in the ledger. */
@Component
class Clerk {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final int LONGEST_NAME = 255;

    private final Ledger ledger;
    private final RequestBody bodies;
    private final Reading reading;
    private final Reception reception;

    Clerk(Ledger ledger, RequestBody bodies, Reading reading, Reception reception) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.reading = reading;
        this.reception = reception;
    }

    Handled handle(Arrival arrival, @Nullable Fault fault) {
        try {
            if (fault != null) {
                ledger.struckBy(arrival.number(), fault.mode().word());
            }
            return looked(arrival, fault);
        } catch (Refusal refusal) {
            return refused(arrival, fault, Answer.error(refusal.status(), refusal.code(), refusal.getMessage()));
        } catch (RuntimeException broken) {
            LOG.error("{} {} could not be handled", arrival.method(), arrival.path(), broken);
            return refused(arrival, fault, Answer.error(500, "internalError", "the sandbox itself failed"));
        }
    }

    private Handled looked(Arrival arrival, @Nullable Fault fault) {
        var route = arrival.route();
        if (fault != null && !fault.applies()) {
            noteExternalId(arrival, bodies.of(arrival));
            return refused(arrival, fault, Strike.instead(fault));
        }
        if (!route.isOffered()) {
            throw route.resource() == null
                    ? Refusal.unknown("resource", arrival.path())
                    : new Refusal(405, "methodNotAllowed", arrival.method() + " is not offered here");
        }
        if (!route.verb().writes()) {
            var answer = reading.read(route, arrival.query());
            ledger.settled(arrival.number(), Applied.READ, Strike.status(fault, answer), route.id());
            return new Handled(answer, null);
        }
        requireShort("Idempotency-Key", arrival.idempotencyKey());
        var body = bodies.of(arrival);
        noteExternalId(arrival, body);
        return reception.handle(arrival, body, fault);
    }

    private void noteExternalId(Arrival arrival, ObjectNode body) {
        var route = arrival.route();
        var externalId = ExternalIds.in(body);
        if (externalId == null && route.resource() != null) {
            externalId = route.resource().externalIdOf(body);
        }
        if (externalId == null && route.id() != null) {
            externalId = reading.externalIdOf(route);
        }
        requireShort("externalId", externalId);
        ledger.speaksOf(arrival.number(), externalId);
    }

    private Handled refused(Arrival arrival, @Nullable Fault fault, Answer answer) {
        ledger.settled(arrival.number(), Applied.REFUSED, Strike.status(fault, answer), null);
        return new Handled(answer, null);
    }

    private static void requireShort(String name, @Nullable String value) {
        if (value != null && value.length() > LONGEST_NAME) {
            throw new Refusal(400, "invalidRequest", name + " is longer than " + LONGEST_NAME);
        }
    }
}
