package esop.customer;

import com.fasterxml.jackson.databind.JsonNode;
import esop.identity.DataScope;
import esop.systems.SystemUnavailableException;
import esop.systems.customermanagement.CustomerManagement;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies the CRM's customers page by page: each page is fetched outside of any transaction and stored in one of its own. While the CRM
 * does not answer, the last copy stays.
 */
@Component
class CustomerRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerRefresh.class);
    private static final int PAGE = 100;
    private static final int FIRST_ATTEMPTS = 3;
    private static final Duration BETWEEN_FIRST_ATTEMPTS = Duration.ofSeconds(2);

    private final CustomerManagement crm;
    private final CustomerRepository customers;
    private final CopyState state;
    private final TransactionTemplate transaction;

    CustomerRefresh(
            CustomerManagement crm, CustomerRepository customers, CopyState state, TransactionTemplate transaction) {
        this.crm = crm;
        this.customers = customers;
        this.state = state;
        this.transaction = transaction;
    }

    /** At the very first start, before anybody orders; a CRM that is only just starting too gets a little time. */
    @EventListener(ApplicationReadyEvent.class)
    void atTheFirstStart() throws InterruptedException {
        for (var attempt = 1; attempt <= FIRST_ATTEMPTS && !copied(); attempt++) {
            if (attempt > 1) {
                Thread.sleep(BETWEEN_FIRST_ATTEMPTS.toMillis());
            }
            copyAll();
        }
    }

    @Scheduled(cron = "${esop.customer.refresh:0 17 * * * *}")
    void hourly() {
        copyAll();
    }

    /** Until there is a first copy nobody can order anything. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
    void untilThereIsOne() {
        if (!copied()) {
            copyAll();
        }
    }

    private boolean copied() {
        return state.read().refreshed() != null;
    }

    void copyAll() {
        if (state.begin()) {
            DataScope.asSystem(this::copyPages);
        }
    }

    private void copyPages() {
        try {
            var start = state.now();
            var total = 0;
            List<JsonNode> page;
            do {
                page = crm.page(total, PAGE);
                var read = page.stream()
                        .map(body -> new CrmCustomer(body).at(state.now()))
                        .toList();
                transaction.executeWithoutResult(status -> customers.save(read));
                total += read.size();
            } while (page.size() == PAGE);
            if (total == 0) {
                throw new IllegalStateException("the CRM names no customers at all");
            }
            transaction.executeWithoutResult(status -> customers.closeThoseNotSeenSince(start));
            state.succeeded(total);
            LOG.info("{} customers copied from the CRM", total);
        } catch (SystemUnavailableException down) {
            state.failed(down.getMessage());
            LOG.warn("The CRM does not answer; the last copy of its customers stays");
        } catch (RuntimeException broken) {
            state.failed(String.valueOf(broken.getMessage()));
            LOG.error("The CRM's customers could not be copied", broken);
        }
    }
}
