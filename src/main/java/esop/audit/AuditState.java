package esop.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an audit is. */
public enum AuditState {
    /** Its time has not come. */
    WAITING,
    /** The systems are being asked. */
    ASKING,
    /** Something differs, and is neither repaired nor accepted. */
    DIFFERENT,
    /** Nothing differs. */
    SAME,
    /** What differed is repaired or accepted. */
    SETTLED,
    /** A system has not answered, however often it was asked; what others said does not differ. */
    UNKNOWN;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AuditState> named(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    static AuditState of(String word) {
        return named(word).orElseThrow();
    }
}
