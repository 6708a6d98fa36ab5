package esop.provisioning;

import esop.systems.Step;
import java.util.Optional;

/** How one kind of step is taken back at the system that did it. */
interface Undo {

    /** The step it takes back. */
    String of();

    /** The step that does so. */
    String by();

    /** Whether it stops what still runs, instead of taking back what is done. */
    default boolean ofRunning() {
        return false;
    }

    /** Why only a person can take this one back: {@code by-hand}, {@code doubtful} or {@code not-added}. */
    default Optional<String> obstacle(Effect effect) {
        if (effect.certainty().equals("running") && ofRunning()) {
            return Optional.empty();
        }
        // What a partner's people have done without a system, only they can take away again.
        if (effect.system().equals(Partner.PEOPLE)) {
            return Optional.of("by-hand");
        }
        if (effect.certainty().equals("running")) {
            return Optional.of("doubtful");
        }
        if (!effect.certainty().equals("done")) {
            return Optional.of(effect.certainty());
        }
        // What a change replaced, or an ending ended, nobody has kept.
        return effect.action().equals("add") ? Optional.empty() : Optional.of("not-added");
    }

    /** @param undone the step whose effect the new one compensates */
    void send(Step step, NewServiceOrder order, String system, Step undone);
}
