package esop.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.catalog.Catalog;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person may decide about a fallout, and with which characteristics it is sent again. */
@Component
class Corrections {

    private static final Set<String> WITHOUT_CHARACTERISTICS = Set.of("release", "withdraw", SignOffChecks.STEP);

    private final Catalog catalog;
    private final ObjectMapper json;

    Corrections(Catalog catalog, ObjectMapper json) {
        this.catalog = catalog;
        this.json = json;
    }

    /** Where nothing was sent, or nothing that says how the product is to be, there is nothing to correct. */
    static boolean isCorrectable(Fallout fallout) {
        return fallout.generation() > 0 && !WITHOUT_CHARACTERISTICS.contains(fallout.step());
    }

    void check(Fallout fallout, @Nullable String action, @Nullable String note) {
        if (action == null || !List.of("retry", "correct", "manual", "abort").contains(action)) {
            throw new InvalidException("action", Texts.get("provisioning.fallout-action-missing"));
        }
        if (action.equals("correct") && !isCorrectable(fallout)) {
            throw new InvalidException("action", Texts.get("provisioning.fallout-nothing-to-correct"));
        }
        if ((action.equals("manual") || action.equals("abort")) && (note == null || note.isBlank())) {
            throw new InvalidException("note", Texts.get("provisioning.fallout-note-missing"));
        }
    }

    /** @param text a JSON object of characteristics */
    Map<String, Object> read(String product, @Nullable String text) {
        Map<String, Object> characteristics;
        try {
            characteristics = json.readValue(text == null ? "" : text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new InvalidException("characteristics", Texts.get("provisioning.characteristics-unreadable"));
        }
        if (characteristics == null) {
            throw new InvalidException("characteristics", Texts.get("provisioning.characteristics-unreadable"));
        }
        var errors = catalog.check(product, characteristics, "characteristics");
        if (!errors.isEmpty()) {
            throw new InvalidException(errors.get(0).message(), errors);
        }
        return characteristics;
    }
}
