package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** JSON merge patch (RFC 7396), sparing what identifies a record. */
public final class Merge {

    private static final Set<String> FIXED = Set.of("id", "href", "externalId");

    private Merge() {}

    public static void into(ObjectNode record, ObjectNode patch) {
        patch.properties().stream()
                .filter(field -> !FIXED.contains(field.getKey()))
                .forEach(field -> {
                    var value = field.getValue();
                    if (value.isNull()) {
                        record.remove(field.getKey());
                    } else if (value instanceof ObjectNode inner
                            && record.get(field.getKey()) instanceof ObjectNode outer) {
                        into(outer, inner);
                    } else {
                        record.set(field.getKey(), value.deepCopy());
                    }
                });
    }
}
