package esop.systems.resend;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes rules; each is read at every failure, so that a change acts at once. */
@Service
class ResendRules {

    private final RuleRepository repository;
    private final RuleCheck check;
    private final CurrentPerson currentPerson;
    private final People people;
    private final AuditLog auditLog;

    ResendRules(
            RuleRepository repository, RuleCheck check, CurrentPerson currentPerson, People people, AuditLog auditLog) {
        this.repository = repository;
        this.check = check;
        this.currentPerson = currentPerson;
        this.people = people;
        this.auditLog = auditLog;
    }

    @Transactional
    ResendRule add(RuleDraft draft) {
        var person = editor();
        check.check(draft);
        var id = repository.add(draft, person).orElseThrow(ResendRules::twice);
        record("resend-rule.add", id, null, draft);
        return get(id);
    }

    @Transactional
    ResendRule change(long id, RuleDraft draft) {
        var person = editor();
        var before = get(id);
        check.check(draft);
        if (isLast(before) && !isLast(draft)) {
            throw new InvalidException("system", Texts.get("systems.rule.last"));
        }
        if (draft.revision() == null || draft.revision() != before.revision()) {
            throw stale(before, draft);
        }
        if (repository.all().stream().anyMatch(other -> other.id() != id && speaksOfTheSame(other, draft))) {
            throw twice();
        }
        if (!repository.change(id, draft, person)) {
            throw stale(get(id), draft);
        }
        record("resend-rule.change", id, RuleDraft.of(before), draft);
        return get(id);
    }

    @Transactional
    void remove(long id, int revision) {
        editor();
        var before = get(id);
        if (isLast(before)) {
            throw new InvalidException("system", Texts.get("systems.rule.last"));
        }
        if (!repository.remove(id, revision)) {
            throw stale(before, RuleDraft.of(before));
        }
        record("resend-rule.remove", id, RuleDraft.of(before), null);
    }

    private ResendRule get(long id) {
        return repository
                .find(id)
                .orElseThrow(() -> new UnknownException(Texts.get("systems.rule.unknown", Long.toString(id))));
    }

    /** A rule holds for every city, so that only who works for all of them may change it. */
    private String editor() {
        var person = currentPerson.get();
        if (!people.isProvinceWide(person)) {
            throw new AccessDeniedException("rules hold for the whole province");
        }
        return person.id();
    }

    private void record(String action, long id, @Nullable RuleDraft before, @Nullable RuleDraft after) {
        auditLog.record(
                action,
                "resend-rule/" + id,
                null,
                Map.of(
                        "before", before == null ? Map.of() : before.facts(),
                        "after", after == null ? Map.of() : after.facts()));
    }

    private static boolean isLast(ResendRule rule) {
        return rule.system().equals("*")
                && rule.step().equals("*")
                && rule.errorClass().equals("*");
    }

    private static boolean isLast(RuleDraft draft) {
        return "*".equals(draft.system()) && "*".equals(draft.step()) && "*".equals(draft.errorClass());
    }

    private static boolean speaksOfTheSame(ResendRule rule, RuleDraft draft) {
        return rule.system().equals(draft.system())
                && rule.step().equals(draft.step())
                && rule.errorClass().equals(draft.errorClass());
    }

    private static ConflictException twice() {
        return new ConflictException(Texts.get("systems.rule.twice"));
    }

    /** Names what the other editor has changed. */
    private static ConflictException stale(ResendRule now, RuleDraft draft) {
        var wanted = draft.facts();
        List<FieldError> changed = new ArrayList<>();
        RuleDraft.of(now).facts().forEach((field, value) -> {
            if (!value.equals(wanted.get(field))) {
                changed.add(new FieldError(field, Texts.get("systems.rule.now", String.valueOf(value))));
            }
        });
        return new ConflictException(Texts.get("systems.rule.changed"), changed);
    }
}
