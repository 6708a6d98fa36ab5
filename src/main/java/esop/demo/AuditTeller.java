package esop.demo;

import esop.demo.Story.Audit;
import java.util.Map;

/** Lets operations support compare a few orders with the other systems, where somebody has meanwhile changed what was kept of some. */
class AuditTeller {

    /** Beyond the chapters of orders, opportunities and goodbyes. */
    private static final int FIRST = 40_000;

    private final Story story;
    private final Chapters chapters;
    private final Colleagues colleagues;
    private final SandboxSwitches sandbox;

    AuditTeller(Story story, Chapters chapters, Colleagues colleagues, SandboxSwitches sandbox) {
        this.story = story;
        this.chapters = chapters;
        this.colleagues = colleagues;
        this.sandbox = sandbox;
    }

    void tell() {
        var told = chapters.all();
        for (int i = 0; i < story.audits().size(); i++) {
            var audit = story.audits().get(i);
            var order = told.get(audit.chapter());
            if (order != null && order.told() && told.get(FIRST + i) == null) {
                compare(audit, order.orderId());
                chapters.ordered(FIRST + i, order.orderId());
                chapters.told(FIRST + i, order.orderId(), 0);
            }
        }
    }

    private void compare(Audit audit, String orderId) {
        var operations =
                colleagues.colleague(story.chapters().get(audit.chapter()).colleague("operations"));
        if ("boss".equals(audit.system())) {
            sandbox.change("boss", "service", operations.made(orderId, "activate"), Map.of("state", audit.state()));
        } else if ("crm".equals(audit.system())) {
            var product = operations
                    .orderPage(orderId)
                    .at("/subscriptionOrders/0/crmId")
                    .asText();
            sandbox.change("crm", "product", product, Map.of("status", audit.state()));
        }
        operations.audit(orderId);
    }
}
