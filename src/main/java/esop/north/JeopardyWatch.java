package esop.north;

import esop.identity.DataScope;
import esop.ordering.Ordering;
import esop.provisioning.Provisioning;
import esop.provisioning.Risks;
import java.time.Clock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Looks after the orders of those who listen, and tells each danger once. */
@Component
class JeopardyWatch {

    private final ReceivedOrderRepository received;
    private final Ordering ordering;
    private final Provisioning provisioning;
    private final Risks risks;
    private final OrderNews news;
    private final TransactionOperations transaction;
    private final Clock clock;

    JeopardyWatch(
            ReceivedOrderRepository received,
            Ordering ordering,
            Provisioning provisioning,
            Risks risks,
            OrderNews news,
            TransactionOperations transaction,
            Clock clock) {
        this.received = received;
        this.ordering = ordering;
        this.provisioning = provisioning;
        this.risks = risks;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${esop.north.jeopardy-watch:1m}")
    void look() {
        DataScope.asSystem(() ->
                received.awaited(Api.TMF641).forEach(known -> transaction.executeWithoutResult(status -> look(known))));
    }

    private void look(ReceivedOrder known) {
        var order = ordering.find(known.orderId()).orElseThrow();
        var ids = List.of(order.id());
        Jeopardy.of(order, provisioning.ofProductOrders(ids), risks.ofOrders(ids), clock.instant()).stream()
                .filter(danger -> received.tellingFirst(known, danger.id()))
                .forEach(danger -> news.inJeopardy(order, known, danger));
    }
}
