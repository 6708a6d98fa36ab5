package esop.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which undo belongs to which step. */
@Component
class Undos {

    private final Map<String, Undo> byStep;

    Undos(List<Undo> undos) {
        this.byStep = undos.stream().collect(Collectors.toUnmodifiableMap(Undo::of, Function.identity()));
    }

    Optional<Undo> of(String step) {
        return Optional.ofNullable(byStep.get(step));
    }

    /** As it stands in a rollback: what takes it back, or why a person must. */
    RollbackStep plan(int position, Effect effect) {
        var undo = of(effect.step().name());
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
}
