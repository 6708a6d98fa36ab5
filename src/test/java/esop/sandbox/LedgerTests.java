package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private final Sandbox sandbox = Sandbox.running();

    @BeforeEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void anEntryTellsWhatArrivedAndWhatBecameOfIt() throws Exception {
        var key = Sandbox.newKey("WO-ledger");
        var body = Sandbox.resourceOrder(key);
        var reply = sandbox.post(Sandbox.RESOURCE_ORDER, key, body);
        var entries = sandbox.ledger("externalId=" + key);
        assertThat(entries.path("total").asInt()).isEqualTo(1);
        var entry = entries.path("items").path(0);
        assertThat(entry.path("system").asText()).isEqualTo("eoms");
        assertThat(entry.path("operation").asText()).isEqualTo("resourceOrder.create");
        assertThat(entry.path("idempotencyKey").asText()).isEqualTo(key);
        assertThat(entry.path("applied").asText()).isEqualTo("yes");
        assertThat(entry.path("status").asInt()).isEqualTo(201);
        assertThat(entry.path("recordId").asText()).isEqualTo(reply.id());
        assertThat(entry.path("bodyHash").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8))));
        assertThat(sandbox.get("/ledger/" + entry.path("id").asText())
                        .json()
                        .path("body")
                        .asText())
                .isEqualTo(body);
    }

    @Test
    void filtersAndPagesGoFromTheOldestOn() {
        var from = Instant.now();
        var word = Sandbox.newKey("page");
        for (int number = 0; number < 5; number++) {
            sandbox.post(Sandbox.SERVICE, word + number, Sandbox.service(word));
        }
        sandbox.post(Sandbox.RESOURCE_ORDER, word, Sandbox.resourceOrder(word));
        var second = sandbox.get("/ledger?system=boss&externalId=" + word + "&page=1&size=2")
                .json();
        assertThat(second.path("total").asInt()).isEqualTo(5);
        assertThat(second.path("page").asInt()).isEqualTo(1);
        assertThat(second.path("size").asInt()).isEqualTo(2);
        assertThat(second.findValuesAsText("idempotencyKey")).containsExactly(word + 2, word + 3);
        assertThat(sandbox.ledger("from=" + from).path("total").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(sandbox.ledger("from=" + Instant.now().plusSeconds(60))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(sandbox.ledger("operation=resourceOrder.create&externalId=" + word)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(sandbox.get("/ledger?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void questionsAreLoggedButShownOnlyWhenWanted() {
        var word = Sandbox.newKey("question");
        sandbox.post(Sandbox.SERVICE, word, Sandbox.service(word));
        var id = sandbox.get(Sandbox.SERVICE + "?externalId=" + word)
                .json()
                .path(0)
                .path("id")
                .asText();
        sandbox.get(Sandbox.SERVICE + "/" + id);
        assertThat(sandbox.ledger("recordId=" + id).findValuesAsText("operation"))
                .containsExactly("service.create");
        assertThat(sandbox.ledger("reads=true&recordId=" + id).findValuesAsText("operation"))
                .containsExactly("service.create", "service.read");
        assertThat(sandbox.ledger("operation=service.find").path("total").asInt())
                .isPositive();
    }

    @Test
    void aChangeIsKnownByItsOwnExternalIdOrElseTheRecords() {
        var key = Sandbox.newKey("WO-urge");
        var id = sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                .id();
        sandbox.put("/behaviour/eoms", "{\"manual\": true}");
        sandbox.patch(Sandbox.RESOURCE_ORDER + "/" + id, key + "-u", "{\"priority\": 0}");
        assertThat(sandbox.ledger("externalId=" + key).findValuesAsText("operation"))
                .containsExactly("resourceOrder.create", "resourceOrder.patch");
    }

    @Test
    void nobodyClearsTheLedger() {
        assertThat(sandbox.send("DELETE", "/ledger", null, null).status()).isEqualTo(405);
    }
}
