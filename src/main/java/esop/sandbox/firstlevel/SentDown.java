package esop.sandbox.firstlevel;

import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the first level has ordered of ESOP, with the state it last heard of; only ESOP moves it. */
@Component
@Order(3)
class SentDown implements TmfResource {

    static final Kind KIND =
            new Kind(FirstLevel.SYSTEM, "sentDown/v4", "orderSentDown", "下发订单", "Orders sent down", "FL-DN-", null);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of();
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("state", "acknowledged");
    }
}
