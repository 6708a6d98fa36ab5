package esop.workflow.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a command of the engine starts and ends is written in one statement, when the engine writes its own. */
@Component
class InstanceMoves implements SessionFactory {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    InstanceMoves(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static OfCommand current() {
        return Context.getCommandContext().getSession(OfCommand.class);
    }

    @Override
    public Class<?> getSessionType() {
        return OfCommand.class;
    }

    @Override
    public Session openSession() {
        return new OfCommand();
    }

    final class OfCommand implements Session {

        private final List<Map<String, @Nullable Object>> started = new ArrayList<>();
        private final Map<String, String> ended = new LinkedHashMap<>();

        /** Who began an instance of which nothing is written yet. */
        @Nullable
        Object startedBy(String id) {
            return started.stream()
                    .filter(instance -> id.equals(instance.get("id")))
                    .map(instance -> instance.get("started_by"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        void started(Map<String, @Nullable Object> instance) {
            started.add(instance);
        }

        void ended(String instance, String outcome) {
            ended.put(instance, outcome);
        }

        @Override
        public void flush() {
            if (started.isEmpty() && ended.isEmpty()) {
                return;
            }
            jdbc.sql("SELECT workflow.instances_moved(:started::jsonb, :ended::jsonb)")
                    .param("started", json.valueToTree(started).toString())
                    .param("ended", json.valueToTree(ended).toString())
                    .query((row, number) -> number)
                    .list();
            started.clear();
            ended.clear();
        }

        @Override
        public void close() {}
    }
}
