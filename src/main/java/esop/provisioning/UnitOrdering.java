package esop.provisioning;

import esop.systems.Ordering;
import esop.systems.resourceordering.ResourceOrdering;
import esop.systems.serviceordering.ServiceOrdering;
import org.springframework.stereotype.Component;

/** By which API a unit is ordered, stopped and urged. */
@Component
class UnitOrdering {

    private final ResourceOrdering resources;
    private final ServiceOrdering services;

    UnitOrdering(ResourceOrdering resources, ServiceOrdering services) {
        this.resources = resources;
        this.services = services;
    }

    Ordering of(String unit) {
        return switch (Unit.of(unit)) {
            case EOMS -> resources;
            case PLATFORM, SI -> services;
        };
    }
}
