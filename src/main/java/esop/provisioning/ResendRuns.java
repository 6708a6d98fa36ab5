package esop.provisioning;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.provisioning.ResendRepository.Candidate;
import esop.systems.SystemHealth;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ResendRuns implements Resends {

    static final int MOST_AT_ONCE = 500;

    private final ResendRepository repository;
    private final SystemHealth health;
    private final CurrentPerson currentPerson;
    private final AuditLog auditLog;

    ResendRuns(ResendRepository repository, SystemHealth health, CurrentPerson currentPerson, AuditLog auditLog) {
        this.repository = repository;
        this.health = health;
        this.currentPerson = currentPerson;
        this.auditLog = auditLog;
    }

    @Override
    @Transactional
    public String start(List<String> ids, @Nullable String fingerprint, @Nullable String note) {
        var person = currentPerson.get();
        var candidates = candidates(ids, fingerprint);
        refuseIfDown(candidates);
        var run = repository.add(person.id(), note == null || note.isBlank() ? null : note.strip());
        var begun = new HashSet<String>();
        for (var candidate : candidates) {
            take(run, candidate, person, begun);
        }
        candidates.stream()
                .map(Candidate::city)
                .distinct()
                .forEach(city -> auditLog.record(
                        "fallout.resend",
                        "resend-run/" + run,
                        city,
                        Map.of("fallouts", idsOf(candidates, city), "note", note == null ? "" : note)));
        return run;
    }

    @Override
    @Transactional
    public String startCalls(List<String> keys, @Nullable String note) {
        var fallouts = repository.fallouts(keys);
        keys.stream().filter(key -> !fallouts.containsKey(key)).findFirst().ifPresent(key -> {
            throw new InvalidException("keys", Texts.get("provisioning.resend-no-fallout", key));
        });
        return start(List.copyOf(fallouts.values()), null, note);
    }

    @Override
    @Transactional
    public void stop(String run) {
        repository.stop(run, null, "person");
        auditLog.record("fallout.resend-stop", "resend-run/" + run, null, Map.of());
    }

    private List<Candidate> candidates(List<String> ids, @Nullable String fingerprint) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new InvalidException("ids", Texts.get("provisioning.resend-too-many", MOST_AT_ONCE));
        }
        var candidates = fingerprint == null ? repository.candidates(ids) : repository.candidates(fingerprint);
        var known = candidates.stream().map(Candidate::fallout).toList();
        var unknown = ids.stream().filter(id -> !known.contains(id)).findFirst();
        if (fingerprint == null && unknown.isPresent()) {
            throw new InvalidException("ids", Texts.get("provisioning.unknown-fallout", unknown.get()));
        }
        if (candidates.isEmpty()) {
            throw new InvalidException("ids", Texts.get("provisioning.resend-nothing"));
        }
        return candidates;
    }

    private void refuseIfDown(List<Candidate> candidates) {
        candidates.stream()
                .map(Candidate::system)
                .distinct()
                .filter(system -> health.of(system).isDown())
                .findFirst()
                .ifPresent(system -> {
                    throw new ConflictException(
                            Texts.get("provisioning.resend-system-down", system), Map.of("system", system));
                });
    }

    private void take(String run, Candidate candidate, Person person, HashSet<String> begun) {
        if (candidate.decided()) {
            repository.addSkipped(run, candidate.fallout(), "resolved");
        } else if (!candidate.isFor(person)) {
            repository.addSkipped(run, candidate.fallout(), "not-yours");
        } else if (repository.add(
                run, candidate.fallout(), candidate.city(), !begun.contains(candidate.fingerprint()))) {
            begun.add(candidate.fingerprint());
        } else {
            repository.addSkipped(run, candidate.fallout(), "in-another-run");
        }
    }

    private static List<String> idsOf(List<Candidate> candidates, String city) {
        return candidates.stream()
                .filter(candidate -> candidate.city().equals(city))
                .map(Candidate::fallout)
                .toList();
    }
}
