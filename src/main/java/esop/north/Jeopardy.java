package esop.north;

import esop.ordering.ProductOrder;
import esop.provisioning.Outlook;
import esop.provisioning.Risks.Risk;
import esop.provisioning.ServiceOrderView;
import esop.provisioning.ServiceOrderView.WorkOrderView;
import esop.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What may make an order late, by the due times we hold, by how long it usually takes and by what a unit itself says (TMF641
 * jeopardyAlert).
 *
 * @param type {@code overdue}, {@code atRisk} when four fifths of its time have gone or what usually remains takes longer than it has, or
 *     {@code reported} by the unit
 * @param subject the order or the work order it is about
 * @param since when it became so
 * @param words in the reader's language
 */
record Jeopardy(String type, String subject, Instant since, String words) {

    private static final Set<String> OVER = Set.of("archived", "cancelled");

    static List<Jeopardy> of(
            ProductOrder order, List<ServiceOrderView> serviceOrders, List<Risk> unusual, Instant now) {
        var dangers = new ArrayList<Jeopardy>();
        if (order.state().isFinal()) {
            return dangers;
        }
        add(dangers, order.id(), order.entry().created(), order.entry().due(), now);
        serviceOrders.stream()
                .flatMap(serviceOrder -> serviceOrder.workOrders().stream())
                .filter(Jeopardy::isUnderWay)
                .forEach(work -> add(dangers, work.id(), work.created(), work.due(), now));
        unusual.stream()
                .filter(risk ->
                        dangers.stream().noneMatch(danger -> danger.subject().equals(risk.subject())))
                .map(risk -> new Jeopardy("atRisk", risk.subject(), risk.since(), words(risk, now)))
                .toList()
                .forEach(dangers::add);
        serviceOrders.stream()
                .filter(serviceOrder -> serviceOrder.completed() == null)
                .forEach(serviceOrder -> reported(dangers, serviceOrder.id(), serviceOrder.outlook()));
        serviceOrders.stream()
                .flatMap(serviceOrder -> serviceOrder.workOrders().stream())
                .filter(Jeopardy::isUnderWay)
                .forEach(work -> reported(dangers, work.id(), work.outlook()));
        return dangers;
    }

    private static void reported(List<Jeopardy> dangers, String subject, Outlook outlook) {
        if (outlook.alert() != null && outlook.alerted() != null) {
            dangers.add(new Jeopardy("reported", subject, outlook.alerted(), outlook.alert()));
        }
    }

    private static boolean isUnderWay(WorkOrderView work) {
        return !OVER.contains(work.stage());
    }

    private static void add(List<Jeopardy> dangers, String subject, Instant begun, Instant due, Instant now) {
        var risky = begun.plus(Duration.between(begun, due).multipliedBy(4).dividedBy(5));
        if (due.isBefore(now)) {
            dangers.add(new Jeopardy("overdue", subject, due, Texts.get("north.jeopardy.overdue", subject)));
        } else if (risky.isBefore(now)) {
            dangers.add(new Jeopardy("atRisk", subject, risky, Texts.get("north.jeopardy.atRisk", subject)));
        }
    }

    private static String words(Risk risk, Instant now) {
        return Texts.get(
                "north.jeopardy.unusual",
                risk.subject(),
                words(risk.needs(now)),
                words(risk.left(now)),
                Integer.toString(risk.cases()));
    }

    /** In its two largest units. */
    private static String words(Duration span) {
        if (span.toDays() > 0) {
            return Texts.get("north.span.days", span.toDays(), span.toHoursPart());
        }
        return Texts.get("north.span.hours", span.toHours(), span.toMinutesPart());
    }

    /** A unit may report one danger after the other of the same work. */
    String id() {
        return type + ":" + subject + (type.equals("reported") ? ":" + since.toEpochMilli() : "");
    }
}
