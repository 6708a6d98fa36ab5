package esop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.web.client.RestClient;

/** The sandbox's switches, as its page offers them to people. */
class SandboxSwitches {

    private final RestClient http;

    SandboxSwitches(RestClient http) {
        this.http = http;
    }

    void answerAfter(String system, int milliseconds) {
        behave(system, Map.of("answerAfterMs", milliseconds, "manual", false));
    }

    /** Orders that arrive from now on wait for a person at the sandbox's page. */
    void waitForAPerson(String system) {
        behave(system, Map.of("manual", true));
    }

    /** An order that is pending is nobody's turn but a person's. */
    void keepPending(String system, String resource, String externalId) {
        var id = http.get()
                .uri("/records/{system}/{resource}?externalId={id}", system, resource, externalId)
                .retrieve()
                .body(JsonNode.class)
                .at("/items/0/id")
                .asText();
        http.post()
                .uri("/records/{system}/{resource}/{id}", system, resource, id)
                .body(Map.of("state", "pending"))
                .retrieve()
                .toBodilessEntity();
    }

    void refuseNext(String system, String operation) {
        http.put()
                .uri("/faults/{system}", system)
                .body(Map.of("mode", "refuse", "times", 1, "operation", operation))
                .retrieve()
                .toBodilessEntity();
    }

    private void behave(String system, Map<String, ?> behaviour) {
        http.put().uri("/behaviour/{system}", system).body(behaviour).retrieve().toBodilessEntity();
    }
}
