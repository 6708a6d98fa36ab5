package esop.identity;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the audit log keeps of sign-ons, when nobody is the current person yet. */
@Component
public class SignOnLog {

    /** Nobody may fill the log, which keeps everything for ever, by guessing passwords. */
    private static final int A_MINUTE = 60;

    private static final String REFUSED = "sign-on.refused";

    private final AuditLogRepository audit;
    private final AtomicInteger refused = new AtomicInteger();

    SignOnLog(AuditLogRepository audit) {
        this.audit = audit;
    }

    /** @param how {@code form} or {@code token} */
    public void signedOn(String person, String how, String address) {
        audit.record(person, "sign-on", "person/" + person, null, Map.of("how", how, "address", address));
    }

    public void signedOff(String person, String address) {
        audit.record(person, "sign-off", "person/" + person, null, Map.of("address", address));
    }

    /** The name is what somebody typed and need not exist. */
    public void refused(String name, String address, int failures) {
        if (refused.getAndIncrement() < A_MINUTE) {
            audit.record(
                    "anonymous", REFUSED, "person/" + name, null, Map.of("address", address, "failures", failures));
        }
    }

    /** Of those it did not name it says how many they were. */
    @Scheduled(fixedDelay = 60_000)
    void beginMinute() {
        var unnamed = refused.getAndSet(0) - A_MINUTE;
        if (unnamed > 0) {
            audit.record("anonymous", REFUSED, "person", null, Map.of("unnamed", unnamed));
        }
    }
}
