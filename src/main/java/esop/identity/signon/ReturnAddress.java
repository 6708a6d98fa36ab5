package esop.identity.signon;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a login leads: only to pages of this ESOP, whatever the address bar says. */
final class ReturnAddress {

    static final String HOME = "/app/";

    private static final Pattern OURS = Pattern.compile("/(app|camunda)/[\\w./?=&%~:,+-]*");

    private ReturnAddress() {}

    static String of(@Nullable String wish) {
        if (wish == null || !OURS.matcher(wish).matches() || wish.contains("//") || wish.contains("..")) {
            return HOME;
        }
        try {
            return URI.create(wish).isAbsolute() ? HOME : wish;
        } catch (IllegalArgumentException unreadable) {
            return HOME;
        }
    }
}
