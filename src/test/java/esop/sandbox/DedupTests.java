package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DedupTests {

    private final Sandbox sandbox = Sandbox.running();

    @BeforeEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void aRepeatedKeyGetsTheStoredAnswerAndNoSecondEffect() {
        var key = Sandbox.newKey("WO-repeat");
        var first = sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key));
        var second = sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(sandbox.ledger("key=" + key).findValuesAsText("applied")).containsExactly("yes", "duplicate");
    }

    @Test
    void twentyInParallelAreOneEffect() throws Exception {
        var key = Sandbox.newKey("WO-parallel");
        var threads = Executors.newFixedThreadPool(20);
        Callable<Sandbox.Reply> once = () -> sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key));
        var ids = threads
                .invokeAll(IntStream.range(0, 20).mapToObj(number -> once).toList())
                .stream()
                .map(reply -> answer(reply).id())
                .distinct()
                .toList();
        threads.shutdown();
        assertThat(ids).hasSize(1);
        assertThat(sandbox.applied(key)).isEqualTo(1);
        assertThat(sandbox.ledger("applied=duplicate&key=" + key).path("total").asInt())
                .isEqualTo(19);
        assertThat(sandbox.get(Sandbox.RESOURCE_ORDER + "?externalId=" + key).json())
                .hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() {
        var key = Sandbox.newKey("WO-conflict");
        sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key));
        var other = sandbox.post(
                Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key).replace("\"add\"", "\"delete\""));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("code").asText()).isEqualTo("idempotencyKeyConflict");
        assertThat(sandbox.ledger("key=" + key).findValuesAsText("applied")).containsExactly("yes", "conflict");
    }

    @Test
    void blanksAndTheOrderOfFieldsDoNotMakeAnotherRequest() {
        var key = Sandbox.newKey("SO-blanks");
        sandbox.post(Sandbox.SERVICE, key, Sandbox.service(key));
        var again = sandbox.post(
                Sandbox.SERVICE,
                key,
                "{\"state\":\"active\",\"serviceSpecification\":{\"id\":\"vpmn\"},\"externalId\":\"" + key + "\"}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(sandbox.ledger("key=" + key).findValuesAsText("applied")).containsExactly("yes", "duplicate");
    }

    @Test
    void aKeyCountsPerSystem() {
        var key = Sandbox.newKey("shared");
        assertThat(sandbox.post(Sandbox.SERVICE, key, Sandbox.service(key)).status())
                .isEqualTo(201);
        assertThat(sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aClientWithRandomKeysIsRevealedByTwoEffectsForOneExternalId() {
        var externalId = Sandbox.newKey("WO-random");
        sandbox.post(Sandbox.RESOURCE_ORDER, Sandbox.newKey("random"), Sandbox.resourceOrder(externalId));
        sandbox.post(Sandbox.RESOURCE_ORDER, Sandbox.newKey("random"), Sandbox.resourceOrder(externalId));
        assertThat(sandbox.applied(externalId)).isEqualTo(2);
        assertThat(sandbox.get(Sandbox.RESOURCE_ORDER + "?externalId=" + externalId)
                        .json())
                .hasSize(2);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var key = Sandbox.newKey("WO-refused");
        assertThat(sandbox.post(Sandbox.RESOURCE_ORDER, key, "{\"externalId\": \"" + key + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                        .status())
                .isEqualTo(201);
        assertThat(sandbox.ledger("key=" + key).findValuesAsText("applied")).containsExactly("refused", "yes");
    }

    private static Sandbox.Reply answer(Future<Sandbox.Reply> reply) {
        try {
            return reply.get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
