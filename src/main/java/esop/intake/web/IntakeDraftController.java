package esop.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import esop.identity.CurrentPerson;
import esop.intake.IntakeDrafts;
import esop.web.InvalidException;
import esop.web.Texts;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signed-on person's own draft of an intake, in whatever form the console likes. */
@RestController
@RequestMapping("/api/intakes/draft")
class IntakeDraftController {

    private static final int LONGEST = 50_000;

    private final IntakeDrafts drafts;
    private final CurrentPerson currentPerson;

    IntakeDraftController(IntakeDrafts drafts, CurrentPerson currentPerson) {
        this.drafts = drafts;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ResponseEntity<String> find() {
        return drafts.find(currentPerson.get().id())
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(content))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping
    Saved save(@RequestBody JsonNode content) {
        var text = content.toString();
        if (text.length() > LONGEST) {
            throw new InvalidException("", Texts.get("intake.invalid.draft-too-long"));
        }
        return new Saved(drafts.save(currentPerson.get().id(), text));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard() {
        drafts.discard(currentPerson.get().id());
    }

    record Saved(Instant savedAt) {}
}
