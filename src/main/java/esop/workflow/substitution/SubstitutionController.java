package esop.workflow.substitution;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences and substitutions. */
@RestController
@RequestMapping("/api/substitutions")
class SubstitutionController {

    private final Substitutions substitutions;

    SubstitutionController(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    /** One's own, those in which one stands in, and those of one's people: open ones first, and 90 days back. */
    @GetMapping
    List<Absence> all() {
        return substitutions.all();
    }

    /** For whom one may enter something: oneself first. */
    @GetMapping("/people")
    List<Whose> whose() {
        return substitutions.whose().stream()
                .map(person -> new Whose(person.id(), person.name(), List.copyOf(person.cities())))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Absence enter(@RequestBody AbsenceWish wish) {
        return substitutions.enter(wish);
    }

    /** Ends it at once; what the substitute has not finished is open to the others again. */
    @PostMapping("/{id}/end")
    Absence end(@PathVariable UUID id) {
        return substitutions.end(id);
    }

    record Whose(String id, String name, List<String> cities) {}
}
