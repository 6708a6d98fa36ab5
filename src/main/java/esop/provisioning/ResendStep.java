package esop.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One item of a run, one transaction: sent again, or looked at; what a canary tells decides about the others of its kind. */
@Component
class ResendStep {

    private static final Logger LOG = LoggerFactory.getLogger(ResendStep.class);
    private static final int MOST_TRIES = 30;
    private static final Duration AT_FIRST = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration MUCH_LATER = Duration.ofMinutes(1);
    private static final Duration AT_MOST = Duration.ofDays(1);

    private final ResendRepository repository;
    private final Fallouts fallouts;
    private final ProvisioningSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    ResendStep(
            ResendRepository repository,
            Fallouts fallouts,
            ProvisioningSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.repository = repository;
        this.fallouts = fallouts;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return false where nothing is due */
    boolean take() {
        var claimed = new AtomicReference<ResendItem>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                repository.claim().ifPresent(item -> {
                    claimed.set(item);
                    work(item);
                });
                return claimed.get() != null;
            }));
        } catch (RuntimeException failure) {
            var item = claimed.get();
            if (item == null) {
                throw failure;
            }
            LOG.info("{} of {} has to wait: {}", item.fallout(), item.run(), failure.toString());
            transaction.executeWithoutResult(status -> repository.couldNotBegin(item));
            return true;
        }
    }

    private void work(ResendItem item) {
        if (item.isWaiting()) {
            send(item);
        } else {
            look(item);
        }
    }

    private void send(ResendItem item) {
        var resent = item.tries() < MOST_TRIES ? fallouts.resend(item.fallout(), item.person(), item.note()) : null;
        if (resent == null) {
            skip(item, "busy");
            return;
        }
        switch (resent) {
            case YES -> repository.asked(item);
            case RESOLVED -> skip(item, "resolved");
            case HELD -> skip(item, "held");
            case NOT_YET -> repository.couldNotBegin(item);
        }
    }

    private void skip(ResendItem item, String reason) {
        repository.settle(item, "skipped", reason, null, null);
        if (item.canary()) {
            repository.anotherCanary(item);
        }
    }

    private void look(ResendItem item) {
        var truth = repository.truth(item.fallout());
        var now = clock.instant();
        if (truth.isKnown()) {
            repository.settle(item, truth.state(), null, truth.message(), null);
        } else if (item.isLongerThan(settings.resendPatience(), now)) {
            repository.settle(item, "unknown", null, null, item.isLongerThan(AT_MOST, now) ? null : MUCH_LATER);
        } else {
            var pause = item.isLongerThan(Duration.ofSeconds(30), now) ? LATER : AT_FIRST;
            repository.lookAgain(item, truth.accepted(), pause);
        }
        if (item.canary()) {
            conclude(item, truth, now);
        }
    }

    private void conclude(ResendItem canary, ResendTruth truth, Instant now) {
        if (truth.state().equals("fixed") || truth.accepted()) {
            repository.release(canary);
        } else if (truth.isKnown()) {
            repository.stop(canary.run(), canary.fingerprint(), "canary-failed");
        } else if (canary.isLongerThan(settings.resendPatience(), now)) {
            repository.stop(canary.run(), canary.fingerprint(), "canary-unknown");
        }
    }
}
