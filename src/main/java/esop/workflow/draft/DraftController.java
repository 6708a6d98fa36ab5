package esop.workflow.draft;

import esop.workflow.draft.Drafts.Draft;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks/{id}/draft")
class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** One's own draft, or the one that came with the task; 204 where there is neither. */
    @GetMapping
    ResponseEntity<Draft> draft(@PathVariable String id) {
        return drafts.of(id)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Keeps what differs from the form, unchecked. */
    @PutMapping
    Saved save(@PathVariable String id, @RequestBody Typed typed) {
        return new Saved(drafts.save(id, typed.data() == null ? Map.of() : typed.data()));
    }

    @PostMapping("/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String id) {
        drafts.take(id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id) {
        drafts.drop(id);
    }

    record Typed(@Nullable Map<String, Object> data) {}

    /** @param saved null where nothing differs from the form */
    record Saved(@Nullable Instant saved) {}
}
