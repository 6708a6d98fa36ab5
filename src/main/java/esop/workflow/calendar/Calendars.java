package esop.workflow.calendar;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The calendars by which is counted now. Due times are counted often and calendars changed seldom: they are read once in a while. */
@Component
class Calendars {

    private record Known(CalendarSet calendars, long readAt) {}

    private final CalendarRepository repository;
    private final CalendarSettings settings;
    private volatile @Nullable Known known;

    Calendars(CalendarRepository repository, CalendarSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    CalendarSet current() {
        var current = known;
        if (current == null
                || System.nanoTime() - current.readAt() > settings.fresh().toNanos()) {
            current = new Known(repository.all(), System.nanoTime());
            known = current;
        }
        return current.calendars();
    }

    /** To be called where one is changed; other nodes know it when what they have read is no longer fresh. */
    void forget() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known = null;
            }
        });
    }
}
