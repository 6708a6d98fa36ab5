package esop.sandbox.behaviour;

/**
 * @param answerAfterMs from the request to the final state
 * @param manual orders wait until a person answers them
 * @param monitor BOSS answers 202 and a monitor to ask, instead of the result at once
 */
public record Behaviour(int answerAfterMs, boolean manual, boolean monitor) {

    static final Behaviour USUAL = new Behaviour(1500, false, false);
}
