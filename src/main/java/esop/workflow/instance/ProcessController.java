package esop.workflow.instance;

import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.Rights;
import esop.web.Texts;
import esop.workflow.Beginning;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The deployed processes, and which of them the reader may begin. */
@RestController
class ProcessController {

    private final RepositoryService repository;
    private final Diagrams diagrams;
    private final CurrentPerson currentPerson;
    private final CurrentRights rights;
    private final List<Beginning> beginnings;

    ProcessController(
            RepositoryService repository,
            Diagrams diagrams,
            CurrentPerson currentPerson,
            CurrentRights rights,
            List<Beginning> beginnings) {
        this.repository = repository;
        this.diagrams = diagrams;
        this.currentPerson = currentPerson;
        this.rights = rights;
        this.beginnings = beginnings;
    }

    @GetMapping("/api/processes")
    List<Process> processes() {
        var held = rights.of(currentPerson.get().id()).map(Rights::authorities).orElse(Set.of());
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(definition -> process(definition, held))
                .sorted(Comparator.comparing(Process::id))
                .toList();
    }

    private Process process(ProcessDefinition definition, Set<String> held) {
        var start = beginnings.stream()
                .filter(one -> one.process().equals(definition.getKey()) && held.contains(one.right()))
                .findFirst()
                .map(Start::of);
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

        static Start of(Beginning beginning) {
            return new Start(
                    Texts.get(beginning.texts() + ".name"),
                    Texts.get(beginning.texts() + ".purpose"),
                    Texts.get(beginning.texts() + ".answers"),
                    beginning.page());
        }
    }
}
