package esop.systems.calls;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a system has a place free, a call is recorded as already claimed and given to a worker of this node right after the commit: nobody
 * has to look for it. If the node dies before, its lease brings it back as any other's does.
 */
@Component
class HandOver {

    interface Workers {

        void take(SystemCall call, Place place);
    }

    /**
     * @param claimedAt by {@link System#nanoTime}; the lease begins no earlier
     */
    record Place(BackingSystem system, SystemGuard guard, long claimedAt) {}

    private final BackingSystems systems;
    private final SystemGuards guards;
    private volatile @Nullable Workers workers;

    HandOver(BackingSystems systems, SystemGuards guards) {
        this.systems = systems;
        this.guards = guards;
    }

    void begin(Workers takers) {
        workers = takers;
    }

    void end() {
        workers = null;
    }

    /** Whoever gets one says what he has recorded for it with {@link #afterCommit}, or that there was nothing with {@link #leave}. */
    Optional<Place> place(String system) {
        return workers == null
                ? Optional.empty()
                : systems.find(system)
                        .map(known -> new Place(known, guards.of(known), System.nanoTime()))
                        .filter(place -> place.guard().tryEnter());
    }

    void leave(Place place) {
        place.guard().unused();
    }

    void afterCommit(SystemCall call, Place place) {
        TransactionSynchronizationManager.registerSynchronization(new Given(call, place));
    }

    /** Whether this call was recorded for a worker in this very transaction; then none gets it. */
    boolean takeBack(String key) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().stream()
                        .anyMatch(each -> each instanceof Given given && given.takeBack(key));
    }

    private final class Given implements TransactionSynchronization {

        private final SystemCall call;
        private final Place place;
        private boolean takenBack;

        private Given(SystemCall call, Place place) {
            this.call = call;
            this.place = place;
        }

        private boolean takeBack(String key) {
            takenBack = takenBack || call.key().equals(key);
            return call.key().equals(key);
        }

        @Override
        public void afterCompletion(int status) {
            var takers = workers;
            if (status == STATUS_COMMITTED && !takenBack && takers != null) {
                takers.take(call, place);
            } else {
                leave(place);
            }
        }
    }
}
