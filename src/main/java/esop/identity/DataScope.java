package esop.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The cities whose rows the current thread may touch. Row-level security reads it at the start of each transaction; a thread
 * that says nothing sees no rows.
 */
public final class DataScope {

    private static final ThreadLocal<Set<String>> CITIES = ThreadLocal.withInitial(Set::of);
    private static final Set<String> SYSTEM = Set.of("*");

    private DataScope() {}

    /** For workers that act for no person: every city. */
    public static <T> T asSystem(Supplier<T> work) {
        return within(SYSTEM, work);
    }

    public static void asSystem(Runnable work) {
        asSystem(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    public static <T> T of(Collection<String> cities, Supplier<T> work) {
        return within(new TreeSet<>(cities), work);
    }

    /** For filters, whose work may throw what it likes: close it in the same thread. */
    public static Entered enter(Collection<String> cities) {
        var before = CITIES.get();
        CITIES.set(new TreeSet<>(cities));
        return () -> CITIES.set(before);
    }

    public static boolean isSystem() {
        return CITIES.get() == SYSTEM;
    }

    public static Set<String> cities() {
        return CITIES.get();
    }

    /**
     * The scope as a condition, beside row-level security: planning by it is possible. One city by equality, since only then an index that begins
     * with the city has the newest first.
     *
     * @param parameters where the parameter of the condition is put
     */
    public static String condition(String column, Map<String, Object> parameters) {
        var cities = cities();
        if (isSystem()) {
            return "true";
        }
        if (cities.size() == 1) {
            parameters.put("cityInScope", cities.iterator().next());
            return column + " = :cityInScope";
        }
        parameters.put("citiesInScope", cities.toArray(String[]::new));
        return column + " = ANY (:citiesInScope)";
    }

    private static <T> T within(Set<String> cities, Supplier<T> work) {
        var before = CITIES.get();
        CITIES.set(cities);
        try {
            return work.get();
        } finally {
            CITIES.set(before);
        }
    }

    /** A scope that lasts until it is closed. */
    public interface Entered extends AutoCloseable {

        @Override
        void close();
    }
}
