package esop.sandbox.page;

import esop.sandbox.behaviour.Behaviour;
import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.kernel.Catalogue;
import esop.sandbox.kernel.OpenWork;
import esop.sandbox.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How soon a system answers, and whether a person does it. */
@RestController
class BehaviourController {

    private static final int ONE_DAY_MS = 86_400_000;

    private final Catalogue catalogue;
    private final Behaviours behaviours;
    private final OpenWork openWork;

    BehaviourController(Catalogue catalogue, Behaviours behaviours, OpenWork openWork) {
        this.catalogue = catalogue;
        this.behaviours = behaviours;
        this.openWork = openWork;
    }

    record Wanted(
            @Nullable Integer answerAfterMs,
            @Nullable Boolean manual,
            @Nullable Boolean monitor) {}

    /** What is left out stays. Back from manual, what waited is answered after the time set. */
    @PutMapping("/behaviour/{system}")
    @Transactional
    Behaviour set(@PathVariable String system, @RequestBody Wanted wanted) {
        catalogue.system(system);
        var before = behaviours.of(system);
        var after = new Behaviour(
                wanted.answerAfterMs() == null ? before.answerAfterMs() : wanted.answerAfterMs(),
                wanted.manual() == null ? before.manual() : wanted.manual(),
                wanted.monitor() == null ? before.monitor() : wanted.monitor());
        if (after.answerAfterMs() < 0 || after.answerAfterMs() > ONE_DAY_MS) {
            throw new Refusal(400, "invalidBody", "answerAfterMs lies between 0 and " + ONE_DAY_MS);
        }
        behaviours.set(system, after);
        openWork.hasten(system, after);
        if (before.manual() && !after.manual()) {
            openWork.release(system, after);
        }
        return after;
    }

    @GetMapping("/behaviour")
    Map<String, Behaviour> all() {
        var all = new LinkedHashMap<String, Behaviour>();
        catalogue.systems().forEach(system -> all.put(system.id(), behaviours.of(system.id())));
        return all;
    }

    @GetMapping("/behaviour/{system}")
    Behaviour one(@PathVariable String system) {
        catalogue.system(system);
        return behaviours.of(system);
    }
}
