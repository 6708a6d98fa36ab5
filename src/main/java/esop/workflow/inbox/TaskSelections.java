package esop.workflow.inbox;

import esop.identity.People;
import esop.identity.Person;
import esop.web.FragmentSearch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which tasks a view shows somebody and a filter leaves of them, in SQL, for whoever lists or counts them. */
@Component
class TaskSelections {

    /** What tasks are called in {@link FragmentSearch}. */
    private static final String KIND = "task";

    private static final String OPEN_TASKS =
            "(SELECT o.*, NULL::timestamptz AS closed, NULL AS closed_by, NULL AS outcome FROM workflow.open_task o) t";
    private static final Map<TaskView, String> FROM = Map.of(
            TaskView.LATER,
            OPEN_TASKS,
            TaskView.STARTED,
            OPEN_TASKS,
            TaskView.TEAM,
            OPEN_TASKS,
            TaskView.CC,
            """
            workflow.task_copy c
            CROSS JOIN LATERAL (
                SELECT %s, t.facts FROM workflow.open_task t WHERE t.task_id = c.task_id
                UNION ALL
                SELECT %s, t.facts FROM workflow.closed_task t WHERE t.task_id = c.task_id
            ) t""".formatted(TaskRows.OPEN, TaskRows.CLOSED),
            TaskView.DONE,
            "workflow.closed_task t");
    private static final String SEARCHED = """
            lower(concat_ws(' ', t.name, t.name_en, t.subject, t.subject_en, t.customer_name, t.customer_id, t.business_key,
                t.root_business_key, t.facts))""";

    /** What waits for one's group, but not for oneself, who has decided on it before; of everybody else's none is looked at. */
    private static final String NOT_BARRED = """
            i.task_id <> ALL (ARRAY(
                SELECT b.task_id FROM workflow.open_task b WHERE b.barred @> ARRAY[:me::text] AND b.kind = 'task'))""";

    /** Of a larger team the nearest. */
    private static final int LARGEST_TEAM = 2_000;

    private final People people;
    private final FragmentSearch fragments;
    private final Clock clock;

    TaskSelections(People people, FragmentSearch fragments, Clock clock) {
        this.people = people;
        this.fragments = fragments;
        this.clock = clock;
    }

    /** @param suffix of the parameters' names, where several selections share a statement */
    Selection of(Person person, TaskView view, TaskFilter filter, String suffix) {
        var parameters = new HashMap<String, Object>();
        parameters.put("own", "person:" + person.id());
        parameters.put("me", person.id());
        parameters.put("cities", person.cities().toArray(String[]::new));
        if (view == TaskView.TEAM) {
            parameters.put(
                    "team",
                    people.below(person.id(), LARGEST_TEAM).stream()
                            .map(Person::id)
                            .toArray(String[]::new));
        }
        return view.readsPigeonHoles()
                ? ofPigeonHoles(person, view, filter, suffix, parameters)
                : ofTasks(view, filter, suffix, parameters);
    }

    private Selection ofPigeonHoles(
            Person person, TaskView view, TaskFilter filter, String suffix, Map<String, Object> parameters) {
        var conditions = new ArrayList<>(List.of("i.city = ANY (:cities)", view.condition()));
        if (view != TaskView.MINE) {
            conditions.add(NOT_BARRED);
        }
        conditions.addAll(filter.conditions(parameters, clock, suffix));
        narrow(person, filter, suffix, conditions, parameters);
        parameters.put("holes" + suffix, holes(person, view));
        var where = String.join(" AND ", conditions);
        return new Selection(counted(where, suffix), where, parameters);
    }

    /** A rare word names its tasks; one that many have is soon found among the first that are due. */
    private void narrow(
            Person person, TaskFilter filter, String suffix, List<String> conditions, Map<String, Object> parameters) {
        filter.words().stream()
                .max(Comparator.comparing(String::length))
                .flatMap(word -> fragments.find(KIND, person.cities(), word))
                .ifPresent(found -> {
                    conditions.add("i.task_id = ANY (:found" + suffix + ")");
                    parameters.put("found" + suffix, found.toArray(String[]::new));
                });
    }

    private static String[] holes(Person person, TaskView view) {
        var holes = new ArrayList<String>();
        if (view != TaskView.MINE) {
            holes.addAll(person.groups());
        }
        if (view != TaskView.GROUP) {
            holes.add("person:" + person.id());
        }
        return holes.toArray(String[]::new);
    }

    /** Only tasks of several groups can lie in more than one of a person's pigeon-holes; they are few and counted by themselves. */
    private static String counted(String where, String suffix) {
        return """
                FROM (
                    SELECT i.task_id FROM workflow.task_inbox i WHERE i.inbox = ANY (:holes%2$s) AND i.sole AND %1$s
                    UNION ALL
                    SELECT DISTINCT i.task_id FROM workflow.task_inbox i WHERE i.inbox = ANY (:holes%2$s) AND NOT i.sole AND %1$s
                ) AS task
                """.formatted(where, suffix);
    }

    /** Few enough for one person to be read from the tasks themselves. */
    private Selection ofTasks(TaskView view, TaskFilter filter, String suffix, Map<String, Object> parameters) {
        var conditions = new ArrayList<>(List.of(view.condition(), "t.city = ANY (:cities)"));
        filter.conditions(parameters, clock, suffix)
                .forEach(condition ->
                        conditions.add(condition.replace("i.search", SEARCHED).replace("i.", "t.")));
        var where = String.join(" AND ", conditions);
        return new Selection("FROM " + FROM.get(view) + " WHERE " + where, where, parameters);
    }

    /**
     * @param from {@code FROM} and what follows it, to count by
     * @param where the conditions alone
     */
    record Selection(String from, String where, Map<String, Object> parameters) {}
}
