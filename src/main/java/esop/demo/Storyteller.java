package esop.demo;

import esop.demo.Story.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Lets the colleagues of the province live through the story: the ordinary chapters side by side, the special ones alone. */
class Storyteller {

    private static final int IN_A_HURRY = 150;
    private static final int AS_USUAL = 1500;
    private static final int ROUNDS = 400;

    private record OpenChapter(int position, Chapter chapter, String orderId) {}

    private final Story story;
    private final Chapters chapters;
    private final Colleagues colleagues;
    private final SandboxSwitches sandbox;
    private final IntConsumer progress;

    Storyteller(Story story, Chapters chapters, Colleagues colleagues, SandboxSwitches sandbox, IntConsumer progress) {
        this.story = story;
        this.chapters = chapters;
        this.colleagues = colleagues;
        this.sandbox = sandbox;
        this.progress = progress;
    }

    void tell() throws InterruptedException {
        story.templates().forEach(colleagues::share);
        colleagues.keepFilters();
        new DealTeller(story.deals(), chapters, colleagues).tell();
        new IntakeTeller(story.visits(), chapters, colleagues).tell();
        try {
            answerAfter(IN_A_HURRY);
            liveUntilTheirEndings(order(position -> !needsASwitch(position)));
            for (int position = 0; position < story.chapters().size(); position++) {
                if (needsASwitch(position)) {
                    setSwitch(story.chapters().get(position));
                    var alone = position;
                    liveUntilTheirEndings(order(other -> other == alone));
                }
            }
            new GoodbyeTeller(story, chapters, colleagues).tell();
            new AuditTeller(story, chapters, colleagues, sandbox).tell();
        } finally {
            answerAfter(AS_USUAL);
        }
    }

    private void answerAfter(int milliseconds) {
        for (var unit : Story.Unit.values()) {
            sandbox.answerAfter(unit.system(), milliseconds);
        }
    }

    private boolean needsASwitch(int position) {
        return switch (story.chapters().get(position).ending()) {
            case SILENT, REFUSED, TO_APPROVE, WITHDRAWN -> true;
            case CALLED_BACK, COMPLETED, TO_SIGN_OFF, AT_PARTNER -> false;
        };
    }

    private void setSwitch(Chapter chapter) {
        var unit = chapter.unit();
        var mode = switch (chapter.ending()) {
            case REFUSED, TO_APPROVE -> "refuse";
            default -> "by-hand";
        };
        sandbox.strikeNext(unit.system(), unit.resource() + ".create", mode, colleagues.customerOf(chapter));
    }

    private List<OpenChapter> order(IntPredicate chosen) {
        var told = chapters.all();
        var open = new ArrayList<OpenChapter>();
        for (int position = 0; position < story.chapters().size(); position++) {
            var before = told.get(position);
            if (chosen.test(position) && (before == null || !before.told())) {
                var chapter = story.chapters().get(position);
                var orderId = before == null ? colleagues.order(position, chapter) : before.orderId();
                chapters.ordered(position, orderId);
                open.add(new OpenChapter(position, chapter, orderId));
            }
        }
        return open;
    }

    private void liveUntilTheirEndings(List<OpenChapter> open) throws InterruptedException {
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            open.removeIf(this::hasReachedItsEnding);
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private boolean hasReachedItsEnding(OpenChapter open) {
        if (!colleagues.advance(open.orderId(), open.chapter())) {
            return false;
        }
        colleagues.amend(open.position(), open.orderId(), open.chapter());
        chapters.told(open.position(), open.orderId(), open.chapter().daysAgo());
        progress.accept(chapters.countTold());
        return true;
    }
}
