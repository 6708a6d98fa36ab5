package esop.sandbox.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.BackingSystem;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Progress;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The gateway for short messages and e-mail; nothing leaves this machine. */
@Component
class CommunicationMessages implements TmfResource {

    private static final BackingSystem SYSTEM = new BackingSystem("messages", "短信与邮件", "Messages");
    private static final Kind KIND =
            new Kind(SYSTEM, "communicationManagement/v4", "communicationMessage", "消息", "Messages", "MSG-", "tmf681");
    private static final Set<String> OVER = Set.of("completed", "cancelled", "failed");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CREATE, Verb.PATCH, Verb.DELETE);
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle("state", "initial", List.of("inProgress"), "completed", "failed", "failed", OVER);
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        for (var receiver : record.path("receiver")) {
            if (!receiver.hasNonNull("phoneNumber")
                    && !receiver.hasNonNull("email")
                    && !receiver.hasNonNull("appUserId")) {
                throw Refusal.unprocessable("receiver: neither phoneNumber nor email nor appUserId");
            }
        }
        return lifecycle().first();
    }

    @Override
    public String patch(Stored before, ObjectNode record, ObjectNode patch) {
        if (OVER.contains(before.state())) {
            throw Refusal.notPossible("message " + before.id() + " is " + before.state());
        }
        return TmfResource.super.patch(before, record, patch);
    }

    /** Only what still waits in the queue can be taken back. */
    @Override
    public String delete(Stored before) {
        if (!before.state().equals("initial")) {
            throw Refusal.notPossible("message " + before.id() + " is " + before.state());
        }
        return "cancelled";
    }

    @Override
    public void entered(Stored message, String state, @Nullable String reason, Instant at, Progress progress) {
        switch (state) {
            case "inProgress" -> message.body().put("sendTime", at.toString());
            case "completed" -> message.body().put("sendTimeComplete", at.toString());
            case "failed" -> message.body().put("description", reason == null ? "not delivered" : reason);
            default -> {}
        }
    }
}
