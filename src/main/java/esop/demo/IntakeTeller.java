package esop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import esop.demo.Story.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets the channels take in what the province's customers ask for, each until it has come as far as the story says. */
class IntakeTeller {

    /** Beyond the chapters of orders and opportunities. */
    private static final int FIRST = 20_000;

    private final List<Visit> visits;
    private final Chapters chapters;
    private final Colleagues colleagues;

    IntakeTeller(List<Visit> visits, Chapters chapters, Colleagues colleagues) {
        this.visits = visits;
        this.chapters = chapters;
        this.colleagues = colleagues;
    }

    void tell() {
        var told = chapters.all();
        for (int i = 0; i < visits.size(); i++) {
            var before = told.get(FIRST + i);
            if (before == null || !before.told()) {
                var visit = visits.get(i);
                var by = colleagues.colleague(visit.by());
                var id = before == null ? by.takeIn("demo-visit-" + i, wish(by, visit)) : before.orderId();
                chapters.ordered(FIRST + i, id);
                var page = by.intake(id);
                if (!page.get("waitsAt").asText().equals("ended")) {
                    goOn(id, page, visit);
                }
                chapters.visited(FIRST + i, id, visit.daysAgo());
            }
        }
    }

    private static Map<String, Object> wish(Colleague by, Visit visit) {
        var wish = new HashMap<String, Object>(Map.of(
                "kind", visit.kind(),
                "offeringIds", visit.products(),
                "need", visit.need(),
                "contactPhone", visit.phone()));
        if (visit.city() == null) {
            wish.put("customerId", by.customer(visit.customer()));
        } else {
            wish.put("customerName", visit.customer());
            wish.put("city", visit.city());
        }
        if (visit.note() != null) {
            wish.put("note", visit.note());
        }
        if (visit.ending() == Story.Handled.ANSWERED) {
            wish.put("outcome", "answered");
            wish.put("result", visit.words());
        }
        return wish;
    }

    private void goOn(String id, JsonNode page, Visit visit) {
        var by = colleagues.colleague(visit.by());
        switch (visit.ending()) {
            case RETURNED -> holder(page).actOn(id, Map.of("action", "return", "reason", visit.words()));
            case HELPED -> holder(page).actOn(id, Map.of("action", "help", "channel", "hall", "ask", visit.words()));
            case OPPORTUNITY -> by.actOn(id, Map.of("action", "handle", "outcome", "opportunity"));
            case ORDERED -> by.orderFor(id, page.get("customerId").asText(), visit.products());
            case WITHDRAWN -> by.withdrawIntake(id, visit.words());
            case ANSWERED, WAITING -> {}
        }
    }

    private Colleague holder(JsonNode page) {
        var holder = page.path("holder").asText("");
        return colleagues.colleague(
                holder.isEmpty() || holder.equals("null")
                        ? page.get("handling").asText() + "." + page.get("city").asText()
                        : holder);
    }
}
