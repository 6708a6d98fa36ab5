package esop.bench;

import java.util.Set;

/** What {@code -Dbench.…} may change. */
final class Settings {

    static final Set<String> PARTS = Set.of(text("parts", "orders,history").split(","));
    static final int ROUNDS = number("rounds", 5);
    static final int ORDERS = number("orders", 40);
    static final int WARM_UP = number("warm-up", 800);
    static final int CALLERS = number("callers", 4);
    static final int HISTORY = number("history", 1_000_000);
    /** {@code on} tells how long PostgreSQL plans, and costs both sides a little. */
    static final String PLANNING = text("planning", "off");

    /** Open tasks in the end; a fifth of them is measured first. */
    static final int TASKS = number("tasks", 1_000_000);

    static final int REQUESTS = number("requests", 100);

    private Settings() {}

    private static int number(String name, int usual) {
        return Integer.parseInt(text(name, String.valueOf(usual)));
    }

    private static String text(String name, String usual) {
        var given = System.getProperty("bench." + name, "");
        return given.isBlank() ? usual : given;
    }
}
