package esop.provisioning;

import esop.systems.Step;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of a work order's unit while it works, and what became of it.
 *
 * @param dispatch which dispatch of the work order it is about
 * @param words the note of an expedite, the reason of the others
 * @param priority what an expedite raises the priority to at the unit
 * @param step generation of the step by which the unit is asked, null before it is
 * @param answer the unit's words
 */
record WorkOrderAction(
        long id,
        String workOrderId,
        String city,
        Kind kind,
        int dispatch,
        String words,
        @Nullable Integer priority,
        String person,
        @Nullable Integer step,
        State state,
        @Nullable String answer,
        Instant asked) {

    enum Kind {
        /** 催单: the unit is told to hurry. */
        EXPEDITE("expedite"),
        /** 撤单: the unit is asked to stop; what it stops is given up. */
        WITHDRAW("withdraw"),
        /** 拉回: the unit is asked to stop; what it stops comes back to us to be corrected, dispatched anew or given up. */
        RECALL("withdraw");

        private final String step;

        Kind(String step) {
            this.step = step;
        }

        /** The step by which the unit is asked, as the tables name it. */
        String step() {
            return step;
        }

        boolean stops() {
            return this != EXPEDITE;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    enum State {
        /** The unit has not answered yet. */
        ASKED,
        /** The unit has done so. */
        DONE,
        /** The unit will not: it has begun, or its order has ended. */
        REFUSED,
        /** The unit had answered the dispatch before; nothing more follows. */
        LATE,
        /** The unit cannot be reached or says nothing; work goes on. */
        UNANSWERED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    boolean isAskedBy(Step other) {
        return step != null && asStep().equals(other);
    }

    /** By which the unit is asked. */
    Step asStep() {
        return new Step(workOrderId, kind.step(), Objects.requireNonNull(step));
    }
}
