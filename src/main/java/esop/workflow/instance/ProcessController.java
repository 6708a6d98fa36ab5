package esop.workflow.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.Rights;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.Beginning;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The deployed processes, and which of them the reader may begin. */
@RestController
class ProcessController {

    private final RepositoryService repository;
    private final Diagrams diagrams;
    private final CurrentPerson currentPerson;
    private final CurrentRights rights;
    private final List<Beginning<?>> beginnings;
    private final Instances instances;
    private final ObjectMapper json;

    ProcessController(
            RepositoryService repository,
            Diagrams diagrams,
            CurrentPerson currentPerson,
            CurrentRights rights,
            List<Beginning<?>> beginnings,
            Instances instances,
            ObjectMapper json) {
        this.repository = repository;
        this.diagrams = diagrams;
        this.currentPerson = currentPerson;
        this.rights = rights;
        this.beginnings = beginnings;
        this.instances = instances;
        this.json = json;
    }

    @GetMapping("/api/processes")
    List<Process> processes() {
        var held = held();
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(definition -> process(definition, held))
                .sorted(Comparator.comparing(Process::id))
                .toList();
    }

    /**
     * Begins a process of the catalogue, as its page does.
     *
     * @param wanted with what is posted for its own resource: an order's as to {@code /api/orders}
     */
    @PostMapping("/api/processes/{id}/instances")
    ResponseEntity<Instance> begin(@PathVariable String id, @RequestBody Wanted wanted, HttpServletRequest request) {
        if (beginnings.stream().noneMatch(one -> one.process().equals(id))) {
            throw new UnknownException(Texts.get("workflow.process.not-by-hand", id));
        }
        var beginning = beginning(id, held()).orElseThrow(() -> new AccessDeniedException("does not begin " + id));
        var begun = instances.latest(id, begin(beginning, wanted, request));
        return ResponseEntity.created(URI.create("/api/instances/" + begun.id()))
                .body(begun);
    }

    record Wanted(@Nullable JsonNode data) {}

    private <T> String begin(Beginning<T> beginning, Wanted wanted, HttpServletRequest request) {
        var data = Objects.requireNonNullElseGet(wanted.data(), json::createObjectNode);
        try {
            return beginning.begin().apply(json.treeToValue(data, beginning.wish()));
        } catch (JsonProcessingException malformed) {
            throw new HttpMessageNotReadableException("data", malformed, new ServletServerHttpRequest(request));
        }
    }

    private Optional<Beginning<?>> beginning(String process, Set<String> held) {
        return beginnings.stream()
                .filter(one -> one.process().equals(process) && held.contains(one.right()))
                .findFirst();
    }

    private Set<String> held() {
        return rights.of(currentPerson.get().id()).map(Rights::authorities).orElse(Set.of());
    }

    private Process process(ProcessDefinition definition, Set<String> held) {
        var start = beginning(definition.getKey(), held).map(Start::of);
        return new Process(
                definition.getKey(),
                definition.getName(),
                diagrams.of(definition.getId()).labelsEn().getOrDefault(definition.getKey(), definition.getName()),
                definition.getVersion(),
                start.isPresent(),
                start.orElse(null));
    }

    /** @param start null where the reader does not begin it */
    record Process(
            String id,
            String name,
            String nameEn,
            int version,
            boolean startable,
            @Nullable Start start) {}

    /**
     * In the reader's language.
     *
     * @param answers who sees to it, and by when
     * @param page of the console, where it begins
     */
    record Start(String name, String purpose, String answers, String page) {

        static Start of(Beginning<?> beginning) {
            return new Start(
                    Texts.get(beginning.texts() + ".name"),
                    Texts.get(beginning.texts() + ".purpose"),
                    Texts.get(beginning.texts() + ".answers"),
                    beginning.page());
        }
    }
}
