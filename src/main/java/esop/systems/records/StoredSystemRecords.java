package esop.systems.records;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredSystemRecords implements SystemRecords {

    private final CallsOfRecords calls;
    private final RecordQuestions questions;

    StoredSystemRecords(CallsOfRecords calls, RecordQuestions questions) {
        this.calls = calls;
        this.questions = questions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LeftRecord> leftBy(Collection<String> aggregates, Collection<String> others) {
        var history = new RecordHistory();
        if (!aggregates.isEmpty()) {
            calls.of(aggregates, others).forEach(history::add);
        }
        return history.latest();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(Step question, String city, LeftRecord about) {
        questions.ask(question, city, about);
    }

    @Override
    public Optional<JsonNode> found(JsonNode answer) {
        return answer.isArray()
                ? Optional.ofNullable(answer.get(0))
                : Optional.of(answer).filter(JsonNode::isObject);
    }
}
