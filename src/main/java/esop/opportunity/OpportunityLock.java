package esop.opportunity;

import esop.web.ConflictException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One change of an opportunity after the other, each by somebody who has seen the one before. */
@Component
class OpportunityLock {

    private final OpportunityRepository opportunities;

    OpportunityLock(OpportunityRepository opportunities) {
        this.opportunities = opportunities;
    }

    /**
     * @param revision the one that was seen; null where any will do
     * @param work refuses or changes the opportunity, which nobody else does meanwhile
     * @return what it is afterwards
     * @throws UnknownException when there is none
     * @throws ConflictException where it has changed since, or has ended
     */
    SalesOpportunity change(String id, @Nullable Integer revision, Consumer<SalesOpportunity> work) {
        var opportunity = opportunities.lock(id).orElseThrow(() -> unknown(id));
        if (revision != null && revision != opportunity.revision()) {
            throw new ConflictException(Texts.get("opportunity.stale"), Map.of("revision", opportunity.revision()));
        }
        if (opportunity.state().isFinal()) {
            throw new ConflictException(Texts.get("opportunity.elsewhere.ended"));
        }
        work.accept(opportunity);
        return opportunities.find(id).orElseThrow();
    }

    void requireKnown(String id) {
        opportunities.find(id).orElseThrow(() -> unknown(id));
    }

    private static UnknownException unknown(String id) {
        return new UnknownException(Texts.get("opportunity.unknown", id));
    }
}
