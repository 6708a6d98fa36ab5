package esop.systems.customermanagement;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.calls.SystemReads;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

@Component
class Tmf629Customers implements CustomerManagement {

    private static final String CUSTOMER = "/tmf-api/customerManagement/v4/customer";

    private final SystemReads crm;

    Tmf629Customers(SystemReads crm) {
        this.crm = crm;
    }

    @Override
    public Optional<JsonNode> find(String customerId) {
        return crm.get("crm", CUSTOMER + "/" + UriUtils.encodePathSegment(customerId, "UTF-8"));
    }

    @Override
    public List<JsonNode> page(int offset, int limit) {
        return crm.get("crm", CUSTOMER + "?offset=" + offset + "&limit=" + limit)
                .map(list -> StreamSupport.stream(list.spliterator(), false).toList())
                .orElseGet(List::of);
    }
}
