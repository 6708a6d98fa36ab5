package esop.north;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.Flows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** TMF701 4.1.0 processFlow and taskFlow, to be read. */
@RestController
@RequestMapping(FlowWords.API + "/processFlow")
class ProcessFlowController {

    private final Flows flows;
    private final FlowWords words;

    ProcessFlowController(Flows flows, FlowWords words) {
        this.flows = flows;
        this.words = words;
    }

    @GetMapping
    ResponseEntity<List<ObjectNode>> list(@RequestParam Map<String, String> query) {
        var filter = FlowListing.flows(query);
        return Slice.of(query)
                .of(paging -> flows.list(filter, paging))
                .answer(flow -> Attributes.only(query.get("fields"), words.body(flow)));
    }

    @GetMapping("/{id}")
    ObjectNode one(@PathVariable String id, @RequestParam(required = false) @Nullable String fields) {
        return Attributes.only(fields, words.body(known(id)));
    }

    @GetMapping("/{id}/taskFlow")
    ResponseEntity<List<ObjectNode>> tasks(@PathVariable String id, @RequestParam Map<String, String> query) {
        var states = FlowListing.tasks(query);
        return Slice.of(query)
                .of(flows.tasks(known(id).id()).stream()
                        .filter(task -> states.isEmpty() || states.contains(task.state()))
                        .toList())
                .answer(task -> Attributes.only(query.get("fields"), words.body(task)));
    }

    @GetMapping("/{id}/taskFlow/{taskId}")
    ObjectNode task(
            @PathVariable String id,
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String fields) {
        return flows.task(known(id).id(), taskId)
                .map(task -> Attributes.only(fields, words.body(task)))
                .orElseThrow(() -> new UnknownException(Texts.get("north.unknown-task-flow", taskId, id)));
    }

    private Flows.Flow known(String id) {
        return flows.find(id).orElseThrow(() -> new UnknownException(Texts.get("north.unknown-flow", id)));
    }
}
