package esop.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many rows match in all
 * @param totalIsAtLeast true where there are more: {@code total} is as far as was counted, beyond what is shown unless that is as far as
 *     one may page
 * @param page counted from 0
 */
public record Page<T>(List<T> items, long total, boolean totalIsAtLeast, int page, int size) {

    public <R> Page<R> map(Function<? super T, ? extends R> of) {
        return replaced(all -> all.stream().<R>map(of).toList());
    }

    /** The same page of something else, or with more said of it. */
    public <R> Page<R> replaced(Function<List<T>, List<R>> items) {
        return new Page<>(items.apply(this.items), total, totalIsAtLeast, page, size);
    }
}
