package esop.workflow.table;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.table.Table.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes tables: each change is a new version that acts at once for whatever is evaluated from then on. It holds for every city, so
 * that only who works for all of them may make it.
 */
@Service
class Tables {

    private final DeployedTables deployed;
    private final TableVersionRepository versions;
    private final TableCheck check;
    private final CurrentPerson currentPerson;
    private final People people;
    private final AuditLog auditLog;

    Tables(
            DeployedTables deployed,
            TableVersionRepository versions,
            TableCheck check,
            CurrentPerson currentPerson,
            People people,
            AuditLog auditLog) {
        this.deployed = deployed;
        this.versions = versions;
        this.check = check;
        this.currentPerson = currentPerson;
        this.people = people;
        this.auditLog = auditLog;
    }

    /** @param version the one that was looked at when the change was made */
    @Transactional
    void change(String decision, int version, @Nullable String note, List<Rule> rules) {
        var current = locked(decision, version, note);
        deploy(current, TableXml.read(deployed.file(current)), rules, "edited", note, version);
    }

    /** Takes the rules of a file into the table's own frame; nothing else of the file gets in. */
    @Transactional
    void take(String decision, int version, @Nullable String note, byte[] file) {
        var current = locked(decision, version, note);
        var brought = TableXml.read(file).table();
        var xml = TableXml.read(deployed.file(current));
        if (!brought.hasTheFrameOf(xml.table())) {
            throw new InvalidException("xml", Texts.get("workflow.table.frame"));
        }
        deploy(current, xml, brought.rules(), "imported", note, version);
    }

    /** @param to the version to return to, null for the packaged table */
    @Transactional
    void giveBack(String decision, int version, @Nullable Integer to, @Nullable String note) {
        var current = locked(decision, version, note);
        var file = to == null ? packaged(current) : deployed.file(definition(decision, to));
        var xml = TableXml.read(deployed.file(current));
        var former = TableXml.read(file).table();
        if (!former.hasTheFrameOf(xml.table())) {
            throw new InvalidException("to", Texts.get("workflow.table.frame"));
        }
        deploy(current, xml, former.rules(), to == null ? "package" : "returned", note, to == null ? version : to);
    }

    DecisionDefinition definition(String decision) {
        return deployed.latest(decision).orElseThrow(() -> unknown(decision));
    }

    DecisionDefinition definition(String decision, int version) {
        return deployed.version(decision, version).orElseThrow(() -> unknown(decision + " v" + version));
    }

    byte[] packaged(DecisionDefinition definition) {
        return deployed.packaged(definition).orElseThrow(() -> unknown(definition.getKey()));
    }

    private void deploy(
            DecisionDefinition current,
            TableXml xml,
            List<Rule> rules,
            String origin,
            @Nullable String note,
            int basedOn) {
        var before = xml.table();
        var after = before.with(rules);
        check.check(after);
        var difference = TableDiff.between(before, after);
        if (difference.isEmpty()) {
            throw new InvalidException("rules", Texts.get("workflow.table.same"));
        }
        var packageHash = DeployedTables.hash(packaged(current));
        var version = deployed.deploy(current, xml.with(rules));
        var words = Objects.requireNonNull(note).strip();
        versions.add(new TableVersion(
                current.getKey(),
                version,
                origin,
                basedOn,
                currentPerson.get().id(),
                words,
                packageHash,
                Instant.EPOCH));
        auditLog.record(
                "decision.change",
                "decision/" + current.getKey(),
                null,
                Map.of(
                        "origin", origin,
                        "from", current.getVersion(),
                        "to", version,
                        "note", words,
                        "changes", difference));
    }

    private DecisionDefinition locked(String decision, int version, @Nullable String note) {
        if (!people.isProvinceWide(currentPerson.get())) {
            throw new AccessDeniedException("tables hold for the whole province");
        }
        versions.lock(decision);
        var current = definition(decision);
        if (note == null || note.isBlank() || note.length() > 500) {
            throw new InvalidException("note", Texts.get("workflow.table.note"));
        }
        if (current.getVersion() != version) {
            throw stale(current, version);
        }
        return current;
    }

    /** Says whose change it was and which rules it touched. */
    private ConflictException stale(DecisionDefinition current, int version) {
        var touched = deployed.version(current.getKey(), version)
                .map(seen -> TableDiff.between(
                        TableXml.read(deployed.file(seen)).table(),
                        TableXml.read(deployed.file(current)).table()))
                .orElse(List.of());
        return new ConflictException(
                Texts.get("workflow.table.changed", current.getVersion()),
                touched.stream()
                        .map(difference -> new FieldError(
                                difference.rule(), Texts.get("workflow.table.diff." + difference.kind())))
                        .toList());
    }

    private static UnknownException unknown(String decision) {
        return new UnknownException(Texts.get("workflow.table.unknown", decision));
    }
}
