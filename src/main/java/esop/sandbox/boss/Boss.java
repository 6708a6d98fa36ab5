package esop.sandbox.boss;

import esop.sandbox.kernel.BackingSystem;

/** Business support: it opens services at once, without a work order. */
final class Boss {

    static final BackingSystem SYSTEM = new BackingSystem("boss", "业务支撑 BOSS", "BOSS activation");
    static final String API = "ServiceActivationAndConfiguration/v4";

    private Boss() {}
}
