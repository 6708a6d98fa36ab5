package esop.workflow.action;

import esop.web.BadRequestException;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.inbox.Comments;
import esop.workflow.inbox.Inbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** One of many tasks: it stands for itself, and a refusal is a result. */
@Component
class BulkActions {

    private final Inbox inbox;
    private final Delegations delegations;
    private final Copies copies;
    private final TaskUrges urges;
    private final FollowUps followUps;
    private final Comments comments;

    BulkActions(
            Inbox inbox,
            Delegations delegations,
            Copies copies,
            TaskUrges urges,
            FollowUps followUps,
            Comments comments) {
        this.inbox = inbox;
        this.delegations = delegations;
        this.copies = copies;
        this.urges = urges;
        this.followUps = followUps;
        this.comments = comments;
    }

    /**
     * @param work carries the action out, in a transaction of its own
     * @return why it was refused; empty where it is done
     */
    static Optional<String> attempt(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (BadRequestException refused) {
            return Optional.of(words(refused.getMessage(), refused.errors()));
        } catch (InvalidException refused) {
            return Optional.of(words(refused.getMessage(), refused.errors()));
        } catch (UnknownException | ConflictException refused) {
            return Optional.of(refused.getMessage());
        } catch (AccessDeniedException refused) {
            return Optional.of(Texts.get("web.detail.forbidden"));
        }
    }

    void act(BulkAction wish, String id) {
        switch (wish.action()) {
            case "claim" -> inbox.claim(id, null);
            case "unclaim" -> inbox.unclaim(id, wish.reason(), null);
            case "assign" -> inbox.assign(id, String.valueOf(wish.to()), wish.reason(), null);
            case "delegate" -> delegations.delegate(id, String.valueOf(wish.to()), wish.reason(), null);
            case "complete" -> inbox.complete(id, wish.data() == null ? Map.of() : wish.data(), null);
            case "cc" -> copies.send(id, List.of(String.valueOf(wish.to())), wish.reason());
            case "comment" -> comments.add(id, wish.reason(), List.of());
            case "urge" -> urges.urge(id, wish.reason());
            default -> followUps.putOff(id, wish.on(), wish.reason(), null);
        }
    }

    private static String words(String message, List<FieldError> errors) {
        return errors.isEmpty()
                ? message
                : errors.stream().map(FieldError::message).distinct().collect(Collectors.joining(" "));
    }
}
