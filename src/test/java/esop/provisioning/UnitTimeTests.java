package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import esop.workflow.TimeAccounts;
import esop.workflow.TimeAccounts.Share;
import esop.workflow.UnitClocks;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@EsopTest
class UnitTimeTests extends ProvisioningScene {

    @Autowired
    private UnitClocks clocks;

    @Autowired
    private TimeAccounts accounts;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aUnitsClockRunsFromTheDispatchToItsAnswer() {
        var opening = open("leased-line", "add");
        awaitTask(opening, "signOffWorkOrder");
        var about = order(opening).productOrderId();

        var built = account(about).parts().stream()
                .filter(part -> "network".equals(part.side()))
                .toList();
        assertThat(built).singleElement().satisfies(part -> {
            assertThat(part.unit()).isEqualTo("eoms");
            assertThat(part.target()).isEqualTo("P3D");
            assertThat(part.ended()).isAfterOrEqualTo(part.begun());
            assertThat(part.late()).isFalse();
        });
        assertThat(account(about).parts())
                .anyMatch(part -> part.side().equals("ours") && "验收工单".equals(part.name()) && part.ended() == null);
        var work = workOrder(opening);
        var operations = Caller.as("operations.nanjing");
        assertThat(operations
                        .get("/api/work-orders/" + work + "/time")
                        .json()
                        .get("parts")
                        .findValuesAsText("side"))
                .containsExactly("network", "ours");
        assertThat(operations.get("/api/work-orders/WO0/time").status()).isEqualTo(404);
        assertThat(Caller.as("operations.suzhou")
                        .get("/api/work-orders/" + work + "/time")
                        .status())
                .isEqualTo(404);
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
    }

    /** From Friday noon to Tuesday morning, a weekend between: the network rests, the partner works on Saturdays. */
    @Test
    void eachUnitIsMeasuredByItsOwnCalendarAndADelayHasAnOwner() {
        var about = "PO" + UUID.randomUUID();
        run("eoms", "network", about, "P1D", "2026-11-27T10:00", "2026-12-01T10:00");
        run("si.local", "partner", about, "P3D", "2026-11-27T10:00", "2026-11-30T10:00");

        var account = account(about);

        assertThat(account.shares()).containsExactly(new Share("network", 2 * 450), new Share("partner", 2 * 480));
        assertThat(account.parts())
                .extracting(part -> part.unit() + " " + part.late())
                .containsExactlyInAnyOrder("eoms true", "si.local false");
    }

    private void run(String unit, String side, String about, String target, String from, String to) {
        var work = unit + about;
        DataScope.asSystem(() -> transactions.executeWithoutResult(status -> {
            clocks.begin(work + ":1", work, about, "nanjing", unit, side, target, shanghai(from));
            clocks.end(work, shanghai(to));
            clocks.end(work, shanghai(to).plusSeconds(86_400));
        }));
    }

    private TimeAccounts.Account account(String about) {
        return DataScope.asSystem(() -> accounts.of(about));
    }

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
