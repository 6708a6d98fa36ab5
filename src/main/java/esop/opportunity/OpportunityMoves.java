package esop.opportunity;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.FormRefusedException;
import esop.workflow.OpenTasks;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How an opportunity goes on, or ends (ESOP 6.3.1). Of two who move it at once, one wins; the other is told so.
 *
 * <p>Everything says which revision was seen, and throws {@link esop.web.UnknownException} when there is none, {@link ConflictException} where it
 * has changed since or is not where that can be done, {@link InvalidException} with a line per missing fact, and
 * {@link org.springframework.security.access.AccessDeniedException} where it is somebody else's.
 */
@Service
public class OpportunityMoves {

    private final OpportunityLock lock;
    private final OpportunityProcess process;
    private final OpportunityRights rights;
    private final StageWork stageWork;
    private final OpenTasks tasks;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    OpportunityMoves(
            OpportunityLock lock,
            OpportunityProcess process,
            OpportunityRights rights,
            StageWork stageWork,
            OpenTasks tasks,
            CurrentPerson currentPerson,
            AuditLog audit,
            TransactionOperations transaction) {
        this.lock = lock;
        this.process = process;
        this.rights = rights;
        this.stageWork = stageWork;
        this.tasks = tasks;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @param action {@code advance}, {@code return}, {@code collaborate}, {@code submit} or {@code unsigned}, as at the stage's form */
    public SalesOpportunity act(String id, @Nullable Integer revision, String action, Map<String, Object> data) {
        return moved(id, revision, opportunity -> {
            rights.requireAct(opportunity);
            var task = process.stageTask(opportunity)
                    .orElseThrow(
                            () -> new ConflictException(Texts.get("opportunity.elsewhere." + opportunity.waitsAt())));
            var filledIn = new HashMap<>(data);
            filledIn.put(OpportunityProcess.ACTION, action);
            process.completeStage(task, currentPerson.get(), filledIn);
        });
    }

    public SalesOpportunity terminate(String id, @Nullable Integer revision, String reason) {
        return moved(id, revision, opportunity -> {
            rights.requireEnd(opportunity);
            stageWork.terminate(id, reason);
            process.terminate(opportunity);
            audit.record("opportunity.terminate", "opportunity/" + id, opportunity.city(), Map.of("reason", reason));
        });
    }

    /** The engine works for the whole province; whose city it is was looked at before. */
    private SalesOpportunity moved(String id, @Nullable Integer revision, Consumer<SalesOpportunity> work) {
        try {
            transaction.executeWithoutResult(status -> lock.requireKnown(id));
            return DataScope.asSystem(() -> transaction.execute(status -> {
                tasks.hold(id);
                return lock.change(id, revision, work);
            }));
        } catch (FormRefusedException refused) {
            throw new InvalidException(refused.getMessage(), refused.errors());
        } catch (OptimisticLockingException overtaken) {
            throw new ConflictException(Texts.get("opportunity.stale"));
        }
    }
}
