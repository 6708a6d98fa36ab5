package esop.workflow.action;

import esop.identity.DataScope;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * One action on some tasks, whose results are waited for. Each stands for itself: one that fails changes nothing about the others, and may be
 * tried again alone. For more of them than one waits for there are {@link BulkRuns}.
 */
@RestController
class BulkController {

    private static final int MOST_AT_ONCE = 200;

    private final BulkActions actions;
    private final TransactionTemplate alone;

    BulkController(BulkActions actions, PlatformTransactionManager transactions) {
        this.actions = actions;
        this.alone = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @PostMapping("/api/tasks/bulk")
    Results bulk(@RequestBody Bulk bulk) {
        var wish = BulkAction.of(bulk.action(), bulk.to(), bulk.reason(), bulk.data(), bulk.on());
        if (bulk.ids() == null || bulk.ids().size() > MOST_AT_ONCE) {
            throw new BadRequestException("ids", Texts.get("workflow.task.too-many", MOST_AT_ONCE));
        }
        return new Results(
                bulk.ids().stream().distinct().map(id -> one(wish, id)).toList());
    }

    private Result one(BulkAction wish, String id) {
        var refused = BulkActions.attempt(
                () -> DataScope.asSystem(() -> alone.executeWithoutResult(status -> actions.act(wish, id))));
        return new Result(id, refused.isEmpty(), refused.orElse(null));
    }

    /**
     * @param to whom, of assign, delegate and cc
     * @param reason why; of comment what is said
     * @param data what is filled in, of complete
     * @param on the day, of follow-up
     */
    record Bulk(
            @Nullable String action,
            @Nullable List<String> ids,
            @Nullable String to,
            @Nullable String reason,
            @Nullable Map<String, Object> data,
            @Nullable LocalDate on) {}

    record Results(List<Result> results) {}

    record Result(String id, boolean ok, @Nullable String detail) {}
}
