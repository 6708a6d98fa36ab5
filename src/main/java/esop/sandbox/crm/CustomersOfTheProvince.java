package esop.sandbox.crm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Manner;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Stored;
import java.io.IOException;
import java.time.Instant;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the demo province's customers into the CRM; one that is there already stays as it is. */
@Component
class CustomersOfTheProvince implements ApplicationRunner {

    private final ObjectMapper json;
    private final Records records;
    private final TransactionTemplate transaction;

    CustomersOfTheProvince(ObjectMapper json, Records records, TransactionTemplate transaction) {
        this.json = json;
        this.records = records;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try (var file = new ClassPathResource("sandbox/customers.json").getInputStream()) {
            var all = json.readTree(file);
            transaction.executeWithoutResult(status -> all.forEach(customer -> add((ObjectNode) customer)));
        }
    }

    private void add(ObjectNode customer) {
        var id = customer.path("id").asText();
        var path = "/" + Customers.KIND.system().id() + "/tmf-api/" + Customers.KIND.api() + "/" + Customers.KIND.name()
                + "/" + id;
        records.insert(new Stored(
                Customers.KIND.system().id(),
                Customers.KIND.name(),
                id,
                null,
                customer.path("status").asText(),
                Manner.NORMAL,
                customer.put("href", path),
                Instant.now(),
                Instant.now()));
    }
}
