package esop.north;

import esop.ordering.ProductOrder;
import esop.provisioning.ServiceOrderView;
import esop.provisioning.ServiceOrderView.WorkOrderView;
import esop.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What may make an order late, by the due times we hold (TMF641 jeopardyAlert).
 *
 * @param type {@code overdue}, or {@code atRisk} when four fifths of its time have gone
 * @param subject the order or the work order it is about
 * @param since when it became so
 */
record Jeopardy(String type, String subject, Instant since) {

    private static final Set<String> OVER = Set.of("archived", "cancelled");

    static List<Jeopardy> of(ProductOrder order, List<ServiceOrderView> serviceOrders, Instant now) {
        var dangers = new ArrayList<Jeopardy>();
        if (order.state().isFinal()) {
            return dangers;
        }
        add(dangers, order.id(), order.entry().created(), order.entry().due(), now);
        serviceOrders.stream()
                .flatMap(serviceOrder -> serviceOrder.workOrders().stream())
                .filter(Jeopardy::isUnderWay)
                .forEach(work -> add(dangers, work.id(), work.created(), work.due(), now));
        return dangers;
    }

    private static boolean isUnderWay(WorkOrderView work) {
        return !OVER.contains(work.stage());
    }

    private static void add(List<Jeopardy> dangers, String subject, Instant begun, Instant due, Instant now) {
        var risky = begun.plus(Duration.between(begun, due).multipliedBy(4).dividedBy(5));
        if (due.isBefore(now)) {
            dangers.add(new Jeopardy("overdue", subject, due));
        } else if (risky.isBefore(now)) {
            dangers.add(new Jeopardy("atRisk", subject, risky));
        }
    }

    String id() {
        return type + ":" + subject;
    }

    /** In the reader's language. */
    String words() {
        return Texts.get("north.jeopardy." + type, subject);
    }
}
