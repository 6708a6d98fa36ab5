package esop.bench;

import java.util.Map;

/** One of the two that are compared. Whoever runs it enters orders and does what its people have to do. */
interface Side extends AutoCloseable {

    String name();

    String database();

    /** The schema of the engine's tables, with its dot. */
    String engine();

    Node node();

    /** What its people have to do before they work; it is not measured. */
    void ready();

    void enter();

    void complete(String taskId, String activity, Map<String, ?> data);

    /** Whether nothing is left to do. */
    boolean isIdle();

    @Override
    void close();
}
