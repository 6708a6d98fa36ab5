package esop.sandbox.firstlevel;

import esop.sandbox.kernel.BackingSystem;

/** The group's ESOP above the provinces': it has network-wide products opened by all provinces they touch. */
final class FirstLevel {

    static final BackingSystem SYSTEM = new BackingSystem("first-level", "一级 ESOP", "First-level ESOP");
    static final String ORDERING = "productOrderingManagement/v4";

    private FirstLevel() {}
}
