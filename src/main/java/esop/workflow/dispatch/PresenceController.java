package esop.workflow.dispatch;

import esop.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own presence: whether new work is given to oneself. */
@RestController
@RequestMapping("/api/me/presence")
class PresenceController {

    private final CurrentPerson currentPerson;
    private final Presences presences;

    PresenceController(CurrentPerson currentPerson, Presences presences) {
        this.currentPerson = currentPerson;
        this.presences = presences;
    }

    @GetMapping
    Presence presence() {
        return presences.of(currentPerson.get());
    }

    @PutMapping
    Presence say(@RequestBody SaidPresence said) {
        return presences.say(currentPerson.get(), said.present());
    }

    /** @param present until the end of today; null: by one's calendar and absences again */
    record SaidPresence(@Nullable Boolean present) {}
}
