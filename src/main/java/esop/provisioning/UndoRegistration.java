package esop.provisioning;

import esop.systems.Step;
import esop.systems.productinventory.ProductInventory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The CRM sets back all that one registration did: it knows what was there before, and whether it ever came. */
@Component
class UndoRegistration implements Undo {

    private final ProductInventory inventory;

    UndoRegistration(ProductInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public String of() {
        return Registrations.STEP;
    }

    @Override
    public String by() {
        return Registrations.UNDO;
    }

    @Override
    public Optional<String> obstacle(Effect effect) {
        return switch (effect.certainty()) {
            case "done", "doubtful" -> Optional.empty();
            case "running" -> Optional.of("doubtful");
            default -> Optional.of(effect.certainty());
        };
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        inventory.takeBack(step, order.city(), undone);
    }
}
