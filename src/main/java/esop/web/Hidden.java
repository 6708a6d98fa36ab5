package esop.web;

import org.jspecify.annotations.Nullable;

/** Whom to call and where to write, as far as everybody may see it. */
public final class Hidden {

    private Hidden() {}

    /** The number with its middle hidden: {@code 138****1074}. */
    public static @Nullable String number(@Nullable String phone) {
        if (phone == null || phone.length() < 8) {
            return phone == null ? null : "****";
        }
        return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    /** The address with its person hidden: {@code h****@boyun.example}. */
    public static @Nullable String mail(@Nullable String address) {
        if (address == null) {
            return null;
        }
        var at = address.indexOf('@');
        return at < 1 ? "****" : address.charAt(0) + "****" + address.substring(at);
    }
}
