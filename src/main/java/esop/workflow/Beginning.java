package esop.workflow;

/**
 * A place where people begin a process by hand. A module that has one declares a bean of this, and the catalogue of what may be started
 * shows it to whoever has the right.
 *
 * @param process id of its model
 * @param right what one needs, for example {@code orders:write}
 * @param page where it begins, in the console, for example {@code /orders/new}
 * @param texts what its messages begin with: {@code .name}, {@code .purpose} and {@code .answers} (who sees to it, and by when)
 */
public record Beginning(String process, String right, String page, String texts) {}
