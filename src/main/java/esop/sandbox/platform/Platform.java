package esop.sandbox.platform;

import esop.sandbox.kernel.BackingSystem;

/** Hosts the applications that customers hire (ADC): it opens them in a workflow of its own and can test what it has opened. */
final class Platform {

    static final BackingSystem SYSTEM = new BackingSystem("platform", "业务平台", "Business platform");
    static final String ORDERING = "serviceOrdering/v4";
    static final String TESTING = "serviceTestManagement/v4";

    private Platform() {}
}
