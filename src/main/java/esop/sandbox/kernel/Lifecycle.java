package esop.sandbox.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The states a record goes through by itself, in the words of its TMF API.
 *
 * @param field where the state stands in the body
 * @param first what the answer to the request says
 * @param underway what is told on the way
 * @param ended states out of which the system itself never moves a record
 */
public record Lifecycle(
        String field,
        String first,
        List<String> underway,
        String done,
        String failed,
        String rejected,
        Set<String> ended) {

    /** A resource whose request is answered with its result at once. */
    public static Lifecycle immediate(String field, String state) {
        return new Lifecycle(field, state, List.of(), state, state, state, Set.of());
    }

    public boolean isImmediate() {
        return underway.isEmpty() && first.equals(done);
    }

    public boolean hasEnded(String state) {
        return ended.contains(state);
    }

    /** Whether a record in this state has nothing more to say by itself. */
    public boolean isSettled(String state) {
        return isImmediate() || hasEnded(state);
    }

    /** Where a record goes by itself from a state, in the order it is told. */
    List<String> stopsAfter(String state) {
        var way = way();
        return way.subList(way.indexOf(state) + 1, way.size());
    }

    /** States a record passes through, as long as nobody takes it off its way. */
    List<String> passing() {
        var way = way();
        return way.subList(0, way.size() - 1);
    }

    private List<String> way() {
        var way = new ArrayList<String>();
        way.add(first);
        way.addAll(underway);
        way.add(done);
        return way;
    }
}
