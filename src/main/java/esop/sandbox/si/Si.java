package esop.sandbox.si;

import esop.sandbox.kernel.BackingSystem;

/** An integrator's own system: it makes appointments with customers and installs at their places. */
final class Si {

    static final BackingSystem SYSTEM = new BackingSystem("si", "集成商系统", "System integrator");
    static final String ORDERING = "serviceOrdering/v4";
    static final String APPOINTMENTS = "appointment/v4";

    private Si() {}
}
