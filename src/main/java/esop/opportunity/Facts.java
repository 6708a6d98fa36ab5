package esop.opportunity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Which facts there are, for screens that ask for them. */
@Component
public class Facts {

    /** @param type {@code flag}, {@code text}, {@code number}, {@code date} or {@code choice} */
    public record Asked(String key, String stage, String type, List<String> choices) {}

    public List<Asked> all() {
        return Arrays.stream(Fact.values())
                .map(fact -> new Asked(
                        fact.key(), fact.stage().word(), fact.type().name().toLowerCase(Locale.ROOT), fact.choices()))
                .toList();
    }
}
