package esop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import esop.demo.Story.Deal;
import esop.demo.Story.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Lets the colleagues work on the province's opportunities, each until it has come as far as the story says. */
class DealTeller {

    /** Beyond the chapters of orders. */
    private static final int FIRST = 10_000;

    private static final int ROUNDS = 60;

    private final List<Deal> deals;
    private final Chapters chapters;
    private final Colleagues colleagues;

    DealTeller(List<Deal> deals, Chapters chapters, Colleagues colleagues) {
        this.deals = deals;
        this.chapters = chapters;
        this.colleagues = colleagues;
    }

    void tell() throws InterruptedException {
        var told = chapters.all();
        for (int i = 0; i < deals.size(); i++) {
            var before = told.get(FIRST + i);
            if (before == null || !before.told()) {
                var deal = deals.get(i);
                var id = before == null ? enter(i, deal) : before.orderId();
                chapters.ordered(FIRST + i, id);
                for (int round = 0; round < ROUNDS && !advance(id, deal); round++) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                var order = page(id, deal).path("orderId");
                chapters.dealt(FIRST + i, id, order.isTextual() ? order.asText() : null, deal.daysAgo());
            }
        }
    }

    private String enter(int number, Deal deal) {
        var by = colleagues.colleague(deal.by());
        var wish = new HashMap<String, Object>(Map.of(
                "customerId", by.customer(deal.customer()),
                "name", deal.name(),
                "need", deal.need(),
                "expectedRevenue", deal.revenue(),
                "offeringIds", deal.products()));
        if (deal.deadlineDays() != null) {
            wish.put(
                    "deadline",
                    LocalDate.now()
                            .plusDays(deal.deadlineDays() + deal.daysAgo())
                            .toString());
        }
        return by.enter("demo-deal-" + number, wish);
    }

    /** Whoever has something to do for it does it; true once it has come to where the story leaves it. */
    private boolean advance(String id, Deal deal) {
        var page = page(id, deal);
        return switch (page.get("waitsAt").asText()) {
            case "dispatch" -> dispatch(id, page, deal);
            case "stage" -> work(id, page, deal);
            case "approval" -> approve(id, page);
            default -> true;
        };
    }

    private boolean dispatch(String id, JsonNode page, Deal deal) {
        var owner = page.path("owner").asText("");
        if (deal.ending() == Outcome.NEW || owner.isEmpty() || owner.equals("null")) {
            return deal.ending() == Outcome.NEW || deal.ending() == Outcome.RETURNED;
        }
        var receiver = colleagues.colleague(owner);
        receiver.openTask(id, "opportunity-dispatch")
                .ifPresent(task -> receiver.complete(
                        task,
                        deal.ending() == Outcome.RETURNED
                                ? Map.of("reply", "return", "reason", "客户要求统一由总店对接，本片区无法办理")
                                : Map.of("reply", "take")));
        return false;
    }

    private boolean work(String id, JsonNode page, Deal deal) {
        var owner = colleagues.colleague(page.get("owner").asText());
        var stage = page.get("stage").asText();
        know(owner, id, stage, deal);
        if (stage.equalsIgnoreCase(deal.ending().name())) {
            return true;
        }
        if (stage.equals("contract") && deal.ending() == Outcome.UNSIGNED) {
            owner.act(id, "unsigned", "客户改由集团总部统一采购");
            return true;
        }
        prepare(owner, id, page, stage, deal);
        return false;
    }

    private void prepare(Colleague owner, String id, JsonNode page, String stage, Deal deal) {
        var solution = page.at("/solution/state").asText();
        var agreement = page.path("agreement").path("state").asText("");
        if (stage.equals("solution") && page.at("/solution/items").isEmpty()) {
            propose(owner, id, deal);
        } else if (stage.equals("solution") && solution.equals("draft")) {
            owner.act(id, "submit", "");
        } else if (stage.equals("contract") && agreement.isEmpty()) {
            owner.put(id, "agreement", agreement(id, deal));
            owner.sign(id, owner.offer(id));
        } else if (stage.equals("contract") && agreement.equals("draft")) {
            owner.act(id, "submit", "");
        } else {
            owner.act(id, "advance", "");
        }
    }

    private static void know(Colleague owner, String id, String stage, Deal deal) {
        var facts = new HashMap<String, Object>();
        switch (stage) {
            case "discovery" ->
                facts.putAll(Map.of("customerWilling", true, "timeWish", deal.need(), "ownResources", "sufficient"));
            case "requirement" ->
                facts.putAll(Map.of("needClear", true, "contactVisited", true, "solutionExists", true));
            case "solution" ->
                facts.putAll(Map.of(
                        "costAnalysis", "设备与施工由我方投入，专线资源已有",
                        "costAmount", deal.revenue() / 4,
                        "paybackMonths", 9,
                        "socialBenefit", "减少群众跑动次数，服务可追溯",
                        "riskAnalysis", "上线窗口紧，需预留割接时间"));
            default -> {}
        }
        if (!stage.equalsIgnoreCase(deal.ending().name())) {
            facts.putAll(
                    switch (stage) {
                        case "discovery" -> Map.of("budget", "confirmed");
                        case "requirement" -> Map.of("raiserVisited", true, "competition", "none");
                        case "solution" -> Map.of("decisionMakerAccepts", true);
                        default -> Map.<String, Object>of();
                    });
        } else if (stage.equals("solution")) {
            facts.put("trial", "planned");
        }
        if (deal.competitor() != null && stage.equals("requirement")) {
            facts.putAll(Map.of("competition", "known", "competitors", deal.competitor()));
        }
        if (deal.competitor() != null && stage.equals("solution")) {
            facts.putAll(Map.of("competitiveStrategy", "以试装和本地驻点服务取胜", "competitiveBenefit", "守住存量专线"));
        }
        if (!facts.isEmpty()) {
            owner.put(id, "facts", Map.of("facts", facts));
        }
    }

    private static void propose(Colleague owner, String id, Deal deal) {
        var items = deal.products().stream()
                .map(product -> Map.of("offeringId", product, "quantity", 1, "discount", 5))
                .toList();
        owner.put(id, "solution", Map.of("items", items, "note", "含安装调试与一年驻点服务"));
    }

    private static Map<String, Object> agreement(String id, Deal deal) {
        var endsInDays = deal.agreementEndsInDays();
        var today = LocalDate.now().plusDays(deal.daysAgo());
        var starts = endsInDays == null ? today.plusDays(3) : LocalDate.now().plusDays(3);
        var ends = endsInDays == null ? starts.plusYears(2) : today.plusDays(endsInDays);
        return Map.of(
                "number", "JS-" + starts.getYear() + "-" + id.substring(6),
                "starts", starts.toString(),
                "ends", ends.toString(),
                "signed", LocalDate.now().toString());
    }

    private boolean approve(String id, JsonNode page) {
        var city = page.get("city").asText();
        for (var approval : page.get("approvals")) {
            if (approval.path("vote").isNull() || approval.path("vote").isMissingNode()) {
                var role = approval.get("role").asText();
                var approver = colleagues.colleague(
                        List.of("finance", "legal", "manager").contains(role) ? role : role + "." + city);
                approver.openTask(id, "opportunity-approval")
                        .ifPresent(task -> approver.complete(task, Map.of("approval", "approve", "opinion", "同意")));
                return false;
            }
        }
        return false;
    }

    private JsonNode page(String id, Deal deal) {
        return colleagues.colleague(deal.by()).opportunity(id);
    }
}
