package esop.provisioning;

import esop.systems.Step;
import esop.systems.activation.ServiceActivation;
import org.springframework.stereotype.Component;

@Component
class UndoActivation implements Undo {

    private final ServiceActivation activation;

    UndoActivation(ServiceActivation activation) {
        this.activation = activation;
    }

    @Override
    public String of() {
        return "activate";
    }

    @Override
    public String by() {
        return "deactivate";
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        activation.deactivate(step, order.city(), order.product(), order.customerId(), undone);
    }
}
