package esop.workflow.notice;

import esop.identity.People;
import esop.identity.Person;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a person's notices; those about a city that is theirs no more are not shown. */
@Component
@Transactional
class NoticeRows {

    private final JdbcClient jdbc;
    private final People people;

    NoticeRows(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    public Page<Notice> page(Person person, boolean unseen, Paging paging) {
        var where = "n.person = :person AND n.city = ANY (:cities)" + (unseen ? " AND n.seen IS NULL" : "");
        var cities = person.cities().toArray(String[]::new);
        var items = jdbc.sql("""
                        SELECT n.id, n.at, n.kind, n.task_id, n.actor, n.note, n.seen,
                            coalesce(o.name, c.name) AS name, coalesce(o.name_en, c.name_en) AS name_en
                        FROM workflow.notice n
                        LEFT JOIN workflow.open_task o ON o.task_id = n.task_id
                        LEFT JOIN workflow.closed_task c ON c.task_id = n.task_id
                        WHERE %s ORDER BY %s LIMIT :limit OFFSET :offset
                        """.formatted(where, paging.orderBy(Map.of("at", "n.at"), "n.id DESC")))
                .param("person", person.id())
                .param("cities", cities)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query((row, number) -> notice(row))
                .list();
        var total = jdbc.sql("SELECT count(*) FROM workflow.notice n WHERE " + where)
                .param("person", person.id())
                .param("cities", cities)
                .query(Long.class)
                .single();
        return paging.of(items, total);
    }

    public long unseen(Person person) {
        return jdbc.sql("""
                        SELECT count(*) FROM workflow.notice WHERE person = :person AND seen IS NULL AND city = ANY (:cities)
                        """)
                .param("person", person.id())
                .param("cities", person.cities().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    public void see(Person person, long id) {
        var found = jdbc.sql(
                        "UPDATE workflow.notice SET seen = coalesce(seen, now()) WHERE id = :id AND person = :person")
                .param("id", id)
                .param("person", person.id())
                .update();
        if (found == 0) {
            throw new UnknownException(Texts.get("workflow.notice.unknown", String.valueOf(id)));
        }
    }

    public void seeAll(Person person) {
        jdbc.sql("UPDATE workflow.notice SET seen = now() WHERE person = :person AND seen IS NULL")
                .param("person", person.id())
                .update();
    }

    private Notice notice(ResultSet row) throws SQLException {
        var actor = row.getString("actor");
        var actorName =
                actor == null ? null : people.find(actor).map(Person::name).orElse(actor);
        var kind = row.getString("kind");
        return new Notice(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                kind,
                row.getString("task_id"),
                actor,
                actorName,
                Texts.get(
                        "workflow.notice." + kind,
                        actorName == null ? Texts.get("workflow.notice.esop") : actorName,
                        String.valueOf(row.getString(Texts.isEnglish() ? "name_en" : "name"))),
                row.getString("note"),
                row.getObject("seen") != null);
    }
}
