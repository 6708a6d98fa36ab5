package esop.systems.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who speaks which operation. */
@Component
class Protocols {

    private final Map<String, Protocol> byOperation = new HashMap<>();

    Protocols(List<Protocol> protocols) {
        protocols.forEach(protocol -> protocol.operations().forEach(operation -> byOperation.put(operation, protocol)));
    }

    Protocol of(String operation) {
        return Optional.ofNullable(byOperation.get(operation))
                .orElseThrow(() -> new IllegalArgumentException("nobody speaks " + operation));
    }
}
