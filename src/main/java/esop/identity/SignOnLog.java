package esop.identity;

import java.util.Map;
import org.springframework.stereotype.Component;

/** What the audit log keeps of sign-ons, when nobody is the current person yet. */
@Component
public class SignOnLog {

    private final AuditLogRepository audit;

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
        audit.record(
                "anonymous",
                "sign-on.refused",
                "person/" + name,
                null,
                Map.of("address", address, "failures", failures));
    }
}
