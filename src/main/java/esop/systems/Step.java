package esop.systems;

/**
 * The business identity of one effect in a backing system: the same step is never applied twice.
 *
 * @param aggregate id of the order, service order or work order it belongs to
 * @param name what is done, for example {@code activate}; lower case with dashes
 * @param generation grows only when a person or a rule deliberately sends again
 */
public record Step(String aggregate, String name, int generation) {

    public static Step of(String aggregate, String name) {
        return new Step(aggregate, name, 1);
    }

    /** Idempotency key and TMF {@code externalId}: {@code aggregate:name:generation}. */
    public String key() {
        return aggregate + ":" + name + ":" + generation;
    }

    public static Step parse(String key) {
        var parts = key.split(":", 3);
        return new Step(parts[0], parts[1], Integer.parseInt(parts[2]));
    }
}
