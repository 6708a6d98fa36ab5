package esop.bench;

/** Not yet. */
final class History {
    History(Postgres postgres, Province esop, Report report) {}

    void measure() {}
}
