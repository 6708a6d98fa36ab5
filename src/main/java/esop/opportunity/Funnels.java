package esop.opportunity;

import esop.opportunity.Funnel.Heap;
import esop.workflow.Decisions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Weighs what is under way by the table {@code opportunity-odds}. */
@Component
class Funnels {

    private final OpportunityRepository opportunities;
    private final Decisions decisions;
    private final Clock clock;

    Funnels(OpportunityRepository opportunities, Decisions decisions, Clock clock) {
        this.opportunities = opportunities;
        this.decisions = decisions;
        this.clock = clock;
    }

    Funnel of(OpportunityFilter filter) {
        var heaps = opportunities.heaps(filter, clock.instant());
        var stages = Arrays.stream(Stage.values())
                .map(stage -> sum(
                        stage.word(),
                        heaps,
                        heap -> heap.state().equals("inProgress")
                                && stage.word().equals(heap.stage())))
                .toList();
        var waiting = sum("new", heaps, heap -> heap.state().equals("new"));
        var won = sum("converted", heaps, heap -> heap.state().equals("converted"));
        var lost = sum("terminated", heaps, heap -> heap.state().equals("terminated"));
        var ended = won.count() + lost.count();
        return new Funnel(
                waiting,
                stages,
                won,
                lost,
                ended == 0 ? 0 : Math.round(100f * won.count() / ended),
                stages.stream().map(Heap::forecast).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Heap sum(
            String name, List<OpportunityRepository.Heap> heaps, Predicate<OpportunityRepository.Heap> belongs) {
        var those = heaps.stream().filter(belongs).toList();
        return new Heap(
                name,
                those.stream().mapToInt(OpportunityRepository.Heap::number).sum(),
                those.stream().map(OpportunityRepository.Heap::revenue).reduce(BigDecimal.ZERO, BigDecimal::add),
                aged(those, "aging"),
                aged(those, "over"),
                those.stream().map(this::expected).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static int aged(List<OpportunityRepository.Heap> heaps, String age) {
        return heaps.stream()
                .filter(heap -> heap.age().equals(age))
                .mapToInt(OpportunityRepository.Heap::number)
                .sum();
    }

    private BigDecimal expected(OpportunityRepository.Heap heap) {
        if (heap.stage() == null || !heap.state().equals("inProgress")) {
            return BigDecimal.ZERO;
        }
        var percent = (Integer) decisions
                .evaluate("opportunity-odds", Map.of("stage", heap.stage(), "age", heap.age()))
                .get(0)
                .get("percent");
        return heap.revenue()
                .multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }
}
