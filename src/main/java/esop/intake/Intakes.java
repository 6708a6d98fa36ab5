package esop.intake;

import esop.ordering.NewOrder;
import esop.web.Page;
import esop.web.Paging;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What other code may ask about intakes; all within the current person's data scope. */
public interface Intakes {

    /** @param isNew false where the same client had sent it before */
    record Taken(Intake intake, boolean isNew) {}

    /**
     * Takes one in and starts its process, both or neither; handled at once where the wish says what came of it.
     *
     * @throws esop.web.InvalidException with a line per wrong field
     * @throws esop.web.ConflictException where the client has used the number for something else
     */
    Taken enter(NewIntake wish);

    /** What the rule says of a request that is only being entered. */
    Route route(IntakeKind kind, List<String> offeringIds, @Nullable String city, @Nullable String customerId);

    /** @param channels that could be chosen instead, where the customer may choose */
    record Route(Channel contact, Routing routing, List<Channel> channels) {}

    Optional<Intake> find(String id);

    /** Those that this order or opportunity came of. */
    List<Intake> before(String number);

    /** @param paging sorted by {@code created} (newest first where nothing is said), {@code id}, {@code customerName}, {@code kind},
     *     {@code state} or {@code ended} */
    Page<Intake> list(IntakeFilter filter, Paging paging);

    /** Every matching one, newest first, one at a time. */
    void each(IntakeFilter filter, Consumer<Intake> reader);

    /** What happened to it, oldest first. */
    List<IntakeEvent> events(String id);

    /** What every channel wrote down, oldest first. */
    List<Note> notes(String id);

    /** By id: where each of these waits, and what the current person may do with it. */
    Map<String, Standing> standing(Collection<Intake> intakes);

    /**
     * How one stands, for the current person.
     *
     * @param task the open task
     * @param part whether one of the person's channels has a part in it, so that all of it is shown
     * @param actions of the person: {@code handle}, {@code order}, {@code opportunity}, {@code return}, {@code pass}, {@code help},
     *     {@code answer}, {@code match}, {@code take-back}, {@code edit}, {@code note}, {@code withdraw}
     */
    record Standing(esop.workflow.OpenTasks.@Nullable OpenTask task, boolean part, Set<String> actions) {}

    /** Channels it can be handed to, or that can be asked to help. */
    List<Channel> others(Intake intake);

    /**
     * Everything that changes one says which revision it has seen.
     *
     * @throws esop.web.UnknownException when there is none
     * @throws esop.web.ConflictException where it has changed since, is in somebody else's hands, or is not where that can be done
     * @throws esop.web.InvalidException with a line per wrong field
     * @throws org.springframework.security.access.AccessDeniedException where it is another channel's
     */
    Intake amend(String id, NewIntake wish);

    Intake note(String id, String text);

    /** @param action {@code handle}, {@code return}, {@code pass}, {@code help}, {@code answer} or {@code match}, as at the open task's form */
    Intake act(String id, @Nullable Integer revision, String action, Map<String, Object> data);

    /** Places this order, and the intake is handled: both or neither. */
    Intake order(String id, @Nullable Integer revision, NewOrder order);

    /** The contact channel takes it back from whoever has it. */
    Intake takeBack(String id, @Nullable Integer revision);

    /** The customer does not want it any more. */
    Intake withdraw(String id, @Nullable Integer revision, String reason);
}
