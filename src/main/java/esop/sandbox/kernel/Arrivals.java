package esop.sandbox.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a request down before anybody looks at it. */
@Component
class Arrivals {

    private static final String TMF_API = "/tmf-api/";

    private final Catalogue catalogue;
    private final Ledger ledger;

    Arrivals(Catalogue catalogue, Ledger ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    Arrival log(String system, HttpServletRequest request) throws IOException {
        var method = request.getMethod();
        var path = clean(request.getRequestURI());
        var body = request.getInputStream().readNBytes(RequestBody.LARGEST + 1);
        var route = Route.of(catalogue, system, method, path.substring(path.indexOf(TMF_API) + TMF_API.length()));
        var key = request.getHeader("Idempotency-Key");
        var number = ledger.arrived(
                system,
                method,
                request.getQueryString() == null ? path : path + "?" + clean(request.getQueryString()),
                route.operation(method),
                writes(method),
                key == null ? null : clean(key),
                Hashes.of(body),
                clean(new String(body, StandardCharsets.UTF_8)));
        return new Arrival(
                number,
                system,
                method,
                path,
                route,
                writes(method),
                query(request),
                key,
                request.getContentType(),
                body,
                baseUrl(request));
    }

    private static boolean writes(String method) {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    private static Map<String, String> query(HttpServletRequest request) {
        var query = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> query.put(clean(name), clean(values[0])));
        return query;
    }

    private static String baseUrl(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    /** PostgreSQL keeps no NUL characters. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
