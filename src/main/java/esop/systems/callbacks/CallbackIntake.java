package esop.systems.callbacks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.identity.AuditLog;
import esop.systems.callbacks.CallbackRepository.Parked;
import esop.systems.calls.CalledBack;
import esop.systems.calls.CalledBack.Taken;
import esop.systems.calls.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Record, change of state and the process's next step: one transaction, or none of it. */
@Component
class CallbackIntake {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final CallbackRepository callbacks;
    private final CalledBack calls;
    private final AuditLog audit;
    private final CallbackSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    CallbackIntake(
            CallbackRepository callbacks,
            CalledBack calls,
            AuditLog audit,
            CallbackSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.callbacks = callbacks;
        this.calls = calls;
        this.audit = audit;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    CallbackResult accept(String system, String messageId, String hash, JsonNode body) {
        if (callbacks.insert(system, messageId, hash, Words.json(body))) {
            return take(system, messageId, body, 0);
        }
        if (callbacks.hashOf(system, messageId).filter(hash::equals).isPresent()) {
            return CallbackResult.repeated();
        }
        audit.record("callback.altered", "callback/" + system + "/" + Words.of(messageId), null, Map.of("hash", hash));
        return CallbackResult.refused("altered", 409);
    }

    /** False when there is none. */
    @Transactional
    boolean retryOne() {
        var next = callbacks.nextParked();
        next.ifPresent(parked -> {
            var result = take(parked.system(), parked.messageId(), tree(parked.body()), parked.attempts());
            if (result.state() == CallbackResult.State.PARKED) {
                stillNobodys(parked, String.valueOf(result.reason()));
            }
        });
        return next.isPresent();
    }

    /** The module could not take it: parked, so that the system need not send it again. */
    @Transactional
    CallbackResult parkUndeliverable(String system, String messageId, String hash, JsonNode body) {
        var result = CallbackResult.parked("undeliverable");
        if (callbacks.insert(system, messageId, hash, Words.json(body))) {
            callbacks.settle(system, messageId, result, null, pauseAfter(4));
        }
        return result;
    }

    @Transactional
    void postponeNext() {
        callbacks
                .nextParked()
                .ifPresent(parked -> callbacks.postpone(parked, "undeliverable", pauseAfter(parked.attempts())));
    }

    private CallbackResult take(String system, String messageId, JsonNode body, int attempts) {
        var event = TmfEvent.of(body);
        if (event.isEmpty()) {
            var result = CallbackResult.refused("no-event", 400);
            callbacks.settle(system, messageId, result, null, null);
            return result;
        }
        var said = event.get();
        var taken = calls.take(system, said.externalId(), said.resourceId(), said.resource(), said.wanted(), said.at());
        var result = result(taken);
        var again = result.state() == CallbackResult.State.PARKED ? pauseAfter(attempts) : null;
        callbacks.settle(system, messageId, result, taken, again);
        return result;
    }

    private static CallbackResult result(Taken taken) {
        return switch (taken.meaning()) {
            case NEWS -> CallbackResult.applied();
            case KNOWN -> CallbackResult.repeated();
            case UNKNOWN_CALL -> CallbackResult.parked("unknown-call");
            case TOO_EARLY -> CallbackResult.parked("too-early");
            case OTHER_SYSTEM -> CallbackResult.refused("other-system", 403);
            case UNKNOWN_STATE -> CallbackResult.refused("unknown-state", 422);
            case BACKWARDS -> CallbackResult.refused("backwards", 409);
            case ENDED -> CallbackResult.refused("ended", 409);
        };
    }

    private void stillNobodys(Parked parked, String reason) {
        var age = Duration.between(parked.received(), clock.instant());
        if (!parked.alarmed() && age.compareTo(settings.alarmAfter()) > 0) {
            callbacks.alarmed(parked);
            audit.record(
                    "callback.nobodys",
                    "callback/" + parked.system() + "/" + parked.messageId(),
                    null,
                    Map.of("reason", reason));
        }
        if (age.compareTo(settings.keepParked()) > 0) {
            callbacks.settle(parked.system(), parked.messageId(), CallbackResult.refused(reason, 410), null, null);
        }
    }

    private static Duration pauseAfter(int attempts) {
        var pause = Duration.ofMillis(200L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
