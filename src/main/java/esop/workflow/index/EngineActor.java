package esop.workflow.index;

import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;

/** The person in whose name the engine is working on this thread; nobody in a job. */
final class EngineActor {

    private EngineActor() {}

    static @Nullable String current() {
        var command = Context.getCommandContext();
        return command == null ? null : command.getAuthenticatedUserId();
    }
}
