package esop.demo;

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
