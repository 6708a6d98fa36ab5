package esop.sandbox.eoms;

import esop.sandbox.kernel.BackingSystem;

/** The network department: it builds, and it keeps the resources that building needs. */
final class Eoms {

    static final BackingSystem SYSTEM = new BackingSystem("eoms", "电子运维 EOMS", "EOMS network");
    static final String ORDERING = "resourceOrdering/v4";
    static final String POOLS = "resourcePoolManagement/v1";

    private Eoms() {}
}
