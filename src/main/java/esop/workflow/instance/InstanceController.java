package esop.workflow.instance;

import esop.web.Page;
import esop.web.Paging;
import esop.workflow.TaskHistory.Entry;
import esop.workflow.instance.Incidents.Failure;
import esop.workflow.instance.Instances.DiagramWithState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/instances")
class InstanceController {

    private final Instances instances;
    private final Incidents incidents;

    InstanceController(Instances instances, Incidents incidents) {
        this.instances = instances;
        this.incidents = incidents;
    }

    /**
     * @param overdue only those with a task that is late, or only those without
     * @param startedBy {@code me}: what one has begun oneself
     */
    @GetMapping
    Page<Instance> instances(
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String businessKey,
            @RequestParam(required = false) @Nullable String startedBy,
            Paging paging) {
        return instances.page(process, state, overdue, businessKey, startedBy, paging);
    }

    @GetMapping("/incidents")
    Page<Failure> incidents(Paging paging) {
        return incidents.page(paging);
    }

    @GetMapping("/{id}")
    Instance instance(@PathVariable String id) {
        return instances.get(id);
    }

    @GetMapping("/{id}/timeline")
    List<Entry> timeline(@PathVariable String id) {
        return instances.timeline(id);
    }

    @GetMapping("/{id}/diagram")
    DiagramWithState diagram(@PathVariable String id) {
        return instances.diagram(id);
    }
}
