package esop.workflow.filter;

import esop.workflow.inbox.TaskFilter;
import esop.workflow.inbox.TaskView;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the inbox under a name.
 *
 * @param sort as lists take it, or null for the view's own order
 * @param sharedWith a group ({@code role@city}) or an organization, whose people see it too; it stays its owner's
 * @param processGone whether no process of this name is deployed any more
 */
record KeptFilter(
        String id,
        String owner,
        String name,
        String view,
        @Nullable String process,
        @Nullable String q,
        @Nullable String customer,
        @Nullable String due,
        @Nullable String sort,
        @Nullable String sharedWith,
        int revision,
        boolean processGone) {

    TaskView taskView() {
        return TaskView.of(view);
    }

    TaskFilter filter() {
        return new TaskFilter(process, q, customer, due, null);
    }
}
