package esop.workflow.table;

import esop.identity.People;
import esop.identity.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tables as the console lists and opens them. */
@Component
class TableViews {

    private static final int MOST_VERSIONS = 50;

    private final DeployedTables deployed;
    private final TableVersionRepository versions;
    private final AllowedWords words;
    private final People people;

    TableViews(DeployedTables deployed, TableVersionRepository versions, AllowedWords words, People people) {
        this.deployed = deployed;
        this.versions = versions;
        this.words = words;
        this.people = people;
    }

    /**
     * @param module the folder it lies in
     * @param edited whether what counts now differs from the packaged table
     * @param packageMoved whether the packaged table has changed since people changed this one
     */
    record Row(
            String id,
            String name,
            String module,
            int version,
            int rules,
            boolean edited,
            boolean packageMoved,
            @Nullable String changedBy,
            @Nullable Instant changed,
            @Nullable String note) {}

    /**
     * @param origin {@code packaged}, {@code edited}, {@code imported}, {@code returned}, {@code kept} or {@code package}
     * @param basedOn null for a packaged one
     */
    record Version(
            int version,
            Instant at,
            String origin,
            @Nullable Integer basedOn,
            @Nullable String person,
            @Nullable String note) {}

    record Page(Table table, int version, boolean edited, boolean packageMoved, List<Version> versions) {}

    List<Row> all() {
        var changes = versions.latest().stream().collect(Collectors.toMap(TableVersion::decision, change -> change));
        return deployed.latest().stream()
                .map(definition -> row(definition, changes.get(definition.getKey())))
                .toList();
    }

    Page page(DecisionDefinition definition) {
        var table = TableXml.read(deployed.file(definition)).table();
        var known = versions.of(definition.getKey());
        return new Page(
                words.in(table),
                definition.getVersion(),
                isEdited(definition, table),
                !known.isEmpty() && hasMoved(definition, known.get(0)),
                history(definition.getKey(), known));
    }

    private Row row(DecisionDefinition definition, @Nullable TableVersion change) {
        var table = TableXml.read(deployed.file(definition)).table();
        return new Row(
                definition.getKey(),
                table.name(),
                definition.getResourceName().split("/")[1],
                definition.getVersion(),
                table.rules().size(),
                change != null && isEdited(definition, table),
                change != null && hasMoved(definition, change),
                change == null ? null : name(change.person()),
                change == null ? null : change.at(),
                change == null ? null : change.note());
    }

    private List<Version> history(String decision, List<TableVersion> known) {
        var ours = new HashMap<Integer, TableVersion>();
        known.forEach(version -> ours.put(version.version(), version));
        return deployed.versions(decision, MOST_VERSIONS).stream()
                .map(definition -> version(definition, ours))
                .toList();
    }

    private Version version(DecisionDefinition definition, Map<Integer, TableVersion> ours) {
        var own = ours.get(definition.getVersion());
        return own == null
                ? new Version(
                        definition.getVersion(),
                        deployed.deployment(definition).getDeploymentTime().toInstant(),
                        "packaged",
                        null,
                        null,
                        null)
                : new Version(own.version(), own.at(), own.origin(), own.basedOn(), name(own.person()), own.note());
    }

    private boolean isEdited(DecisionDefinition definition, Table table) {
        return deployed.packaged(definition)
                .map(file -> !TableXml.read(file).table().equals(table))
                .orElse(false);
    }

    private boolean hasMoved(DecisionDefinition definition, TableVersion change) {
        return change.isOurs()
                && deployed.packaged(definition)
                        .map(file -> !DeployedTables.hash(file).equals(change.packageHash()))
                        .orElse(false);
    }

    private @Nullable String name(@Nullable String person) {
        return person == null ? null : people.find(person).map(Person::name).orElse(person);
    }
}
