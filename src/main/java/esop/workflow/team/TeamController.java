package esop.workflow.team;

import esop.identity.CurrentPerson;
import esop.identity.People;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people below one, with what they have in hand. The tasks themselves are the inbox's view {@code team}. */
@RestController
class TeamController {

    private static final int MOST = 500;

    private final CurrentPerson currentPerson;
    private final People people;
    private final JdbcClient jdbc;

    TeamController(CurrentPerson currentPerson, People people, JdbcClient jdbc) {
        this.currentPerson = currentPerson;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Nearest first, also those who have nothing; of a very large team the nearest 500. */
    @GetMapping("/api/team")
    @Transactional(readOnly = true)
    public List<Member> team() {
        var person = currentPerson.get();
        var below = people.below(person.id(), MOST);
        var loads = new HashMap<String, Load>();
        jdbc.sql("""
                        SELECT i.inbox, count(*) AS open, count(*) FILTER (WHERE i.due < now()) AS overdue,
                            count(*) FILTER (WHERE i.due >= now() AND i.due < now() + interval '1 day') AS soon
                        FROM workflow.task_inbox i
                        WHERE i.inbox = ANY (:holes) AND i.city = ANY (:cities)
                        GROUP BY i.inbox
                        """)
                .param("holes", below.stream().map(one -> hole(one.id())).toArray(String[]::new))
                .param("cities", person.cities().toArray(String[]::new))
                .query(row -> {
                    loads.put(
                            row.getString("inbox"),
                            new Load(row.getLong("open"), row.getLong("overdue"), row.getLong("soon")));
                });
        return below.stream()
                .map(one -> {
                    var load = loads.getOrDefault(hole(one.id()), new Load(0, 0, 0));
                    return new Member(
                            one.id(), one.name(), one.organization(), load.open(), load.overdue(), load.soon());
                })
                .toList();
    }

    private static String hole(String person) {
        return "person:" + person;
    }

    private record Load(long open, long overdue, long soon) {}

    /** @param soon due within a day */
    record Member(String id, String name, String organization, long open, long overdue, long soon) {}
}
