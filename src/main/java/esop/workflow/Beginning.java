package esop.workflow;

import java.util.function.Function;

/**
 * A place where people begin a process by hand. A module that has one declares a bean of this: the catalogue of what may be started shows
 * it to whoever has the right, and scripts may begin it at {@code POST /api/processes/{id}/instances}.
 *
 * @param <T> what has to be said for it
 * @param process id of its model
 * @param right what one needs, for example {@code orders:write}
 * @param page where it begins, in the console, for example {@code /orders/new}
 * @param texts what its messages begin with: {@code .name}, {@code .purpose} and {@code .answers} (who sees to it, and by when)
 * @param begin begins it and answers its business key
 */
public record Beginning<T>(
        String process, String right, String page, String texts, Class<T> wish, Function<T, String> begin) {}
