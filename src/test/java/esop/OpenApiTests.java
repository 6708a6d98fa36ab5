package esop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The console's types are made from the committed description of the API. When the API has changed on purpose,
 * {@code mvn test -Dtest=OpenApiTests -Desop.refresh-api} writes the description anew; then {@code npm run types} in
 * {@code src/main/frontend}.
 */
@EsopTest
class OpenApiTests {

    private static final Path COMMITTED = Path.of("src/main/frontend/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void theConsolesDescriptionOfTheApiIsTheServers() throws IOException {
        var answer = Caller.as("admin").get("/api/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        var served = JSON.writeValueAsString(JSON.convertValue(answer.json(), TreeMap.class)) + "\n";
        if (System.getProperty("esop.refresh-api") != null) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(served)
                .as("the API has changed: see the comment of this class")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void nobodyUnknownReadsIt() {
        assertThat(Caller.anonymous().get("/api/openapi.json").status()).isEqualTo(401);
    }
}
