package esop.workflow.table;

import esop.identity.People;
import esop.workflow.table.Table.Output;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * What the cells of a column may say, spelled out: among its {@code outputValues}, {@code {role}} stands for every role there is and
 * {@code {process:path-}} for every deployed process whose key begins with {@code path-}; so {@code escalate:{role}} is one word a role.
 */
@Component
class AllowedWords {

    private static final Pattern PLACE = Pattern.compile("\\{(role|process:([a-z-]*))}");

    private final People people;
    private final RepositoryService repository;

    AllowedWords(People people, RepositoryService repository) {
        this.people = people;
        this.repository = repository;
    }

    Table in(Table table) {
        return table.withOutputs(table.outputs().stream().map(this::in).toList());
    }

    private Output in(Output column) {
        return column.with(column.values().stream().flatMap(this::words).toList());
    }

    private Stream<String> words(String value) {
        var place = PLACE.matcher(value);
        if (!place.find()) {
            return Stream.of(value);
        }
        var before = value.substring(0, place.start());
        var after = value.substring(place.end());
        var names = place.group(2) == null ? people.roles() : processes(place.group(2));
        return names.stream().map(name -> before + name + after);
    }

    private List<String> processes(String prefix) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKeyLike(prefix + "%")
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getKey)
                .toList();
    }
}
