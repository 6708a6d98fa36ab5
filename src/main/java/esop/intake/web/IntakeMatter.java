package esop.intake.web;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.intake.Intake;
import esop.intake.Intakes;
import esop.web.Texts;
import esop.workflow.MatterPart;
import esop.workflow.TaskHistory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Intakes in a customer's matter, with the opportunity or the order that came of them. */
@Component
class IntakeMatter implements MatterPart {

    private final Intakes intakes;
    private final Catalog catalog;
    private final Timeline timeline;

    IntakeMatter(Intakes intakes, Catalog catalog, Timeline timeline) {
        this.intakes = intakes;
        this.catalog = catalog;
        this.timeline = timeline;
    }

    @Override
    public String right() {
        return "intakes:read";
    }

    @Override
    public List<Station> about(Set<String> numbers) {
        return numbers.stream().flatMap(this::found).map(this::station).toList();
    }

    private Stream<Intake> found(String number) {
        if (number.startsWith("IN")) {
            return intakes.find(number).stream();
        }
        return number.startsWith("PO") || number.startsWith("OP") ? intakes.before(number).stream() : Stream.empty();
    }

    private Station station(Intake intake) {
        var entry = intake.entry();
        var progress = intake.progress();
        return new Station(
                intake.id(),
                "intake",
                Texts.get("intake.matter.intake"),
                subject(entry),
                Words.in(Texts.current(), "state", intake.state().word()),
                entry.customerId(),
                entry.customerName(),
                "/intakes/" + intake.id(),
                null,
                entry.created(),
                null,
                progress.ended(),
                null,
                Stream.of(progress.orderId(), progress.opportunityId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private String subject(Intake.Entry entry) {
        return Stream.concat(
                        Stream.of(Words.in(Texts.current(), "kind", entry.kind().word())),
                        entry.offeringIds().stream()
                                .map(catalog::find)
                                .flatMap(Optional::stream)
                                .map(IntakeMatter::name))
                .collect(Collectors.joining(" · "));
    }

    private static String name(ProductOffering offering) {
        return offering.nameIn(Texts.current());
    }

    @Override
    public List<TaskHistory.Entry> history(String number) {
        return intakes.find(number).map(timeline::of).orElse(List.of());
    }
}
