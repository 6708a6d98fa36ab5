package esop.provisioning;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.identity.DataScope;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Learns every few minutes what is usual, and finds more often what will be late by it. */
@Component
class RiskWatch {

    /** Of each product and action: enough for a median, and as recent as may be. */
    private static final int SAMPLE = 200;

    /** From fewer cases nothing is derived: then only due times count. */
    private static final int LEAST = 10;

    private final UsualTimes usual;
    private final StoredRisks risks;
    private final Catalog catalog;
    private final TransactionOperations transaction;

    RiskWatch(UsualTimes usual, StoredRisks risks, Catalog catalog, TransactionOperations transaction) {
        this.usual = usual;
        this.risks = risks;
        this.catalog = catalog;
        this.transaction = transaction;
    }

    @Scheduled(
            fixedDelayString = "${esop.provisioning.learn-usual:5m}",
            initialDelayString = "${esop.provisioning.learn-usual-after:30s}")
    void learn() {
        aloneAsSystem(() -> usual.refresh(products(), SAMPLE));
    }

    @Scheduled(
            fixedDelayString = "${esop.provisioning.risk-watch:1m}",
            initialDelayString = "${esop.provisioning.risk-watch-after:40s}")
    void look() {
        aloneAsSystem(() -> risks.judge(LEAST));
    }

    private List<String> products() {
        return catalog.withRetired().stream().map(ProductOffering::id).toList();
    }

    private void aloneAsSystem(Runnable work) {
        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> {
            if (risks.alone()) {
                work.run();
            }
        }));
    }
}
