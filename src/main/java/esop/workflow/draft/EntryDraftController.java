package esop.workflow.draft;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.springframework.web.bind.annotation.ResponseStatus;

/** The signed-on person's own draft of something they enter, in whatever form the console likes; each module gives it an address. */
public abstract class EntryDraftController {

    private static final int LONGEST = 200_000;

    private final EntryDrafts drafts;
    private final String entry;

    protected EntryDraftController(EntryDrafts drafts, String entry) {
        this.drafts = drafts;
        this.entry = entry;
    }

    @GetMapping
    ResponseEntity<String> find() {
        return drafts.find(entry)
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(content))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping
    Saved save(@RequestBody JsonNode content) {
        var text = content.toString();
        if (text.length() > LONGEST) {
            throw new InvalidException("", Texts.get("workflow.draft.too-long", LONGEST));
        }
        return new Saved(drafts.save(entry, text));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard() {
        drafts.discard(entry);
    }

    record Saved(Instant savedAt) {}
}
