package esop.workflow.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.identity.People;
import esop.identity.Person;
import esop.web.BadRequestException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.draft.DraftRepository.Kept;
import esop.workflow.form.FormDrafts;
import esop.workflow.form.FormDrafts.Entry;
import esop.workflow.form.FormDrafts.Lost;
import esop.workflow.inbox.Inbox;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What somebody has typed into a task's form: their own, until they hand the task over. Whoever holds it then sees the draft of whoever
 * had it before, and takes or drops it.
 */
@Service
class Drafts {

    private static final int LONGEST = 200_000;
    private static final TypeReference<Map<String, Entry>> CONTENT = new TypeReference<>() {};

    private final TaskAccess access;
    private final Inbox inbox;
    private final FormDrafts forms;
    private final DraftRepository drafts;
    private final People people;
    private final ObjectMapper json;

    Drafts(TaskAccess access, Inbox inbox, FormDrafts forms, DraftRepository drafts, People people, ObjectMapper json) {
        this.access = access;
        this.inbox = inbox;
        this.forms = forms;
        this.drafts = drafts;
        this.people = people;
        this.json = json;
    }

    Optional<Draft> of(String taskId) {
        return access.within(person -> {
            var task = access.visible(taskId, person);
            return task.isOpen()
                    ? drafts.own(taskId, person.id())
                            .or(() -> handedOver(task, person))
                            .map(kept -> draft(taskId, kept, person))
                    : Optional.empty();
        });
    }

    private Optional<Kept> handedOver(Task task, Person person) {
        return person.id().equals(task.assignee()) ? drafts.ofFormerHolder(task.id(), person.id()) : Optional.empty();
    }

    private Draft draft(String taskId, Kept kept, Person person) {
        var fit = forms.fitted(inbox.form(taskId), read(kept.content()));
        return new Draft(
                kept.person(),
                people.find(kept.person()).map(Person::name).orElse(kept.person()),
                kept.person().equals(person.id()),
                kept.saved(),
                fit.data(),
                fit.lost());
    }

    /** @return when, or null where nothing differs from the form and so there is no draft any more */
    @Nullable
    Instant save(String taskId, Map<String, @Nullable Object> typed) {
        return access.within(person -> {
            var task = access.open(taskId, person);
            var kept = forms.kept(inbox.form(taskId), typed);
            if (kept.isEmpty()) {
                drafts.delete(taskId, person.id());
                return null;
            }
            return drafts.save(taskId, person.id(), task.city(), written(kept));
        });
    }

    /** The draft of whoever had the task before is one's own from now on. */
    void take(String taskId) {
        access.within(person -> {
            var task = access.open(taskId, person);
            var theirs =
                    handedOver(task, person).orElseThrow(() -> new UnknownException(Texts.get("workflow.draft.none")));
            drafts.delete(taskId, theirs.person());
            return drafts.save(taskId, person.id(), task.city(), theirs.content());
        });
    }

    /** One's own draft, or where there is none the one that came with the task. */
    void drop(String taskId) {
        access.within(person -> {
            var task = access.open(taskId, person);
            drafts.own(taskId, person.id())
                    .or(() -> handedOver(task, person))
                    .ifPresent(kept -> drafts.delete(taskId, kept.person()));
            return Boolean.TRUE;
        });
    }

    private String written(Map<String, Entry> kept) {
        try {
            var content = json.writeValueAsString(kept);
            if (content.length() > LONGEST) {
                throw new BadRequestException("data", Texts.get("workflow.draft.too-long", LONGEST));
            }
            return content;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Entry> read(String content) {
        try {
            return json.readValue(content, CONTENT);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @param own whether one typed it oneself; otherwise it came with the task
     * @param data what still fits the form, to be laid upon its data
     * @param lost what was typed and fits no longer
     */
    record Draft(String by, String byName, boolean own, Instant saved, Map<String, JsonNode> data, List<Lost> lost) {}
}
