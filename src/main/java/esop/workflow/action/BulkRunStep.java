package esop.workflow.action;

import esop.identity.DataScope;
import esop.identity.OnBehalf;
import esop.web.Texts;
import esop.workflow.EngineOnBehalf;
import esop.workflow.action.BulkRun.Order;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Some tasks of one run. The run is held by one node for so long; each task is a transaction of its own, in which the action and its result
 * are written together, so that after a kill what is said to be done is done, and nothing is done twice.
 */
@Component
class BulkRunStep {

    private static final Logger LOG = LoggerFactory.getLogger(BulkRunStep.class);
    private static final int AT_ONCE = 20;

    private final BulkRunRepository repository;
    private final BulkActions actions;
    private final OnBehalf onBehalf;
    private final EngineOnBehalf engine;
    private final TransactionTemplate turn;
    private final TransactionTemplate alone;

    BulkRunStep(
            BulkRunRepository repository,
            BulkActions actions,
            OnBehalf onBehalf,
            EngineOnBehalf engine,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.actions = actions;
        this.onBehalf = onBehalf;
        this.engine = engine;
        this.turn = new TransactionTemplate(transactions);
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return false where there is nothing to do */
    boolean take() {
        return Boolean.TRUE.equals(turn.execute(status -> {
            var run = repository.claim();
            run.ifPresent(this::some);
            return run.isPresent();
        }));
    }

    private void some(Order order) {
        var waiting = repository.waiting(order.id(), AT_ONCE);
        if (waiting.isEmpty()) {
            repository.finish(order.id());
            repository.forget();
            return;
        }
        LocaleContextHolder.setLocale(Locale.forLanguageTag(order.language()));
        try {
            waiting.forEach(position -> one(order, position));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
        repository.hadItsTurn(order.id());
    }

    private void one(Order order, int position) {
        refusal(order, position)
                .ifPresent(detail -> alone.executeWithoutResult(
                        status -> repository.settle(order.id(), position, "failed", detail)));
    }

    private Optional<String> refusal(Order order, int position) {
        try {
            return onBehalf.of(
                    order.person(),
                    () -> engine.of(
                            order.person(),
                            () -> BulkActions.attempt(() -> DataScope.asSystem(
                                    () -> alone.executeWithoutResult(status -> act(order, position))))));
        } catch (AccessDeniedException gone) {
            return Optional.of(Texts.get("web.detail.forbidden"));
        } catch (RuntimeException failure) {
            LOG.warn("item {} of bulk run {} failed", position, order.id(), failure);
            return Optional.of(Texts.get("workflow.task.bulk-broken"));
        }
    }

    /** Whoever stops the run waits here until this one is done, or comes first and leaves nothing to do. */
    private void act(Order order, int position) {
        repository.settle(order.id(), position, "done", null).ifPresent(task -> actions.act(order.wish(), task));
    }
}
