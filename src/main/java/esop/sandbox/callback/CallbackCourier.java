package esop.sandbox.callback;

import esop.sandbox.callback.CallbackQueue.Delivery;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries callbacks to ESOP, signed, again and again until they are taken or refused. */
@Component
class CallbackCourier {

    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_PAUSE_MS = 60_000;

    private final CallbackQueue queue;
    private final Environment environment;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, work -> {
        var thread = new Thread(work, "sandbox-callback");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .executor(threads)
            .build();
    private final Semaphore free = new Semaphore(AT_ONCE);

    CallbackCourier(CallbackQueue queue, Environment environment) {
        this.queue = queue;
        this.environment = environment;
    }

    @Scheduled(fixedDelay = 150)
    void tick() {
        var room = free.drainPermits();
        if (room == 0) {
            return;
        }
        var deliveries = List.<Delivery>of();
        try {
            deliveries = queue.claim(room);
        } finally {
            free.release(room - deliveries.size());
        }
        deliveries.forEach(this::deliver);
    }

    private void deliver(Delivery delivery) {
        var sent = IntStream.range(0, delivery.copies())
                .mapToObj(copy -> http.sendAsync(request(delivery), BodyHandlers.ofString())
                        .handle(CallbackCourier::outcome))
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .thenRunAsync(
                        () -> settle(
                                delivery,
                                sent.stream().map(CompletableFuture::join).toList()),
                        threads)
                .whenComplete((done, failure) -> free.release());
    }

    private HttpRequest request(Delivery delivery) {
        var timestamp = Instant.now().getEpochSecond();
        var secret = Signature.secretOf(delivery.system(), environment);
        return HttpRequest.newBuilder(URI.create(
                        environment.getRequiredProperty("esop.public-url") + "/callbacks/" + delivery.system()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Esop-Timestamp", Long.toString(timestamp))
                .header("X-Esop-Message-Id", delivery.messageId())
                .header("X-Esop-Signature", Signature.of(secret, timestamp, delivery.body()))
                .POST(BodyPublishers.ofString(delivery.body()))
                .build();
    }

    private void settle(Delivery delivery, List<Outcome> outcomes) {
        var result = String.join(
                "; ", outcomes.stream().map(Outcome::text).distinct().toList());
        if (outcomes.stream().anyMatch(Outcome::taken)) {
            queue.finished(delivery.id(), "delivered", result);
        } else if (outcomes.stream().anyMatch(Outcome::refused)) {
            queue.finished(delivery.id(), "refused", result);
        } else {
            queue.again(delivery.id(), pauseAfter(delivery.attempts()), result);
        }
    }

    static long pauseAfter(int attempts) {
        return Math.min(LONGEST_PAUSE_MS, 500L << Math.min(attempts - 1, 10));
    }

    private static Outcome outcome(HttpResponse<String> response, Throwable failure) {
        if (failure != null) {
            var cause = failure.getCause() == null ? failure : failure.getCause();
            return new Outcome(0, cause.getClass().getSimpleName());
        }
        var body = response.body();
        return new Outcome(
                response.statusCode(),
                response.statusCode() + (body.isBlank() ? "" : " " + body.substring(0, Math.min(300, body.length()))));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private record Outcome(int status, String text) {

        boolean taken() {
            return status / 100 == 2;
        }

        /** 408 and 429 only ask for patience. */
        boolean refused() {
            return status / 100 == 4 && status != 408 && status != 429;
        }
    }
}
