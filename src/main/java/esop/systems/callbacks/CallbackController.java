package esop.systems.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.calls.BackingSystems;
import esop.web.Problems;
import esop.web.Texts;
import esop.web.UnknownException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /callbacks/{system}}: nobody signs on here, the signature is the credential. */
@Hidden
@RestController
class CallbackController {

    private static final int LONGEST_BODY = 1024 * 1024;

    private final CallbackSignature signature;
    private final Callbacks callbacks;
    private final TurnedAway turnedAway;
    private final BackingSystems systems;
    private final ObjectMapper json;

    CallbackController(
            CallbackSignature signature,
            Callbacks callbacks,
            TurnedAway turnedAway,
            BackingSystems systems,
            ObjectMapper json) {
        this.signature = signature;
        this.callbacks = callbacks;
        this.turnedAway = turnedAway;
        this.systems = systems;
        this.json = json;
    }

    @PostMapping("/callbacks/{system}")
    ResponseEntity<?> take(
            @PathVariable String system,
            @RequestHeader(name = "X-Esop-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Esop-Message-Id", required = false) @Nullable String messageId,
            @RequestHeader(name = "X-Esop-Signature", required = false) @Nullable String signed,
            HttpServletRequest request)
            throws IOException {
        if (systems.find(system).filter(known -> known.client() == null).isEmpty()) {
            throw new UnknownException(Texts.get("systems.unknown-system"));
        }
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "too-large");
        }
        var doubt = signature.doubt(system, timestamp, signed, body);
        if (doubt.isPresent()) {
            turnedAway.record(system, messageId, doubt.get(), request.getRemoteAddr(), body);
            return problem(HttpStatus.UNAUTHORIZED, "unauthorized", doubt.get());
        }
        var event = parse(body);
        if (event.isEmpty() || messageId == null || messageId.isBlank() || messageId.length() > 200) {
            turnedAway.record(system, messageId, "malformed", request.getRemoteAddr(), body);
            return problem(HttpStatus.BAD_REQUEST, "bad-request", "malformed");
        }
        return answer(callbacks.take(system, messageId, hash(body), event.get()));
    }

    private Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.ofNullable(json.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<?> answer(CallbackResult result) {
        var status = HttpStatus.valueOf(result.status());
        if (status.is2xxSuccessful()) {
            return ResponseEntity.status(status)
                    .body(Map.of("result", result.state().name().toLowerCase(Locale.ROOT)));
        }
        var kind = switch (status) {
            case FORBIDDEN -> "forbidden";
            case CONFLICT -> "conflict";
            case SERVICE_UNAVAILABLE -> "unavailable";
            case BAD_REQUEST -> "bad-request";
            default -> "invalid";
        };
        return problem(status, kind, String.valueOf(result.reason()));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String kind, String reason) {
        var answer = ResponseEntity.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header("Retry-After", "1");
        }
        return answer.body(Problems.of(status, kind, Texts.get("systems.callback." + reason)));
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
