package esop.systems.productordering;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;

/** Tells the CRM what becomes of an order; the states of one order arrive there in order (ESOP 4.3.2). */
public interface ProductOrderMirror {

    /** @param productOrder TMF622 ProductOrder without {@code externalId}, which the adapter sets */
    void mirror(Step step, String city, String orderId, JsonNode productOrder);
}
