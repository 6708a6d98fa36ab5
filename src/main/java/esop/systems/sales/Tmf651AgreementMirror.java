package esop.systems.sales;

import esop.systems.calls.CallRecords;
import esop.systems.calls.MirrorProtocol;
import org.springframework.stereotype.Component;

/** TMF651: an agreement is posted when it is in force, and patched when it is changed or ends. */
@Component
class Tmf651AgreementMirror extends MirrorProtocol implements AgreementMirror {

    Tmf651AgreementMirror(CallRecords records) {
        super(records, "/tmf-api/agreementManagement/v4/agreement", "agreement", "-agreement");
    }
}
