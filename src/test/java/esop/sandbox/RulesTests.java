package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTests {

    private final Sandbox sandbox = Sandbox.running();

    @BeforeEach
    void heal() {
        sandbox.heal();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\": \"active\"} | serviceSpecification is mandatory",
                "{\"state\": \"on\", \"serviceSpecification\": {\"id\": \"vpmn\"}} | state must be one of",
                "{\"state\": \"active\", \"serviceSpecification\": {}} | serviceSpecification.id is mandatory",
                "{\"state\": \"active\", \"serviceSpecification\": \"vpmn\"} | serviceSpecification must be an object",
                "{\"state\": \"active\", \"serviceSpecification\": {\"id\": 7}} | serviceSpecification.id must be a string",
                "{\"state\": \"active\", \"serviceSpecification\": {\"id\": \"x\"}, \"startDate\": \"soon\"} | startDate must be a date and time",
                "{\"state\": \"active\", \"serviceSpecification\": {\"id\": \"x\"}, \"note\": {}} | note must be a list",
                "{\"state\": \"active\", \"serviceSpecification\": {\"id\": \"x\"}, \"serviceCharacteristic\": [{\"name\": \"a\"}]} | serviceCharacteristic[0].value is mandatory",
                "{\"state\": \"active\", \"serviceSpecification\": {\"id\": \"x\"}, \"isBundle\": \"no\"} | isBundle must be a boolean",
                "[] | must be one JSON object",
                "{\"state\": | not JSON",
            })
    void aRequestAgainstTheRulesIsRefusedInWords(String body, String words) {
        var key = Sandbox.newKey("rules");
        var reply = sandbox.post(Sandbox.SERVICE, key, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText()).contains(words);
        assertThat(reply.json().path("code").asText()).isEqualTo("invalidBody");
        assertThat(reply.json().path("status").asText()).isEqualTo("400");
        assertThat(reply.json().path("reason").asText()).isNotBlank();
        assertThat(sandbox.ledger("key=" + key).findValuesAsText("applied")).containsExactly("refused");
    }

    @Test
    void mandatoryListsMustNotBeEmpty() {
        var reply = sandbox.post(
                Sandbox.MESSAGE,
                null,
                "{\"content\": \"x\", \"messageType\": \"SMS\", \"sender\": {\"id\": \"esop\"}, \"receiver\": []}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText()).contains("receiver must not be empty");
    }

    @Test
    void aReservationNamesWhomItIsFor() {
        var reply = sandbox.post(Sandbox.RESERVATION, null, "{\"externalId\": \"x\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText()).contains("relatedParty is mandatory");
    }

    @Test
    void whatIsNotOfferedIsSaidSo() {
        assertThat(sandbox.get("/eoms/tmf-api/nothing/v4/here").status()).isEqualTo(404);
        assertThat(sandbox.get("/nobody/tmf-api/nothing/v4/here").status()).isEqualTo(404);
        assertThat(sandbox.get(Sandbox.RESOURCE_ORDER + "/unknown").status()).isEqualTo(404);
        assertThat(sandbox.post(Sandbox.CUSTOMER, null, "{}").status()).isEqualTo(405);
        assertThat(sandbox.send("DELETE", Sandbox.RESOURCE_ORDER + "/unknown", null, null)
                        .status())
                .isEqualTo(405);
        assertThat(sandbox.put(Sandbox.RESOURCE_ORDER + "/unknown", "{}").status())
                .isEqualTo(405);
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLargeAndAThousandFoldNestOneIsBroken() {
        assertThat(sandbox.post(Sandbox.SERVICE, null, "{\"name\": \"" + "x".repeat(2_000_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(sandbox.post(Sandbox.SERVICE, null, "{\"a\": " + "[".repeat(100_000))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void charactersThatNoDatabaseKeepsAreRefused() {
        var reply = sandbox.post(Sandbox.SERVICE, null, Sandbox.service("x\\u0000y"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(sandbox.get(Sandbox.SERVICE + "?externalId=a%00b").status()).isEqualTo(200);
    }

    @Test
    void aFilterThatIsNoAttributeIsRefused() {
        assertThat(sandbox.get(Sandbox.SERVICE + "?a%27b=1").status()).isEqualTo(400);
        assertThat(sandbox.get(Sandbox.SERVICE + "?limit=many").status()).isEqualTo(400);
    }
}
