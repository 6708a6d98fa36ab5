package esop.systems.sales;

import esop.systems.calls.CallRecords;
import esop.systems.calls.MirrorProtocol;
import org.springframework.stereotype.Component;

/** TMF699, with a {@code salesOpportunity} as in 5.0.0. */
@Component
class Tmf699OpportunityMirror extends MirrorProtocol implements OpportunityMirror {

    Tmf699OpportunityMirror(CallRecords records) {
        super(records, "/tmf-api/sales/v4/salesOpportunity", "sales-opportunity", "");
    }
}
