package esop.ordering;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what customers say when they are called back (回访). */
@Service
class ReturnCalls {

    private final ProductOrderRepository orders;
    private final ReturnCallRepository calls;
    private final OrderEvents events;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    ReturnCalls(
            ProductOrderRepository orders,
            ReturnCallRepository calls,
            OrderEvents events,
            CurrentPerson currentPerson,
            Clock clock) {
        this.orders = orders;
        this.calls = calls;
        this.events = events;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    @Transactional
    void record(String orderId, String satisfaction, @Nullable String remarks) {
        var order = orders.find(orderId).orElseThrow();
        var caller = currentPerson.find().map(Person::id).orElse(null);
        calls.insert(order, new ReturnCall(clock.instant(), caller, satisfaction, remarks));
        events.add(order, "return-call.recorded", caller, orderId, Map.of("satisfaction", satisfaction));
    }
}
