package esop.systems.calls;

import esop.systems.StepAnswered.State;

/** What follows from a call: something to send, or nothing because the answer is known. */
public sealed interface Utterance permits Request, Utterance.Settled {

    /** Nothing needs to be sent. */
    record Settled(State state, String message) implements Utterance {}
}
