package esop.sandbox.crm;

import esop.sandbox.kernel.BackingSystem;

/** Customer relations: it knows the customers and what they subscribe to, and keeps a mirror of their orders. */
final class Crm {

    static final BackingSystem SYSTEM = new BackingSystem("crm", "客户关系 CRM", "CRM");
    static final String INVENTORY = "productInventory/v4";

    private Crm() {}
}
