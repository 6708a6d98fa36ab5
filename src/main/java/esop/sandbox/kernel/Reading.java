package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** TMF reads: one by id, or a list with filters, {@code offset}, {@code limit} and {@code fields}. */
@Component
class Reading {

    private static final Set<String> NOT_FILTERS = Set.of("offset", "limit", "fields", "sort");
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;

    private final Records records;

    Reading(Records records) {
        this.records = records;
    }

    Answer read(Route route, Map<String, String> query) {
        var resource = route.resource();
        if (route.id() != null) {
            return records.find(resource.kind().system().id(), resource.name(), route.id())
                    .map(record -> Answer.ok(pick(record.body(), query)))
                    .orElseThrow(() -> Refusal.unknown(resource.name(), route.id()));
        }
        var filters = new LinkedHashMap<>(query);
        filters.keySet().removeAll(NOT_FILTERS);
        var stateField = resource.lifecycle().field();
        if (!stateField.equals("state") && filters.containsKey(stateField)) {
            filters.put("state", filters.remove(stateField));
        }
        var found = records.page(
                resource.kind().system().id(),
                resource.name(),
                filters,
                number(query, "offset", 0, Integer.MAX_VALUE),
                number(query, "limit", USUAL_LIMIT, LARGEST_LIMIT));
        var list = JsonNodeFactory.instance.arrayNode();
        found.items().forEach(record -> list.add(pick(record.body(), query)));
        return Answer.ok(list)
                .withHeader("X-Total-Count", Long.toString(found.total()))
                .withHeader("X-Result-Count", Integer.toString(list.size()));
    }

    @Nullable
    String externalIdOf(Route route) {
        var resource = route.resource();
        return records.find(resource.kind().system().id(), resource.name(), route.id())
                .map(Stored::externalId)
                .orElse(null);
    }

    private static ObjectNode pick(ObjectNode body, Map<String, String> query) {
        var fields = query.get("fields");
        if (fields == null || fields.isBlank()) {
            return body;
        }
        var wanted = Set.of(fields.trim().split("\\s*,\\s*"));
        var picked = body.deepCopy();
        picked.retain(body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> wanted.contains(name) || name.equals("id") || name.equals("href"))
                .toList());
        return picked;
    }

    private static int number(Map<String, String> query, String name, int usual, int largest) {
        var text = query.get(name);
        if (text == null) {
            return usual;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= 0) {
                return Math.min(number, largest);
            }
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw new Refusal(400, "invalidQuery", name + " must be a number from 0");
    }
}
