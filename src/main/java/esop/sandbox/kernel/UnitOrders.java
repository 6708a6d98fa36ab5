package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Orders that a unit works on by a day; urged by a note and a priority (催单). */
public abstract class UnitOrders extends Orders {

    protected UnitOrders(Kind kind, String items, String master, String author) {
        super(kind, items, master, author);
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        requireItems(record);
        if (record.hasNonNull("requestedCompletionDate")) {
            record.set("expectedCompletionDate", record.get("requestedCompletionDate"));
        }
        return super.prepare(record, asked);
    }

    /** An urge is known by its note. */
    @Override
    public @Nullable String externalIdOf(ObjectNode body) {
        return Urging.noteIn(body);
    }

    @Override
    protected void check(ObjectNode patch) {
        Urging.check(patch);
    }

    @Override
    protected void dates(ObjectNode order, String state, Instant at) {
        if (state.equals("inProgress")) {
            order.put("startDate", at.toString());
        }
        super.dates(order, state, at);
    }
}
