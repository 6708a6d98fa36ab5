package esop.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.catalog.Catalog;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person may decide about a fallout, and with which characteristics it is sent again. */
@Component
class Corrections {

    private final Catalog catalog;
    private final ObjectMapper json;

    Corrections(Catalog catalog, ObjectMapper json) {
        this.catalog = catalog;
        this.json = json;
    }

    static boolean isCorrectable(Fallout fallout) {
        return FalloutAnswers.isCorrectable(fallout.step(), fallout.generation());
    }

    /** @param canGoBack whether an earlier step of its service order took effect */
    void check(Fallout fallout, @Nullable String action, @Nullable String note, boolean canGoBack) {
        if (action == null) {
            throw new InvalidException("action", Texts.get("provisioning.fallout-action-missing"));
        }
        if (action.equals("correct") && !isCorrectable(fallout)) {
            throw new InvalidException("action", Texts.get("provisioning.fallout-nothing-to-correct"));
        }
        if (!FalloutAnswers.to("open", fallout.step(), fallout.generation(), canGoBack)
                .contains(action)) {
            throw new InvalidException("action", Texts.get("provisioning.fallout-action-impossible"));
        }
        if (!Set.of("retry", "correct").contains(action) && (note == null || note.isBlank())) {
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
