package esop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import esop.demo.Story.Chapter;
import esop.demo.Story.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.client.RestClient;

/** The people of the province, each signed on once, and what each does for an order when it is their turn. */
class Colleagues {

    private final RestClient esop;
    private final String password;
    private final Map<String, Colleague> signedOn = new HashMap<>();

    Colleagues(RestClient esop, String password) {
        this.esop = esop;
        this.password = password;
    }

    void share(Story.Template template) {
        colleague(template.by()).share(template);
    }

    /** What operations support looks at in the morning. */
    void keepFilters() {
        for (var city : List.of("nanjing", "suzhou", "wuxi")) {
            var operations = colleague("operations." + city);
            var group = "operations@" + city;
            operations.keep(Map.of("name", "今日到期", "view", "all", "due", "today", "sharedWith", group));
            operations.keep(Map.of("name", "专线", "view", "all", "q", "专线", "sharedWith", group));
        }
    }

    String customerOf(Chapter chapter) {
        return colleague(chapter.by()).customer(chapter.customer());
    }

    String order(int position, Chapter chapter) {
        return colleague(chapter.by()).order("demo-chapter-" + position, chapter);
    }

    /** Whoever has something to do for this order does it; true once the chapter has come to its ending. */
    boolean advance(String orderId, Chapter chapter) {
        return switch (chapter.ending()) {
            case TO_SIGN_OFF ->
                taskOf("work-order", orderId, chapter, "operations").isPresent();
            case REFUSED -> taskOf("fallout", orderId, chapter, "operations").isPresent();
            case TO_APPROVE -> isAskedFor(orderId, chapter);
            case SILENT -> isUnderWay(orderId, chapter);
            case WITHDRAWN -> isWithdrawn(orderId, chapter);
            case AT_PARTNER -> isAtPartner(orderId, chapter);
            case COMPLETED -> isCompleted(orderId, chapter);
            case CALLED_BACK -> isCompleted(orderId, chapter) && callBack(orderId, chapter);
        };
    }

    private boolean isCompleted(String orderId, Chapter chapter) {
        taskOf("work-order", orderId, chapter, "operations")
                .ifPresent(task -> colleague(chapter.colleague("operations"))
                        .complete(task, Map.of("signOff", "accept", "note", "现场测速达标，客户签字确认")));
        return "completed"
                .equals(colleague(chapter.by()).orderPage(orderId).get("state").asText());
    }

    private boolean callBack(String orderId, Chapter chapter) {
        var task = taskOf("order", orderId, chapter, "tele-manager");
        task.ifPresent(call -> colleague(chapter.colleague("tele-manager"))
                .complete(call, Map.of("satisfaction", chapter.satisfaction(), "remarks", "客户确认业务正常使用")));
        return task.isPresent();
    }

    /** By the unit that carries it out; what goes up to the first level has no work order here. */
    private boolean isUnderWay(String orderId, Chapter chapter) {
        var services = colleague(chapter.by()).orderPage(orderId).get("serviceOrders");
        if (chapter.unit() == Unit.FIRST_LEVEL) {
            return services.findValuesAsText("path").contains("network-wide-order");
        }
        return services.findValues("workOrders").stream()
                .flatMap(workOrders -> workOrders.findValuesAsText("state").stream())
                .anyMatch("inProgress"::equals);
    }

    private boolean isAtPartner(String orderId, Chapter chapter) {
        return colleague(chapter.by()).orderPage(orderId).findValues("workOrders").stream()
                .anyMatch(workOrders -> !workOrders.isEmpty());
    }

    private boolean isAskedFor(String orderId, Chapter chapter) {
        taskOf("fallout", orderId, chapter, "operations")
                .ifPresent(task -> colleague(chapter.colleague("operations"))
                        .complete(task, Map.of("action", "roll-back-item", "note", "客户机房改建，半年内不具备条件，本项先退")));
        return taskOf("resolution-approval", orderId, chapter, "approver").isPresent();
    }

    private boolean isWithdrawn(String orderId, Chapter chapter) {
        var seller = colleague(chapter.by());
        var state = seller.orderPage(orderId).get("state").asText();
        if (state.equals("inProgress") && isUnderWay(orderId, chapter)) {
            seller.withdraw(orderId, "校区合并，该楼不再使用");
        }
        return state.equals("cancelled");
    }

    /** What comes besides, once. */
    void amend(int position, String orderId, Chapter chapter) {
        if (chapter.added() != null) {
            colleague(chapter.by()).add("demo-amendment-" + position, orderId, chapter.added());
        }
    }

    private Optional<JsonNode> taskOf(String process, String orderId, Chapter chapter, String role) {
        return colleague(chapter.colleague(role)).task(orderId, process);
    }

    Colleague colleague(String id) {
        return signedOn.computeIfAbsent(id, person -> new Colleague(esop, person, password));
    }
}
