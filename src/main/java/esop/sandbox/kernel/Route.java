package esop.sandbox.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a request goes: to which resource, to which record of it, wanting what. */
record Route(
        @Nullable TmfResource resource,
        @Nullable String id,
        @Nullable Verb verb) {

    private static final Route NOWHERE = new Route(null, null, null);

    /** @param rest the address after {@code /tmf-api/} */
    static Route of(Catalogue catalogue, String system, String method, String rest) {
        return catalogue.resources(system).stream()
                .flatMap(resource -> match(resource, method, rest).stream())
                .findFirst()
                .orElse(NOWHERE);
    }

    private static Optional<Route> match(TmfResource resource, String method, String rest) {
        var collection = resource.kind().api() + "/" + resource.name();
        if (rest.equals(collection) || rest.equals(collection + "/")) {
            return Optional.of(new Route(resource, null, onCollection(method)));
        }
        if (rest.startsWith(collection + "/") && rest.indexOf('/', collection.length() + 1) < 0) {
            return Optional.of(new Route(resource, rest.substring(collection.length() + 1), onRecord(method)));
        }
        return Optional.empty();
    }

    private static @Nullable Verb onCollection(String method) {
        return switch (method) {
            case "GET" -> Verb.FIND;
            case "POST" -> Verb.CREATE;
            default -> null;
        };
    }

    private static @Nullable Verb onRecord(String method) {
        return switch (method) {
            case "GET" -> Verb.READ;
            case "PATCH" -> Verb.PATCH;
            case "DELETE" -> Verb.DELETE;
            default -> null;
        };
    }

    /** The word the ledger and the fault switches use. */
    String operation(String method) {
        if (resource == null) {
            return "unknown";
        }
        return resource.name() + "." + (verb == null ? method.toLowerCase() : verb.word());
    }

    boolean isOffered() {
        return resource != null
                && verb != null
                && (!verb.writes() || resource.verbs().contains(verb));
    }
}
