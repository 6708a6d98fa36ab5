package esop.workflow.instance;

import esop.identity.CurrentPerson;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that failed at every attempt of the engine: something is broken, and operations support looks at it. */
@Component
class Incidents {

    private final CurrentPerson currentPerson;
    private final JdbcClient jdbc;
    private final Lists lists;

    Incidents(CurrentPerson currentPerson, JdbcClient jdbc, Lists lists) {
        this.currentPerson = currentPerson;
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** Only where it happened: a calling process mirrors the incident of the called one. */
    @Transactional(readOnly = true)
    public Page<Failure> page(Paging paging) {
        var person = currentPerson.get();
        if (!person.hasRole("operations") && !person.hasRole("admin")) {
            throw new AccessDeniedException("operations only");
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("cities", person.cities().toArray(String[]::new));
        var from = """
                FROM camunda.act_ru_incident f JOIN workflow.instance i ON i.id = f.proc_inst_id_
                WHERE f.id_ = f.root_cause_incident_id_ AND i.city = ANY (:cities)
                """;
        parameters.put("offset", paging.offset());
        parameters.put("limit", paging.limit());
        var order = paging.orderBy(Map.of("at", "f.incident_timestamp_"), "f.incident_timestamp_ DESC, f.id_");
        return lists.page(
                paging,
                from,
                parameters,
                () -> jdbc.sql("""
                        SELECT f.id_, f.incident_timestamp_, f.incident_type_, f.incident_msg_, f.activity_id_, i.id, i.process,
                            i.process_name, i.process_name_en, i.business_key, i.root_business_key, i.city
                        %s ORDER BY %s OFFSET :offset LIMIT :limit
                        """.formatted(from, order))
                        .params(parameters)
                        .query((row, number) -> new Failure(
                                row.getString("id_"),
                                row.getObject("incident_timestamp_", LocalDateTime.class)
                                        .atZone(ZoneId.systemDefault())
                                        .toInstant(),
                                row.getString("incident_type_"),
                                row.getString("incident_msg_"),
                                row.getString("activity_id_"),
                                row.getString("id"),
                                row.getString("process"),
                                row.getString("process_name"),
                                row.getString("process_name_en"),
                                row.getString("business_key"),
                                row.getString("root_business_key"),
                                row.getString("city")))
                        .list());
    }

    record Failure(
            String id,
            Instant at,
            String type,
            @Nullable String message,
            String activityId,
            String instanceId,
            String process,
            String processName,
            String processNameEn,
            @Nullable String businessKey,
            @Nullable String rootBusinessKey,
            String city) {}
}
