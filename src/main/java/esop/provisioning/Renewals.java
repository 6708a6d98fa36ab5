package esop.provisioning;

import esop.provisioning.FalloutRepository.Decided;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 回退后重办: a service order that was rolled back is opened anew under an id of its own, so that no effect of the first is taken for one of the second. */
@Component
class Renewals {

    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d+)");

    private final ServiceOrderRepository repository;
    private final FalloutRepository fallouts;
    private final RollbackRepository rollbacks;

    Renewals(ServiceOrderRepository repository, FalloutRepository fallouts, RollbackRepository rollbacks) {
        this.repository = repository;
        this.fallouts = fallouts;
        this.rollbacks = rollbacks;
    }

    /** Not where something could not be taken back: it would then be there twice. */
    boolean isDue(String serviceOrderId) {
        return fallouts.lastGivenUp(serviceOrderId).filter(Decided::renewed).isPresent()
                && !rollbacks.isIncomplete(serviceOrderId);
    }

    /** @return the id of the new one */
    String renew(NewServiceOrder facts, String name) {
        var id = next(facts.id());
        repository.add(facts.as(id), name);
        repository.replace(facts, id);
        return id;
    }

    private static String next(String id) {
        var numbered = NUMBERED.matcher(id);
        return numbered.matches() ? numbered.group(1) + "-" + (Integer.parseInt(numbered.group(2)) + 1) : id + "-2";
    }
}
