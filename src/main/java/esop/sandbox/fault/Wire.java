package esop.sandbox.fault;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts answers on the wire, whole or broken; whoever must wait waits without a thread. */
@Component
public class Wire {

    private static final int LARGE_BYTES = 10 * 1024 * 1024;
    private static final int TRICKLE_MS = 250;
    private static final int TRICKLE_BYTES = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "sandbox-wire");
        thread.setDaemon(true);
        return thread;
    });

    /** An answer ready to be written; an empty body for none. */
    public record Message(int status, Map<String, String> headers, byte[] body) {}

    public void send(HttpServletRequest request, HttpServletResponse response, Message message, @Nullable Fault fault)
            throws IOException {
        if (fault == null) {
            write(response, message);
            return;
        }
        switch (fault.mode()) {
            case DELAY -> afterwards(request, fault.delay(), context -> complete(context, response, message));
            case TIMEOUT_BEFORE, TIMEOUT_AFTER ->
                afterwards(request, fault.hold(), context -> {
                    Connections.close(request);
                    context.complete();
                });
            case GARBAGE -> write(response, webPage());
            case TRUNCATED -> truncate(request, response, message);
            case RESET -> Connections.reset(request);
            case LARGE -> large(response, message);
            case TRICKLE -> trickle(request.startAsync(), request, response, message);
            default -> write(response, message);
        }
    }

    /** Writes the answer as soon as something is so, after ten seconds at the latest. */
    public void sendOnce(
            BooleanSupplier so, HttpServletRequest request, HttpServletResponse response, Message message) {
        var context = request.startAsync();
        context.setTimeout(0);
        waitFor(so, System.nanoTime() + LONGEST_WAIT.toNanos(), () -> complete(context, response, message));
    }

    private void waitFor(BooleanSupplier so, long until, Runnable then) {
        if (System.nanoTime() > until || isSo(so)) {
            then.run();
        } else {
            later.schedule(() -> waitFor(so, until, then), 50, TimeUnit.MILLISECONDS);
        }
    }

    /** Whoever cannot be asked is not waited for. */
    private static boolean isSo(BooleanSupplier so) {
        try {
            return so.getAsBoolean();
        } catch (RuntimeException unknown) {
            return true;
        }
    }

    private void afterwards(HttpServletRequest request, Duration pause, Consumer<AsyncContext> work) {
        var context = request.startAsync();
        context.setTimeout(0);
        later.schedule(() -> work.accept(context), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void complete(AsyncContext context, HttpServletResponse response, Message message) {
        try {
            write(response, message);
        } catch (IOException gone) {
            // the caller has given up meanwhile
        } finally {
            context.complete();
        }
    }

    private static void write(HttpServletResponse response, Message message) throws IOException {
        head(response, message, message.body().length);
        response.getOutputStream().write(message.body());
    }

    private static void head(HttpServletResponse response, Message message, int length) {
        response.setStatus(message.status());
        message.headers().forEach(response::setHeader);
        if (length > 0) {
            response.setContentLength(length);
        }
    }

    private static Message webPage() {
        var page = "<!DOCTYPE html><html><head><title>网关维护 Gateway</title></head>"
                + "<body><h1>系统维护中</h1><p>Please try again later.</p></body></html>\n";
        return new Message(
                200, Map.of("Content-Type", "text/html;charset=UTF-8"), page.getBytes(StandardCharsets.UTF_8));
    }

    private static void truncate(HttpServletRequest request, HttpServletResponse response, Message message)
            throws IOException {
        head(response, message, Math.max(2, message.body().length));
        response.getOutputStream().write(message.body(), 0, message.body().length / 2);
        response.flushBuffer();
        Connections.close(request);
    }

    /** The answer as it would have been, with ten megabytes of blanks before its end. */
    private static void large(HttpServletResponse response, Message message) throws IOException {
        var body = message.body();
        var blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        head(response, message, LARGE_BYTES + body.length);
        var out = response.getOutputStream();
        var last = Math.max(0, body.length - 1);
        out.write(body, 0, last);
        for (int written = 0; written < LARGE_BYTES; written += blanks.length) {
            out.write(blanks);
        }
        out.write(body, last, body.length - last);
    }

    private void trickle(
            AsyncContext context, HttpServletRequest request, HttpServletResponse response, Message message) {
        context.setTimeout(0);
        head(response, message, message.body().length);
        drip(context, request, response, message.body(), 0);
    }

    private void drip(
            AsyncContext context, HttpServletRequest request, HttpServletResponse response, byte[] body, int from) {
        if (from >= body.length || from * TRICKLE_MS / TRICKLE_BYTES > 60_000) {
            if (from < body.length) {
                Connections.close(request);
            }
            context.complete();
            return;
        }
        try {
            response.getOutputStream().write(body, from, Math.min(TRICKLE_BYTES, body.length - from));
            response.flushBuffer();
            later.schedule(
                    () -> drip(context, request, response, body, from + TRICKLE_BYTES),
                    TRICKLE_MS,
                    TimeUnit.MILLISECONDS);
        } catch (IOException gone) {
            context.complete();
        }
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }
}
