package esop.systems.calls;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.ErrorClass;
import esop.systems.calls.Exchange.Answered;
import esop.systems.calls.Exchange.NoAnswer;
import esop.systems.calls.Exchange.NotSent;
import esop.systems.calls.Exchange.Refused;
import esop.systems.calls.Exchange.Throttled;
import esop.systems.calls.Exchange.Unauthorised;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** One HTTP request to a backing system, bounded in time and size, whatever the other side does. */
@Component
public class SystemClient {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final HttpClient http;
    private final ObjectMapper json;
    private final DataSize maxAnswer;

    SystemClient(ObjectMapper json, CallSettings settings) {
        this.json = json;
        this.maxAnswer = settings.maxAnswer();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(2))
                .executor(Executors.newFixedThreadPool(4, work -> {
                    var thread = new Thread(work, "systems-http");
                    thread.setDaemon(true);
                    return thread;
                }))
                .build();
    }

    public Exchange exchange(BackingSystem system, Request request, @Nullable String idempotencyKey, Duration within) {
        var pending = http.sendAsync(
                httpRequest(system, request, idempotencyKey, within), info -> new LimitedBody(maxAnswer.toBytes()));
        try {
            // The time-out of the request itself ends with the headers; a body that trickles in needs this one.
            return read(pending.get(within.toMillis(), TimeUnit.MILLISECONDS), request.needsAnswer());
        } catch (TimeoutException late) {
            pending.cancel(true);
            return new NoAnswer(ErrorClass.TIMEOUT, 0, "no complete answer within " + within);
        } catch (ExecutionException failure) {
            return failed(failure.getCause());
        } catch (InterruptedException stopping) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new NoAnswer(ErrorClass.TIMEOUT, 0, "stopped while waiting");
        }
    }

    private HttpRequest httpRequest(
            BackingSystem system, Request request, @Nullable String idempotencyKey, Duration within) {
        var builder = HttpRequest.newBuilder(URI.create(system.url() + request.path()))
                .timeout(within)
                .header("Accept", "application/json");
        if (idempotencyKey != null) {
            builder.header("Idempotency-Key", idempotencyKey);
        }
        request.headers().forEach(builder::header);
        if (request.body() == null) {
            return builder.method(request.method(), BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", "application/json")
                .method(request.method(), BodyPublishers.ofByteArray(Request.bytes(request.body())))
                .build();
    }

    /** What the TMF error says to people, where the answer is one; else all of it. */
    private String reason(byte[] body, String words) {
        try {
            var reason = json.readTree(body).path("reason").asText("");
            return reason.isBlank() ? words : Words.of(reason);
        } catch (IOException notJson) {
            return words;
        }
    }

    private Exchange read(HttpResponse<byte[]> response, boolean needsAnswer) {
        var status = response.statusCode();
        var words = Words.of(response.body());
        if (status == 401 || status == 403) {
            return new Unauthorised(status, words);
        }
        var retryAfter = retryAfter(response);
        if (status == 429 || (status == 503 && retryAfter.isPresent())) {
            return new Throttled(status, retryAfter.orElse(Duration.ofSeconds(5)));
        }
        if (status == 408) {
            return new NoAnswer(ErrorClass.TIMEOUT, status, words);
        }
        if (status >= 500) {
            return new NoAnswer(ErrorClass.ofServerError(status), status, words);
        }
        if (status >= 400) {
            return new Refused(status, words, reason(response.body(), words));
        }
        if (!needsAnswer && status >= 200 && status < 300) {
            return new Answered(status, json.createObjectNode());
        }
        try {
            var body = json.readTree(response.body());
            if (status >= 200 && status < 300 && body != null && body.isContainerNode()) {
                return new Answered(status, body);
            }
        } catch (IOException notJson) {
            return new NoAnswer(
                    notJson instanceof JacksonException ? ErrorClass.GARBAGE : ErrorClass.RESET, status, words);
        }
        return new NoAnswer(ErrorClass.GARBAGE, status, words);
    }

    private static Exchange failed(@Nullable Throwable cause) {
        var words = Words.of(String.valueOf(cause));
        for (var each = cause; each != null; each = each.getCause()) {
            if (each instanceof ConnectException
                    || each instanceof HttpConnectTimeoutException
                    || each instanceof UnresolvedAddressException) {
                return new NotSent(words);
            }
            if (each instanceof LimitedBody.TooLargeException) {
                return new NoAnswer(ErrorClass.TOO_LARGE, 0, words);
            }
            if (each instanceof java.net.http.HttpTimeoutException) {
                return new NoAnswer(ErrorClass.TIMEOUT, 0, words);
            }
        }
        return new NoAnswer(cutOff(words) ? ErrorClass.TRUNCATED : ErrorClass.RESET, 0, words);
    }

    private static boolean cutOff(String words) {
        return words.contains("fixed content-length")
                || words.contains("EOF reached while reading")
                || words.contains("chunked transfer encoding");
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").map(value -> {
            try {
                var pause = Duration.ofSeconds(Math.max(1, Long.parseLong(value.trim())));
                return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
            } catch (NumberFormatException date) {
                return Duration.ofSeconds(5);
            }
        });
    }
}
