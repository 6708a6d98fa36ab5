package esop.provisioning;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.systems.GivenUpCalls;
import esop.systems.GivenUpCalls.Known;
import esop.systems.GivenUpCalls.Outcome;
import esop.systems.Step;
import esop.systems.SystemHealth;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
class GivenUpCallResends implements CallResends {

    private final GivenUpCalls calls;
    private final RequestedStepRepository steps;
    private final ResendRepository fallouts;
    private final SystemHealth health;
    private final CurrentPerson currentPerson;
    private final AuditLog auditLog;
    private final TransactionOperations transaction;

    GivenUpCallResends(
            GivenUpCalls calls,
            RequestedStepRepository steps,
            ResendRepository fallouts,
            SystemHealth health,
            CurrentPerson currentPerson,
            AuditLog auditLog,
            TransactionOperations transaction) {
        this.calls = calls;
        this.steps = steps;
        this.fallouts = fallouts;
        this.health = health;
        this.currentPerson = currentPerson;
        this.auditLog = auditLog;
        this.transaction = transaction;
    }

    @Override
    public List<Resent> again(List<String> keys, @Nullable String note) {
        if (keys.size() > ResendRuns.MOST_AT_ONCE) {
            throw new InvalidException("keys", Texts.get("provisioning.resend-too-many", ResendRuns.MOST_AT_ONCE));
        }
        var known = calls.find(keys);
        refuseUnknown(keys, known);
        var down = new HashMap<String, Boolean>();
        known.forEach(call ->
                down.computeIfAbsent(call.system(), system -> health.of(system).isDown()));
        return known.stream()
                .map(call -> new Resent(
                        call.key(),
                        Boolean.TRUE.equals(down.get(call.system())) ? "system-down" : inTransaction(call, note)))
                .toList();
    }

    private static void refuseUnknown(List<String> keys, List<Known> known) {
        var found = known.stream().map(Known::key).collect(Collectors.toSet());
        keys.stream().filter(key -> !found.contains(key)).findFirst().ifPresent(key -> {
            throw new InvalidException("keys", Texts.get("provisioning.unknown-call", key));
        });
    }

    private String inTransaction(Known call, @Nullable String note) {
        return Objects.requireNonNull(transaction.execute(status -> again(call, note)));
    }

    private String again(Known call, @Nullable String note) {
        if (!isFor(currentPerson.get(), call.city())) {
            return "not-yours";
        }
        if (!fallouts.fallouts(List.of(call.key())).isEmpty()) {
            return "in-fallout";
        }
        // What an order's opening has asked for is sent again by its fallout, under the next number; one that was
        // decided otherwise stays so.
        if (steps.find(Step.parse(call.key())).isPresent()) {
            return "decided";
        }
        var outcome = calls.queueAgain(call.key());
        if (outcome == Outcome.QUEUED) {
            auditLog.record(
                    "call.resend", "call/" + call.key(), call.city(), Map.of("note", note == null ? "" : note.strip()));
        }
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As fallouts are: by operations of the city and its managers. */
    private static boolean isFor(Person person, String city) {
        var groups = person.groups();
        return Set.of("operations@" + city, "manager@" + city).stream().anyMatch(groups::contains);
    }
}
