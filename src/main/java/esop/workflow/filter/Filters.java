package esop.workflow.filter;

import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.filter.FilterController.Wish;
import esop.workflow.inbox.TaskCounts;
import esop.workflow.inbox.TaskCounts.Wanted;
import esop.workflow.inbox.TaskFilter;
import esop.workflow.inbox.TaskList;
import esop.workflow.inbox.TaskView;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one keeps, shares, and sees of others: a shared filter shows each reader their own tasks, never its owner's. */
@Service
@Transactional
class Filters {

    private static final int MOST = 30;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_VALUE = 200;

    private final CurrentPerson currentPerson;
    private final People people;
    private final FilterRepository filters;
    private final TaskCounts counts;
    private final TaskList list;
    private final Clock clock;

    Filters(
            CurrentPerson currentPerson,
            People people,
            FilterRepository filters,
            TaskCounts counts,
            TaskList list,
            Clock clock) {
        this.currentPerson = currentPerson;
        this.people = people;
        this.filters = filters;
        this.counts = counts;
        this.list = list;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Shown> all() {
        var person = currentPerson.get();
        var seen = filters.seenBy(person.id(), groups(person).keySet().toArray(String[]::new));
        var found = counts.of(
                person,
                seen.stream()
                        .map(one -> new Wanted(one.id(), one.taskView(), one.filter()))
                        .toList());
        var usual = filters.usual(person.id()).orElse("");
        return seen.stream()
                .map(one -> new Shown(
                        one,
                        people.find(one.owner()).map(Person::name).orElse(one.owner()),
                        one.owner().equals(person.id()),
                        one.sharedWith() == null
                                ? null
                                : groupName(one.sharedWith()).orElse(null),
                        one.id().equals(usual),
                        found.getOrDefault(one.id(), 0L)))
                .toList();
    }

    /** @return the new filter's id */
    public String keep(Wish wish) {
        var person = currentPerson.get();
        filters.sweep(person.id());
        if (filters.numberOf(person.id()) >= MOST) {
            throw new ConflictException(Texts.get("workflow.filter.too-many", MOST));
        }
        var id = "TF" + UUID.randomUUID().toString().replace("-", "");
        filters.add(id, person.id(), checked(wish, person, null));
        return id;
    }

    public void change(String id, Wish wish) {
        var person = currentPerson.get();
        var before = own(id, person);
        if (!filters.change(id, checked(wish, person, before))) {
            throw new ConflictException(Texts.get("workflow.filter.changed"));
        }
    }

    public void delete(String id) {
        var person = currentPerson.get();
        filters.delete(own(id, person).id(), person.id());
    }

    public void restore(String id) {
        if (!filters.restore(id, currentPerson.get().id())) {
            throw new UnknownException(Texts.get("workflow.filter.unknown"));
        }
    }

    /** Where one's inbox begins; null: with all tasks. */
    public void makeUsual(@Nullable String id) {
        var person = currentPerson.get();
        filters.makeUsual(person.id(), id == null ? null : visible(id, person).id());
    }

    /** With whom one may share: the groups and organizations one belongs to. */
    @Transactional(readOnly = true)
    public Map<String, String> groups() {
        return groups(currentPerson.get());
    }

    private Map<String, String> groups(Person person) {
        var groups = people.unitsOf(person.id(), Texts.isEnglish());
        for (var group : person.groups()) {
            people.groupName(group, Texts.isEnglish()).ifPresent(name -> groups.put(group, name));
        }
        return groups;
    }

    private Optional<String> groupName(String group) {
        return people.groupName(group, Texts.isEnglish()).or(() -> people.unitName(group, Texts.isEnglish()));
    }

    private KeptFilter visible(String id, Person person) {
        return filters.find(id)
                .filter(found -> found.owner().equals(person.id())
                        || found.sharedWith() != null && groups(person).containsKey(found.sharedWith()))
                .orElseThrow(() -> new UnknownException(Texts.get("workflow.filter.unknown")));
    }

    private KeptFilter own(String id, Person person) {
        var found = visible(id, person);
        if (!found.owner().equals(person.id())) {
            throw new AccessDeniedException("a shared filter stays its owner's");
        }
        return found;
    }

    private Wish checked(Wish wish, Person person, @Nullable KeptFilter before) {
        var name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidException("name", Texts.get("workflow.filter.name", LONGEST_NAME));
        }
        if (filters.hasName(person.id(), name, before == null ? null : before.id())) {
            throw new InvalidException("name", Texts.get("workflow.filter.name-taken", name));
        }
        var view = TaskView.of(wish.view());
        for (var value : Arrays.asList(wish.process(), wish.q(), wish.customer(), wish.due(), wish.sort())) {
            if (value != null && value.length() > LONGEST_VALUE) {
                throw new InvalidException("q", Texts.get("workflow.filter.too-long", LONGEST_VALUE));
            }
        }
        new TaskFilter(wish.process(), wish.q(), wish.customer(), wish.due(), null).check(clock);
        list.checkSort(view, wish.sort());
        var group = blankToNull(wish.sharedWith());
        var kept = before != null && group != null && group.equals(before.sharedWith());
        if (group != null && !kept && !groups(person).containsKey(group)) {
            throw new InvalidException("sharedWith", Texts.get("workflow.filter.not-your-group"));
        }
        return new Wish(
                name,
                view.word(),
                blankToNull(wish.process()),
                blankToNull(wish.q()),
                blankToNull(wish.customer()),
                blankToNull(wish.due()),
                blankToNull(wish.sort()),
                group,
                wish.revision());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * @param sharedWithName null also where the group is gone
     * @param count one more than lists are counted ahead where there are more
     */
    record Shown(
            KeptFilter filter,
            String ownerName,
            boolean own,
            @Nullable String sharedWithName,
            boolean usual,
            long count) {}
}
