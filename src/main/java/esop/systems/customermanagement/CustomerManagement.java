package esop.systems.customermanagement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Reads customers at the CRM: plain synchronous calls with time-out and breaker, never inside a transaction. */
public interface CustomerManagement {

    /** TMF629 Customer, or empty where the CRM knows none; {@code SystemUnavailableException} when it does not answer. */
    Optional<JsonNode> find(String customerId);

    List<JsonNode> page(int offset, int limit);
}
