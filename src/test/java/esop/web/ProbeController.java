package esop.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint of the tests with every way to succeed and to fail. */
@Hidden
@RestController
class ProbeController {

    static final AtomicInteger EFFECTS = new AtomicInteger();
    /** How many are held until {@link #letGo}. */
    static final AtomicInteger HELD = new AtomicInteger();

    static volatile CountDownLatch letGo = new CountDownLatch(0);

    private final JdbcClient jdbc;

    ProbeController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/api/probe")
    @Transactional
    public ResponseEntity<Map<String, Object>> create(@Valid @RequestBody Probe probe) throws InterruptedException {
        if (probe.name().startsWith("held")) {
            hold();
        }
        var number = EFFECTS.incrementAndGet();
        jdbc.sql("INSERT INTO identity.audit_log (person, action, subject, details) VALUES ('probe', 'probe', ?, '{}')")
                .param(probe.name())
                .update();
        Thread.sleep(50);
        if (probe.name().startsWith("refused")) {
            throw new InvalidException("name", "no");
        }
        if (probe.name().startsWith("overtaken")) {
            throw new CannotAcquireLockException("somebody else holds it");
        }
        if (probe.name().startsWith("broken")) {
            throw new IllegalStateException("the secret reason");
        }
        return ResponseEntity.created(URI.create("/api/probe/" + number))
                .body(Map.of("number", number, "name", probe.name()));
    }

    @GetMapping("/api/probe/held/export")
    String export() throws InterruptedException {
        hold();
        return "all";
    }

    private static void hold() throws InterruptedException {
        HELD.incrementAndGet();
        letGo.await();
        HELD.decrementAndGet();
    }

    @GetMapping("/api/probe")
    String list(Paging paging) {
        return paging.orderBy(Map.of("name", "name"), "id") + " " + paging.limit() + " " + paging.offset();
    }

    @GetMapping("/api/probe/{kind}")
    String fail(@PathVariable String kind, @RequestParam @Max(5) int number) {
        throw switch (kind) {
            case "unknown" -> new UnknownException("no such probe");
            case "conflict" -> new ConflictException("too late", Map.of("claimedBy", "somebody"));
            default -> new IllegalStateException("the secret reason");
        };
    }

    record Probe(@NotBlank @Size(max = 20) String name, int quantity) {}
}
