package esop.workflow.instance;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of deployed processes; those that people start by hand come with their start forms. */
@RestController
class ProcessController {

    private final RepositoryService repository;
    private final Diagrams diagrams;

    ProcessController(RepositoryService repository, Diagrams diagrams) {
        this.repository = repository;
        this.diagrams = diagrams;
    }

    @GetMapping("/api/processes")
    List<Process> processes() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(definition -> new Process(
                        definition.getKey(),
                        definition.getName(),
                        diagrams.of(definition.getId())
                                .labelsEn()
                                .getOrDefault(definition.getKey(), definition.getName()),
                        definition.getVersion(),
                        definition.hasStartFormKey()))
                .sorted(Comparator.comparing(Process::id))
                .toList();
    }

    record Process(String id, String name, String nameEn, int version, boolean startable) {}
}
