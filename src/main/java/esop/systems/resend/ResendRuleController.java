package esop.systems.resend;

import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.systems.calls.BackingSystem;
import esop.systems.calls.BackingSystems;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How often failed calls are tried again. A rule holds for the province: city people read, province people write. */
@RestController
@RequestMapping("/api/resend-policies")
class ResendRuleController {

    private final RuleRepository repository;
    private final ResendRules rules;
    private final RuleCheck check;
    private final RuleTrial trial;
    private final BackingSystems systems;
    private final People people;
    private final CurrentPerson currentPerson;

    ResendRuleController(
            RuleRepository repository,
            ResendRules rules,
            RuleCheck check,
            RuleTrial trial,
            BackingSystems systems,
            People people,
            CurrentPerson currentPerson) {
        this.people = people;
        this.currentPerson = currentPerson;
        this.repository = repository;
        this.rules = rules;
        this.check = check;
        this.trial = trial;
        this.systems = systems;
    }

    /**
     * @param items the most exact first: the first one that fits decides
     * @param errorClasses the words that rules speak of
     * @param provinceWide whether the reader works for every city, as whoever changes a rule must
     */
    record Rules(List<ResendRule> items, List<String> systems, List<String> errorClasses, boolean provinceWide) {}

    /**
     * @param attempt how many attempts have been made, the failed one included
     * @param draft a rule to be tried before it is saved
     * @param replaces id of the rule that the draft would replace
     */
    record Example(
            @Nullable String system,
            @Nullable String step,
            @Nullable String errorClass,
            @Nullable Integer attempt,
            @Nullable RuleDraft draft,
            @Nullable Long replaces) {}

    @GetMapping
    @Transactional(readOnly = true)
    public Rules all() {
        return new Rules(
                repository.all(),
                systems.all().stream().map(BackingSystem::id).toList(),
                RuleCheck.codes(),
                people.isProvinceWide(currentPerson.get()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public ResendRule add(@RequestBody RuleDraft draft) {
        return rules.add(draft);
    }

    @PutMapping("/{id}")
    public ResendRule change(@PathVariable long id, @RequestBody RuleDraft draft) {
        return rules.change(id, draft);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void remove(@PathVariable long id, @RequestParam int revision) {
        rules.remove(id, revision);
    }

    /** What would happen next, without anything happening. */
    @PostMapping("/try")
    @Transactional(readOnly = true)
    public Trial tryOut(@RequestBody Example example) {
        if (example.system() == null || example.step() == null || example.attempt() == null || example.attempt() < 1) {
            throw new BadRequestException("system", Texts.get("systems.rule.example"));
        }
        if (example.errorClass() == null || !RuleCheck.codes().contains(example.errorClass())) {
            throw new BadRequestException("errorClass", Texts.get("systems.rule.error-class"));
        }
        if (example.draft() != null) {
            check.check(example.draft());
        }
        return trial.of(
                example.system(),
                example.step(),
                example.errorClass(),
                example.attempt(),
                example.draft(),
                example.replaces());
    }
}
