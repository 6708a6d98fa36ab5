package esop.systems.productordering;

import esop.systems.calls.CallRecords;
import esop.systems.calls.MirrorProtocol;
import org.springframework.stereotype.Component;

/** TMF622, as the CRM keeps our orders. */
@Component
class Tmf622ProductOrderMirror extends MirrorProtocol implements ProductOrderMirror {

    Tmf622ProductOrderMirror(CallRecords records) {
        super(records, "/tmf-api/productOrderingManagement/v4/productOrder", "product-order", "");
    }
}
