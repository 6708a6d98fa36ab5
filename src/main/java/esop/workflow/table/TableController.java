package esop.workflow.table;

import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.table.Table.Rule;
import esop.workflow.table.TableTrial.Result;
import esop.workflow.table.TableViews.Page;
import esop.workflow.table.TableViews.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decision tables, which designers change while orders run. */
@RestController
@RequestMapping("/api/decisions")
class TableController {

    private static final String PACKAGED = "0";

    private final Tables tables;
    private final TableViews views;
    private final DeployedTables deployed;
    private final TableCheck check;
    private final TableTrial trial;

    TableController(Tables tables, TableViews views, DeployedTables deployed, TableCheck check, TableTrial trial) {
        this.tables = tables;
        this.views = views;
        this.deployed = deployed;
        this.check = check;
        this.trial = trial;
    }

    /** @param id null for a new rule */
    record DraftRule(
            @Nullable String id,
            @Nullable String description,
            @Nullable List<@Nullable String> inputs,
            @Nullable List<@Nullable String> outputs) {

        Rule named(String name) {
            return new Rule(name, text(description), texts(inputs), texts(outputs));
        }

        private static List<String> texts(@Nullable List<@Nullable String> cells) {
            return cells == null
                    ? List.of()
                    : cells.stream().map(DraftRule::text).toList();
        }

        private static String text(@Nullable String cell) {
            return cell == null ? "" : cell.strip();
        }
    }

    /** @param version the one that was looked at when the change was made */
    record Change(
            @Nullable Integer version,
            @Nullable String note,
            @Nullable List<DraftRule> rules) {}

    /** @param to the version to return to; null for the packaged table */
    record Return(
            @Nullable Integer version,
            @Nullable Integer to,
            @Nullable String note) {}

    /** @param rules the draft, null for the table as it is */
    record Example(
            @Nullable List<DraftRule> rules, @Nullable Map<String, Object> facts) {}

    @GetMapping
    @Transactional(readOnly = true)
    public List<Row> all() {
        return views.all();
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public Page one(@PathVariable String id) {
        return views.page(tables.definition(id));
    }

    @GetMapping(value = "/{id}/file", produces = MediaType.APPLICATION_XML_VALUE)
    @Transactional(readOnly = true)
    public byte[] file(@PathVariable String id) {
        return deployed.file(tables.definition(id));
    }

    /** What changed from one version to another; version 0 is the packaged table. */
    @GetMapping("/{id}/diff")
    @Transactional(readOnly = true)
    public List<TableDiff> diff(
            @PathVariable String id, @RequestParam(defaultValue = PACKAGED) int from, @RequestParam int to) {
        return TableDiff.between(table(id, from), table(id, to));
    }

    /** Evaluates the draft, or the table as it is; nothing is deployed. */
    @PostMapping("/{id}/try")
    @Transactional(readOnly = true)
    public Result tryOut(@PathVariable String id, @RequestBody Example example) {
        var file = deployed.file(tables.definition(id));
        var xml = TableXml.read(file);
        var table = xml.table();
        if (example.rules() != null) {
            table = table.with(rules(example.rules()));
            check.check(table);
            file = xml.with(table.rules());
        }
        return trial.of(file, table, example.facts() == null ? Map.of() : example.facts());
    }

    @PutMapping("/{id}")
    @Transactional
    public Page change(@PathVariable String id, @RequestBody Change change) {
        var rules = rules(change.rules() == null ? List.of() : change.rules());
        tables.change(id, version(change.version()), change.note(), rules);
        return one(id);
    }

    @PutMapping(value = "/{id}/file", consumes = MediaType.APPLICATION_XML_VALUE)
    @Transactional
    public Page take(
            @PathVariable String id, @RequestParam int version, @RequestParam String note, @RequestBody byte[] file) {
        tables.take(id, version, note, file);
        return one(id);
    }

    @PostMapping("/{id}/return")
    @Transactional
    public Page giveBack(@PathVariable String id, @RequestBody Return wanted) {
        tables.giveBack(id, version(wanted.version()), wanted.to(), wanted.note());
        return one(id);
    }

    private Table table(String id, int version) {
        return TableXml.read(
                        version == 0
                                ? tables.packaged(tables.definition(id))
                                : deployed.file(tables.definition(id, version)))
                .table();
    }

    private static int version(@Nullable Integer version) {
        if (version == null) {
            throw new InvalidException("version", Texts.get("web.missing"));
        }
        return version;
    }

    /** New rules get the next free number. */
    private static List<Rule> rules(List<DraftRule> drafts) {
        Set<String> taken = drafts.stream()
                .map(DraftRule::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        return drafts.stream()
                .map(draft -> draft.named(draft.id() == null ? free(taken) : draft.id()))
                .toList();
    }

    private static String free(Set<String> taken) {
        var number = 1;
        while (!taken.add("rule_" + number)) {
            number++;
        }
        return "rule_" + number;
    }
}
