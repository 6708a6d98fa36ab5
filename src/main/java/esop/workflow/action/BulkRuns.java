package esop.workflow.action;

import esop.identity.CurrentPerson;
import esop.web.BadRequestException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody wants done with many tasks; each sees their own only. */
@Service
@Transactional
class BulkRuns {

    static final int MOST = 5_000;

    private final BulkRunRepository repository;
    private final CurrentPerson currentPerson;

    BulkRuns(BulkRunRepository repository, CurrentPerson currentPerson) {
        this.repository = repository;
        this.currentPerson = currentPerson;
    }

    public BulkRun start(BulkAction wish, @Nullable List<String> ids) {
        var tasks = ids == null ? List.<String>of() : ids.stream().distinct().toList();
        if (tasks.isEmpty() || tasks.size() > MOST) {
            throw new BadRequestException("ids", Texts.get("workflow.task.too-many", MOST));
        }
        var language = Texts.current().toLanguageTag();
        return find(repository.add(currentPerson.get().id(), language, wish, tasks));
    }

    @Transactional(readOnly = true)
    public BulkRun find(long id) {
        return repository
                .find(currentPerson.get().id(), id)
                .orElseThrow(() -> new UnknownException(Texts.get("workflow.task.unknown-run", String.valueOf(id))));
    }

    @Transactional(readOnly = true)
    public List<BulkRun> unfinished() {
        return repository.unfinished(currentPerson.get().id());
    }

    @Transactional(readOnly = true)
    public Page<BulkRun.Item> items(long id, @Nullable String state, Paging paging) {
        return repository.items(find(id).id(), state, paging);
    }

    public BulkRun stop(long id) {
        repository.stop(find(id).id());
        return find(id);
    }
}
