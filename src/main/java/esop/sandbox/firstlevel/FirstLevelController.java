package esop.sandbox.firstlevel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a person at the first level sends down, and where ESOP tells what becomes of it. */
@RestController
class FirstLevelController {

    private final SendingDown sending;
    private final EventEar ear;

    FirstLevelController(SendingDown sending, EventEar ear) {
        this.sending = sending;
        this.ear = ear;
    }

    @PostMapping("/first-level/orders")
    ObjectNode send(@RequestBody SendingDown.Wish wish) {
        return sending.send(wish).body();
    }

    @PostMapping(SendingDown.LISTENER)
    ResponseEntity<Void> hear(
            @RequestHeader(name = "X-Esop-Timestamp", required = false) @Nullable Long timestamp,
            @RequestHeader(name = "X-Esop-Message-Id", required = false) @Nullable String messageId,
            @RequestHeader(name = "X-Esop-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        var status = ear.hear(timestamp, messageId, signature, new String(body, StandardCharsets.UTF_8));
        return ResponseEntity.status(status).build();
    }
}
