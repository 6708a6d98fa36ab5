package esop.workflow.matter;

import static java.util.stream.Collectors.groupingBy;

import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.identity.Person;
import esop.web.BadRequestException;
import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.workflow.MatterPart.Station;
import esop.workflow.matter.MatterController.Now;
import esop.workflow.matter.OpenSteps.Step;
import esop.workflow.matter.StartController.Started;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person has begun, open or ended: where each stands, and who has it. */
@Service
class Starts {

    private static final Map<String, String> STATES =
            Map.of("running", "i.state = 'running'", "ended", "i.state <> 'running'");
    private static final Map<String, String> SORTS = Map.of("started", "i.started", "ended", "i.ended");
    private static final int MOST_STEPS = 500;

    private final CurrentPerson currentPerson;
    private final MatterParts parts;
    private final OpenSteps openSteps;
    private final Lists lists;

    Starts(CurrentPerson currentPerson, MatterParts parts, OpenSteps openSteps, Lists lists) {
        this.currentPerson = currentPerson;
        this.parts = parts;
        this.openSteps = openSteps;
        this.lists = lists;
    }

    @Transactional(readOnly = true)
    public Page<Started> mine(@Nullable String state, Paging paging) {
        var person = currentPerson.get();
        var found = lists.page(paging, listing(person, state, paging), Starts::row);
        var numbers = new HashSet<>(
                found.items().stream().map(Row::number).filter(Objects::nonNull).toList());
        var stations = stations(numbers, person);
        var steps = openSteps.of(numbers, person, MOST_STEPS).stream().collect(groupingBy(Step::root));
        return found.map(row -> started(row, stations, steps));
    }

    private static Listing listing(Person person, @Nullable String state, Paging paging) {
        var parameters = new HashMap<String, Object>();
        var conditions = new ArrayList<>(
                List.of("i.started_by = :me", "i.parent_id IS NULL", DataScope.condition("i.city", parameters)));
        parameters.put("me", person.id());
        if (state != null) {
            if (!STATES.containsKey(state)) {
                throw new BadRequestException("state", Texts.get("workflow.start.unknown-state"));
            }
            conditions.add(STATES.get(state));
        }
        return new Listing(
                "i.id, i.process_name, i.process_name_en, i.business_key, i.customer_name, i.started, i.ended, i.state",
                "workflow.instance i",
                "i.id",
                "workflow.instance i WHERE " + String.join(" AND ", conditions),
                paging.orderBy(SORTS, "i.started DESC, i.id"),
                parameters);
    }

    /** Those of these numbers, and what belongs to them. */
    private Map<String, Station> stations(Set<String> numbers, Person person) {
        var stations = new LinkedHashMap<String, Station>();
        parts.readableBy(person).stream()
                .flatMap(part -> part.about(numbers).stream())
                .forEach(station -> stations.putIfAbsent(station.number(), station));
        return stations;
    }

    private static Started started(Row row, Map<String, Station> stations, Map<String, List<Step>> steps) {
        var number = row.number();
        var station = number == null ? null : stations.get(number);
        return new Started(
                row.id(),
                number,
                Texts.isEnglish() ? row.processNameEn() : row.processName(),
                station == null ? null : station.name(),
                station == null ? null : station.stateName(),
                row.state(),
                row.customerName(),
                station == null ? null : station.page(),
                row.started(),
                station == null ? null : station.due(),
                row.ended(),
                number == null ? List.of() : now(number, stations, steps));
    }

    /** In an inbox first, then with units and other systems. */
    private static List<Now> now(String number, Map<String, Station> stations, Map<String, List<Step>> steps) {
        return Stream.concat(
                        steps.getOrDefault(number, List.of()).stream().map(Step::now),
                        stations.values().stream()
                                .filter(station -> station.holder() != null)
                                .filter(station -> number.equals(root(station, stations)))
                                .map(station -> Now.of(station.number(), station.holder())))
                .toList();
    }

    private static String root(Station station, Map<String, Station> stations) {
        var parent = station.parent() == null ? null : stations.get(station.parent());
        return parent == null ? station.number() : root(parent, stations);
    }

    private static Row row(ResultSet row, int place) throws SQLException {
        var ended = row.getObject("ended", OffsetDateTime.class);
        return new Row(
                row.getString("id"),
                row.getString("process_name"),
                row.getString("process_name_en"),
                row.getString("business_key"),
                row.getString("customer_name"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("state"));
    }

    private record Row(
            String id,
            String processName,
            String processNameEn,
            @Nullable String number,
            @Nullable String customerName,
            Instant started,
            @Nullable Instant ended,
            String state) {}
}
