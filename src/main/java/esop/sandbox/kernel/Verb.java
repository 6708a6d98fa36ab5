package esop.sandbox.kernel;

/** What may be asked of a resource; reading is always offered. */
public enum Verb {
    CREATE,
    PATCH,
    DELETE,
    READ,
    FIND;

    public boolean writes() {
        return this != READ && this != FIND;
    }

    String word() {
        return name().toLowerCase();
    }
}
