package esop.systems.sales;

import esop.systems.calls.CallRecords;
import esop.systems.calls.MirrorProtocol;
import org.springframework.stereotype.Component;

/** TMF648: a quote is posted when our approvers have agreed to it. */
@Component
class Tmf648QuoteMirror extends MirrorProtocol implements QuoteMirror {

    Tmf648QuoteMirror(CallRecords records) {
        super(records, "/tmf-api/quoteManagement/v4/quote", "quote", "-quote");
    }
}
