package esop.workflow.filter;

import esop.workflow.filter.Filters.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Kept filters of the inbox, one's own and those shared with one. */
@RestController
@RequestMapping("/api/task-filters")
class FilterController {

    private final Filters filters;

    FilterController(Filters filters) {
        this.filters = filters;
    }

    /** With how many tasks each shows at this moment. */
    @GetMapping
    List<Row> all() {
        return filters.all().stream().map(Row::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Kept keep(@RequestBody Wish wish) {
        return new Kept(filters.keep(wish));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String id, @RequestBody Wish wish) {
        filters.change(id, wish);
    }

    /** It can be brought back for a day. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        filters.delete(id);
    }

    @PostMapping("/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable String id) {
        filters.restore(id);
    }

    /** Where one's own inbox begins from now on; without an id with all tasks. */
    @PutMapping("/default")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeUsual(@RequestBody Chosen chosen) {
        filters.makeUsual(chosen.id());
    }

    @GetMapping("/groups")
    List<Group> groups() {
        return filters.groups().entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** @param revision the one that was read, where a filter is changed */
    record Wish(
            @Nullable String name,
            @Nullable String view,
            @Nullable String process,
            @Nullable String q,
            @Nullable String customer,
            @Nullable String due,
            @Nullable String sort,
            @Nullable String sharedWith,
            @Nullable Integer revision) {}

    record Kept(String id) {}

    record Chosen(@Nullable String id) {}

    record Group(String id, String name) {}

    /**
     * @param own whether one may change it
     * @param isDefault whether one's own inbox begins with it
     * @param count one more than {@code limit} of the counts of views where there are more
     * @param gone of {@code group} and {@code process} what it names and is no longer there
     */
    record Row(
            String id,
            String name,
            String view,
            @Nullable String process,
            @Nullable String q,
            @Nullable String customer,
            @Nullable String due,
            @Nullable String sort,
            String owner,
            String ownerName,
            boolean own,
            @Nullable String sharedWith,
            @Nullable String sharedWithName,
            boolean isDefault,
            int revision,
            List<String> gone,
            long count) {

        static Row of(Shown shown) {
            var filter = shown.filter();
            var gone = new ArrayList<String>();
            if (filter.sharedWith() != null && shown.sharedWithName() == null) {
                gone.add("group");
            }
            if (filter.processGone()) {
                gone.add("process");
            }
            return new Row(
                    filter.id(),
                    filter.name(),
                    filter.view(),
                    filter.process(),
                    filter.q(),
                    filter.customer(),
                    filter.due(),
                    filter.sort(),
                    filter.owner(),
                    shown.ownerName(),
                    shown.own(),
                    filter.sharedWith(),
                    shown.sharedWithName(),
                    shown.usual(),
                    filter.revision(),
                    gone,
                    shown.count());
        }
    }
}
