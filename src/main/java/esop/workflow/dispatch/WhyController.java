package esop.workflow.dispatch;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 为什么派给我 */
@RestController
@RequestMapping("/api/tasks/{id}/why")
class WhyController {

    private final TaskReasons reasons;

    WhyController(TaskReasons reasons) {
        this.reasons = reasons;
    }

    /** TaskReason the task came to its owner and its due time, to whoever may see it; closed ones too. */
    @GetMapping
    List<TaskReason> why(@PathVariable String id) {
        return reasons.of(id);
    }
}
