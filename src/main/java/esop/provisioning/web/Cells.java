package esop.provisioning.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Values as an exported list shows them: nothing where there is nothing, the province's time to the minute. */
final class Cells {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Cells() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String time(@Nullable Instant instant) {
        return instant == null ? "" : MINUTES.format(instant);
    }
}
