package esop.sandbox.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which records are meant: TMF's {@code attribute=value}, with dots into objects and lists. */
final class RecordFilter {

    private static final Pattern ATTRIBUTE = Pattern.compile("[@A-Za-z0-9_]+(\\.[@A-Za-z0-9_]+)*");

    private final StringBuilder where =
            new StringBuilder(" FROM sandbox.record WHERE system = :system AND resource = :resource");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    RecordFilter(String system, String resource, Map<String, String> equal) {
        parameters.put("system", system);
        parameters.put("resource", resource);
        equal.forEach(this::and);
    }

    String sql() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String attribute, String value) {
        var slot = "v" + parameters.size();
        parameters.put(slot, value);
        switch (attribute) {
            case "id" -> where.append(" AND id = :").append(slot);
            case "externalId" -> where.append(" AND external_id = :").append(slot);
            case "state" -> where.append(" AND state = :").append(slot);
            default -> andBody(attribute, slot);
        }
    }

    private void andBody(String attribute, String slot) {
        if (!ATTRIBUTE.matcher(attribute).matches()) {
            throw new Refusal(400, "invalidQuery", attribute + " is not an attribute");
        }
        if (attribute.contains(".")) {
            parameters.put(slot + "path", "$.\"" + attribute.replace(".", "\".\"") + "\" ? (@ == $wanted)");
            where.append(" AND jsonb_path_exists(body, CAST(:" + slot + "path AS jsonpath), ")
                    .append("jsonb_build_object('wanted', CAST(:" + slot + " AS text)))");
        } else {
            parameters.put(slot + "name", attribute);
            where.append(" AND body ->> :" + slot + "name = :" + slot);
        }
    }
}
