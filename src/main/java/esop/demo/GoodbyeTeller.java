package esop.demo;

import esop.demo.Story.Goodbye;
import esop.demo.Story.Goodbye.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Lets customers end what they subscribe to, each as far as the story says. */
class GoodbyeTeller {

    /** Beyond the chapters of orders and opportunities. */
    private static final int FIRST = 30_000;

    private static final int ROUNDS = 60;

    private final List<Goodbye> goodbyes;
    private final Chapters chapters;
    private final Colleagues colleagues;

    GoodbyeTeller(Story story, Chapters chapters, Colleagues colleagues) {
        this.goodbyes = story.goodbyes();
        this.chapters = chapters;
        this.colleagues = colleagues;
    }

    void tell() throws InterruptedException {
        var told = chapters.all();
        for (int i = 0; i < goodbyes.size(); i++) {
            var before = told.get(FIRST + i);
            if (before == null || !before.told()) {
                var goodbye = goodbyes.get(i);
                var id = before == null ? enter(i, goodbye) : before.orderId();
                chapters.ordered(FIRST + i, id);
                for (int round = 0; round < ROUNDS && !advance(id, goodbye); round++) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
                chapters.told(FIRST + i, id, 0);
            }
        }
    }

    private String enter(int number, Goodbye goodbye) throws InterruptedException {
        var by = colleagues.colleague(goodbye.by());
        var customer = by.customer(goodbye.customer());
        if (goodbye.deal() != null) {
            open(customer, goodbye.deal(), goodbye);
        }
        return by.cancel(
                "demo-goodbye-" + number,
                Map.of(
                        "customerId", customer,
                        "subscriptionIds",
                                List.of(by.subscription(customer, goodbye.product())
                                        .orElseThrow()),
                        "reason", goodbye.reason()));
    }

    /** What was sold is opened, and then lies in the past. */
    private void open(String customer, String deal, Goodbye goodbye) throws InterruptedException {
        var by = colleagues.colleague(goodbye.by());
        var sold = by.converted(customer, deal).orElseThrow();
        var order = sold.get("orderId").asText();
        var operations = colleagues.colleague(goodbye.colleague("operations"));
        for (int round = 0; round < ROUNDS && !isCompleted(by, order); round++) {
            operations
                    .task(order, "work-order")
                    .ifPresent(task -> operations.complete(task, Map.of("signOff", "accept", "note", "客户签字确认")));
            TimeUnit.MILLISECONDS.sleep(200);
        }
        if (Instant.parse(sold.get("created").asText()).isAfter(Instant.now().minus(Duration.ofDays(1)))) {
            chapters.soldBack(sold.get("id").asText(), order, goodbye.daysAgo());
        }
    }

    private static boolean isCompleted(Colleague by, String order) {
        return by.orderPage(order).get("state").asText().equals("completed");
    }

    /** True once it has come to where the story leaves it. */
    private boolean advance(String id, Goodbye goodbye) {
        var by = colleagues.colleague(goodbye.by());
        var state = by.cancellationState(id);
        if (goodbye.ending() == Stage.APPROVAL && (state.equals("retention") || state.equals("settlement"))) {
            by.openTask(id, "penalty-settlement")
                    .ifPresent(task -> by.complete(
                            task,
                            state.equals("retention")
                                    ? Map.of("retention", "leaves", "retentionNote", "提出免三个月月租并升速，客户分厂确已停产")
                                    : Map.of(
                                            "choice", "waive",
                                            "waived", 3_000,
                                            "waiverReason", "客户本部专线与考勤平台仍在网，年收入四万余元")));
            return false;
        }
        return goodbye.ending() != Stage.ENDED || state.equals("completed");
    }
}
