package esop.north;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller asks to see, in the manner all of TM Forum's APIs share. */
final class Attributes {

    /** What every answer has, whatever attributes are asked for. */
    private static final List<String> ALWAYS = List.of("id", "href", "@type");

    private Attributes() {}

    /** @param fields attributes, separated by commas; all where nothing is said */
    static ObjectNode only(@Nullable String fields, ObjectNode body) {
        if (fields != null && !fields.isBlank()) {
            var asked = new LinkedHashSet<>(ALWAYS);
            Arrays.stream(fields.split(",")).map(String::strip).forEach(asked::add);
            body.retain(asked);
        }
        return body;
    }

    /** A parameter that is no filter of ours is refused, not overlooked. */
    static void check(Map<String, String> query, Set<String> known) {
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    var names = String.join(", ", known.stream().sorted().toList());
                    throw new BadRequestException(name, Texts.get("north.no-filter", names));
                });
    }
}
