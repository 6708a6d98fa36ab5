package esop.sandbox.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.callback.CallbackQueue;
import esop.sandbox.fault.Fault;
import esop.sandbox.fault.FaultMode;
import esop.sandbox.fault.Faults;
import esop.sandbox.fault.Wire;
import esop.sandbox.fault.Wire.Message;
import esop.sandbox.kernel.Ledger.Applied;
import esop.sandbox.kernel.Reception.Handled;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The door of every simulated system: log, be struck by a fault or not, apply, answer. */
@Controller
class TmfController {

    private static final Logger LOG = LoggerFactory.getLogger(TmfController.class);
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int LONGEST_NAME = 255;

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Faults faults;
    private final Reception reception;
    private final Reading reading;
    private final CallbackQueue callbacks;
    private final Wire wire;
    private final ObjectMapper json;

    TmfController(
            Catalogue catalogue,
            Ledger ledger,
            Faults faults,
            Reception reception,
            Reading reading,
            CallbackQueue callbacks,
            Wire wire,
            ObjectMapper json) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.faults = faults;
        this.reception = reception;
        this.reading = reading;
        this.callbacks = callbacks;
        this.wire = wire;
        this.json = json;
    }

    @RequestMapping("/{system}/tmf-api/**")
    void arrive(@PathVariable String system, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        catalogue.system(system);
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        var path = clean(request.getRequestURI());
        var route = Route.of(
                catalogue,
                system,
                request.getMethod(),
                path.substring(path.indexOf("/tmf-api/") + "/tmf-api/".length()));
        var operation = route.operation(request.getMethod());
        var writes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        var key = request.getHeader("Idempotency-Key");
        var number = ledger.arrived(
                system,
                request.getMethod(),
                request.getQueryString() == null ? path : path + "?" + clean(request.getQueryString()),
                operation,
                writes,
                key == null ? null : clean(key),
                Hashes.of(body),
                clean(new String(body, StandardCharsets.UTF_8)));
        var arrival = new Arrival(
                number,
                system,
                request.getMethod(),
                path,
                query(request),
                key,
                request.getContentType(),
                body,
                baseUrl(request));
        var resource = route.resource() == null ? "" : route.resource().name();
        answer(
                arrival,
                route,
                faults.strike(system, resource, operation, writes).orElse(null),
                request,
                response);
    }

    private void answer(
            Arrival arrival,
            Route route,
            @Nullable Fault fault,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (fault != null) {
            ledger.struckBy(arrival.number(), fault.mode().word());
        }
        var handled = handle(arrival, route, fault);
        var record = handled.record();
        if (fault != null && fault.mode() == FaultMode.CALLBACK_FIRST && record != null) {
            wire.sendOnce(
                    () -> !callbacks.waitsFor(record.system(), record.resource(), record.id()),
                    request,
                    response,
                    message(handled.answer()));
        } else {
            wire.send(request, response, message(seen(handled, route, fault)), fault);
        }
    }

    private Handled handle(Arrival arrival, Route route, @Nullable Fault fault) {
        try {
            if (fault != null && !fault.applies()) {
                speaksOf(arrival, route);
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
            if (arrival.idempotencyKey() != null && arrival.idempotencyKey().length() > LONGEST_NAME) {
                throw new Refusal(400, "invalidHeader", "Idempotency-Key is longer than " + LONGEST_NAME);
            }
            var body = speaksOf(arrival, route);
            return reception.handle(arrival, route, body, fault);
        } catch (Refusal refusal) {
            return refused(arrival, fault, Answer.error(refusal.status(), refusal.code(), refusal.getMessage()));
        } catch (RuntimeException broken) {
            LOG.error("{} {} could not be handled", arrival.method(), arrival.path(), broken);
            return refused(arrival, fault, Answer.error(500, "internalError", "the sandbox itself failed"));
        }
    }

    private Handled refused(Arrival arrival, @Nullable Fault fault, Answer answer) {
        ledger.settled(arrival.number(), Applied.REFUSED, Strike.status(fault, answer), null);
        return new Handled(answer, null);
    }

    private ObjectNode speaksOf(Arrival arrival, Route route) {
        var body = body(arrival, route);
        var externalId = ExternalIds.in(body);
        if (externalId == null && route.resource() != null) {
            externalId = route.resource().externalIdOf(body);
        }
        if (externalId == null && route.id() != null) {
            externalId = reading.externalIdOf(route);
        }
        if (externalId != null && externalId.length() > LONGEST_NAME) {
            throw new Refusal(400, "invalidBody", "externalId is longer than " + LONGEST_NAME);
        }
        ledger.speaksOf(arrival.number(), externalId);
        return body;
    }

    private ObjectNode body(Arrival arrival, Route route) {
        if (arrival.body().length > LARGEST_BODY) {
            throw new Refusal(413, "tooLarge", "a body may have one megabyte");
        }
        if (route.verb() == null || !route.verb().writes() || route.verb() == Verb.DELETE) {
            return json.createObjectNode();
        }
        var type = arrival.contentType();
        if (type == null || !type.contains("json")) {
            throw new Refusal(415, "unsupportedMediaType", "the body must be application/json");
        }
        try {
            if (json.readTree(arrival.body()) instanceof ObjectNode object
                    && object.toString().indexOf("\\u0000") < 0) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            throw new Refusal(400, "invalidBody", "the body is not JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw new Refusal(400, "invalidBody", "the body must be one JSON object without NUL characters");
    }

    /** An immediate answer can itself carry the wrong state; later ones carry it in their callbacks. */
    private Answer seen(Handled handled, Route route, @Nullable Fault fault) {
        if (Strike.hidesAnswer(fault)) {
            return Strike.instead(fault);
        }
        var answer = handled.answer();
        if (fault == null
                || fault.mode() != FaultMode.WRONG_STATE
                || handled.record() == null
                || !route.resource().lifecycle().isSettled(handled.record().state())
                || answer.status() / 100 != 2
                || !(answer.body() instanceof ObjectNode body)) {
            return answer;
        }
        var wrong = body.deepCopy();
        wrong.put(route.resource().lifecycle().field(), Announcements.NO_SUCH_STATE);
        return new Answer(answer.status(), wrong, answer.headers());
    }

    private Message message(Answer answer) {
        var headers = new LinkedHashMap<>(answer.headers());
        if (answer.body() == null) {
            return new Message(answer.status(), headers, new byte[0]);
        }
        headers.put("Content-Type", "application/json;charset=UTF-8");
        return new Message(answer.status(), headers, answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(HttpServletRequest request) {
        var query = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> query.put(clean(name), clean(values[0])));
        return query;
    }

    private static String baseUrl(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    /** PostgreSQL keeps no NUL characters. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
