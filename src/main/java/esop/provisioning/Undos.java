package esop.provisioning;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which undo belongs to which step. */
@Component
class Undos {

    private final List<Undo> undos;

    Undos(List<Undo> undos) {
        this.undos = undos;
    }

    /** @param running the system has not ended the step: it is stopped where that is possible */
    Optional<Undo> of(String step, boolean running) {
        return find(step, running).or(() -> find(step, false));
    }

    /** As it stands in a rollback: what takes it back, or why a person must. */
    RollbackStep plan(int position, Effect effect) {
        var undo = of(effect.step().name(), effect.certainty().equals("running"));
        return new RollbackStep(
                position,
                effect.serviceOrderId(),
                effect.city(),
                effect.system(),
                effect.product(),
                effect.step(),
                undo.map(Undo::by).orElse(null),
                undo.map(known -> known.obstacle(effect))
                        .orElse(Optional.of("by-hand"))
                        .orElse(null),
                effect.happened(),
                "waiting");
    }

    private Optional<Undo> find(String step, boolean running) {
        return undos.stream()
                .filter(undo -> undo.of().equals(step) && undo.ofRunning() == running)
                .findFirst();
    }
}
