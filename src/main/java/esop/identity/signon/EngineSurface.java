package esop.identity.signon;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What of the engine's web apps may be reached. People work on tasks; everything that would deploy, start, message, modify,
 * migrate or administer past our own API stays closed, for administrators too.
 */
final class EngineSurface {

    private static final String ENGINE = "/camunda/api/engine/engine/[\\w-]+";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private EngineSurface() {}

    /** Changes through the web apps' REST that are not work on a task. */
    static RequestMatcher closed() {
        var changing = (RequestMatcher) request -> !READING.contains(request.getMethod());
        return new AndRequestMatcher(
                RegexRequestMatcher.regexMatcher("^/camunda/api/.*(\\?.*)?$"),
                changing,
                new NegatedRequestMatcher(taskWork()));
    }

    /** Monitoring and administration. */
    static RequestMatcher forAdministrators() {
        return new OrRequestMatcher(List.of(
                RegexRequestMatcher.regexMatcher("^/camunda/app/(cockpit|admin)(/.*)?(\\?.*)?$"),
                RegexRequestMatcher.regexMatcher("^/camunda/api/cockpit(/.*)?(\\?.*)?$")));
    }

    private static RequestMatcher taskWork() {
        return new OrRequestMatcher(List.of(
                post(ENGINE + "/task/[\\w-]+/(claim|unclaim|complete|submit-form)"),
                // Queries that carry their conditions in the body.
                post(ENGINE + "/(task|process-definition|process-instance|variable-instance|history/[\\w-]+)(/count)?"),
                post(ENGINE + "/filter/[\\w-]+/(list|count|singleResult)"),
                post("/camunda/api/cockpit/plugin/base/[\\w-]+/(process-definition|process-instance|incident)/?.*"),
                post("/camunda/api/admin/auth/user/[\\w-]+/logout")));
    }

    private static RequestMatcher post(String path) {
        return RegexRequestMatcher.regexMatcher(HttpMethod.POST, "^" + path + "(\\?.*)?$");
    }
}
