package esop.workflow.matter;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.MatterPart;
import esop.workflow.MatterPart.Station;
import esop.workflow.TaskHistory;
import esop.workflow.matter.MatterController.Matter;
import esop.workflow.matter.MatterController.Now;
import esop.workflow.matter.MatterController.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows a number from module to module until nothing new is found; shows of it what the reader may see. */
@Service
class Matters {

    private static final int MOST_STATIONS = 300;
    private static final int MOST_TASKS = 50;

    private final CurrentPerson currentPerson;
    private final MatterParts parts;
    private final TaskHistory tasks;
    private final OpenSteps openSteps;
    private final JdbcClient jdbc;

    Matters(CurrentPerson currentPerson, MatterParts parts, TaskHistory tasks, OpenSteps openSteps, JdbcClient jdbc) {
        this.currentPerson = currentPerson;
        this.parts = parts;
        this.tasks = tasks;
        this.openSteps = openSteps;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Matter of(String id) {
        var person = currentPerson.get();
        var found = follow(subject(id, person), parts.readableBy(person));
        if (found.isEmpty()) {
            throw new UnknownException(Texts.get("workflow.matter.unknown", id));
        }
        var stations = inOrder(found.keySet().stream().toList());
        var first = stations.get(0);
        return new Matter(
                first.number(),
                first.name(),
                first.customerId(),
                first.customerName(),
                stations.stream().map(Row::of).toList(),
                now(stations, person),
                timeline(stations, found));
    }

    /** Of a task what it is about; any other number as it is. */
    private String subject(String id, Person person) {
        return jdbc.sql("""
                        SELECT coalesce(t.root_business_key, t.business_key)
                        FROM (
                            SELECT o.root_business_key, o.business_key, o.city FROM workflow.open_task o WHERE o.task_id = :id
                            UNION ALL
                            SELECT c.root_business_key, c.business_key, c.city FROM workflow.closed_task c WHERE c.task_id = :id
                        ) AS t
                        WHERE t.city = ANY (:cities)
                        """)
                .param("id", id)
                .param("cities", person.cities().toArray(String[]::new))
                .query(String.class)
                .optional()
                .orElse(id);
    }

    private static Map<Station, MatterPart> follow(String number, List<MatterPart> parts) {
        var found = new LinkedHashMap<String, Map.Entry<Station, MatterPart>>();
        var asked = new HashSet<String>();
        var ahead = new HashSet<>(Set.of(number));
        while (!ahead.isEmpty() && found.size() < MOST_STATIONS) {
            var numbers = Set.copyOf(ahead);
            asked.addAll(numbers);
            ahead.clear();
            for (var part : parts) {
                for (var station : part.about(numbers)) {
                    found.putIfAbsent(station.number(), Map.entry(station, part));
                    ahead.add(station.number());
                    ahead.addAll(station.leadsTo());
                }
            }
            ahead.removeAll(asked);
        }
        var byStation = new LinkedHashMap<Station, MatterPart>();
        found.values().forEach(entry -> byStation.put(entry.getKey(), entry.getValue()));
        return byStation;
    }

    private static List<Station> inOrder(List<Station> found) {
        var numbers = new HashSet<String>();
        found.forEach(station -> numbers.add(station.number()));
        var ordered = new ArrayList<Station>();
        found.stream()
                .filter(station -> station.parent() == null || !numbers.contains(station.parent()))
                .sorted(Comparator.comparing(Station::began))
                .forEach(root -> add(root, found, ordered));
        return ordered;
    }

    private static void add(Station station, List<Station> found, List<Station> ordered) {
        ordered.add(station);
        found.stream()
                .filter(child -> station.number().equals(child.parent()))
                .sorted(Comparator.comparing(Station::began))
                .forEach(child -> add(child, found, ordered));
    }

    private List<Now> now(List<Station> stations, Person person) {
        return Stream.concat(
                        inInboxes(stations, person).stream(),
                        stations.stream()
                                .filter(station -> station.holder() != null)
                                .map(station -> Now.of(station.number(), station.holder())))
                .sorted(Comparator.comparing(Now::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<Now> inInboxes(List<Station> stations, Person person) {
        return openSteps.of(stations.stream().map(Station::number).toList(), person, MOST_TASKS).stream()
                .map(openSteps::withNext)
                .toList();
    }

    private List<TaskHistory.Entry> timeline(List<Station> stations, Map<Station, MatterPart> parts) {
        return stations.stream()
                .flatMap(station -> Stream.concat(
                        parts.get(station).history(station.number()).stream(),
                        station.parent() == null ? tasks.of(station.number()).stream() : Stream.empty()))
                .sorted(Comparator.comparing(TaskHistory.Entry::at))
                .toList();
    }
}
