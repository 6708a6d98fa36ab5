package esop.opportunity;

import esop.opportunity.SalesOpportunity.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was changed of an entry, as its timeline tells it: field by field, before and after, and of phone numbers no more than a list shows. */
public record EntryChanges(Map<String, Change> changed) {

    private static final int LONGEST = 40;
    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";
    private static final Map<String, Function<Entry, @Nullable Object>> FIELDS = fieldsOfAnEntry();

    /** Empty where there was, or is, nothing. */
    public record Change(String before, String after) {}

    private static Map<String, Function<Entry, @Nullable Object>> fieldsOfAnEntry() {
        Map<String, Function<Entry, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("customerName", Entry::customerName);
        fields.put("customerId", Entry::customerId);
        fields.put("name", Entry::name);
        fields.put("need", Entry::need);
        fields.put("products", entry -> String.join(",", entry.offeringIds()));
        fields.put(
                "expectedRevenue",
                entry -> entry.expectedRevenue().stripTrailingZeros().toPlainString());
        fields.put("deadline", Entry::deadline);
        fields.put("industry", Entry::industry);
        fields.put("contactName", Entry::contactName);
        fields.put("contactPhone", Entry::contactPhone);
        fields.put("source", Entry::source);
        fields.put("acquired", Entry::acquired);
        fields.put("campaign", Entry::campaign);
        return fields;
    }

    static EntryChanges between(Entry before, Entry after) {
        Map<String, Change> changed = new LinkedHashMap<>();
        FIELDS.forEach((field, of) -> {
            var was = text(of.apply(before));
            var is = text(of.apply(after));
            if (!was.equals(is)) {
                changed.put(field, new Change(told(field, was), told(field, is)));
            }
        });
        return new EntryChanges(changed);
    }

    /** As {@link #asParameters} wrote them. */
    public static EntryChanges read(Map<String, String> parameters) {
        Map<String, Change> changed = new LinkedHashMap<>();
        for (var field : FIELDS.keySet()) {
            var after = parameters.get(AFTER + field);
            if (after != null) {
                changed.put(field, new Change(parameters.getOrDefault(BEFORE + field, ""), after));
            }
        }
        return new EntryChanges(changed);
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    String fields() {
        return String.join(", ", changed.keySet());
    }

    Map<String, String> asParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        changed.forEach((field, change) -> {
            parameters.put(BEFORE + field, change.before());
            parameters.put(AFTER + field, change.after());
        });
        return parameters;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String told(String field, String text) {
        if (field.equals("contactPhone")) {
            return text(new SalesOpportunity.Contact(null, text).phoneMasked());
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
