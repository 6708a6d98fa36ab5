package esop.workflow;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** The engine's own tables, from the scripts in its jar, so that Flyway alone owns every schema. */
@Component
class V002__EngineTables extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path TO camunda");
        }
        for (var part : List.of(
                "engine",
                "history",
                "identity",
                "case.engine",
                "case.history",
                "decision.engine",
                "decision.history")) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
        }
        try (var statement = connection.createStatement()) {
            // Measured: without these every completion scans all tasks (docs/adr, engine indexes).
            statement.execute("CREATE INDEX esop_task_parent ON act_ru_task (parent_task_id_)");
            statement.execute("CREATE INDEX esop_identitylink_group ON act_ru_identitylink (group_id_, task_id_)");
            statement.execute("SET LOCAL search_path TO public");
        }
    }
}
