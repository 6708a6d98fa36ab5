package esop.workflow.matter;

import esop.web.Page;
import esop.web.Paging;
import esop.workflow.matter.MatterController.Now;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StartController {

    private final Starts starts;

    StartController(Starts starts) {
        this.starts = starts;
    }

    /**
     * 我发起的: what one has begun, newest first.
     *
     * @param state {@code running} or {@code ended}; both where nothing is said
     */
    @GetMapping("/api/me/started")
    Page<Started> started(@RequestParam(required = false) @Nullable String state, Paging paging) {
        return starts.mine(state, paging);
    }

    /**
     * @param number of the order, intake, cancellation or opportunity
     * @param name what it is about, and with {@code stateName} what has become of it, where one may read it
     * @param state {@code running}, {@code completed} or {@code cancelled}
     * @param page of the console, or null
     * @param due when it was promised
     * @param now who has it; nobody while it is being worked on by itself, or where it has ended
     */
    record Started(
            String instanceId,
            @Nullable String number,
            String processName,
            @Nullable String name,
            @Nullable String stateName,
            String state,
            @Nullable String customerName,
            @Nullable String page,
            Instant started,
            @Nullable Instant due,
            @Nullable Instant ended,
            List<Now> now) {}
}
