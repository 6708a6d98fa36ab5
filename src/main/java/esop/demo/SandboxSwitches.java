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

    /** The next such request that speaks of this customer, and no other, meets this fault. */
    void strikeNext(String system, String operation, String mode, String customerId) {
        http.put()
                .uri("/faults/{system}", system)
                .body(Map.of("mode", mode, "times", 1, "operation", operation, "containing", customerId))
                .retrieve()
                .toBodilessEntity();
    }

    /** Nobody hears of it. */
    void change(String system, String resource, String id, Map<String, ?> change) {
        http.post()
                .uri("/records/{system}/{resource}/{id}", system, resource, id)
                .body(change)
                .retrieve()
                .toBodilessEntity();
    }

    private void behave(String system, Map<String, ?> behaviour) {
        http.put().uri("/behaviour/{system}", system).body(behaviour).retrieve().toBodilessEntity();
    }
}
