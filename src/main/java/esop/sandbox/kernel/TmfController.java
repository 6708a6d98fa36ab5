package esop.sandbox.kernel;

import esop.sandbox.callback.CallbackQueue;
import esop.sandbox.fault.FaultMode;
import esop.sandbox.fault.Faults;
import esop.sandbox.fault.Wire;
import esop.sandbox.fault.Wire.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The door of every simulated system: write down, be struck by a fault or not, handle, answer. */
@Controller
class TmfController {

    private final Catalogue catalogue;
    private final Arrivals arrivals;
    private final Faults faults;
    private final Clerk clerk;
    private final CallbackQueue callbacks;
    private final Wire wire;

    TmfController(
            Catalogue catalogue, Arrivals arrivals, Faults faults, Clerk clerk, CallbackQueue callbacks, Wire wire) {
        this.catalogue = catalogue;
        this.arrivals = arrivals;
        this.faults = faults;
        this.clerk = clerk;
        this.callbacks = callbacks;
        this.wire = wire;
    }

    @RequestMapping("/{system}/tmf-api/**")
    void arrive(@PathVariable String system, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        catalogue.system(system);
        var arrival = arrivals.log(system, request);
        var resource = arrival.route().resource();
        var name = resource == null ? "" : resource.name();
        var fault = faults.strike(system, name, arrival.operation(), arrival.writes(), arrival.text())
                .orElse(null);
        var handled = clerk.handle(arrival, fault);
        var message = message(Strike.seen(fault, resource, handled));
        var record = handled.record();
        if (fault != null && fault.mode() == FaultMode.CALLBACK_FIRST && record != null) {
            wire.sendOnce(
                    () -> !callbacks.waitsFor(record.system(), record.resource(), record.id()),
                    request,
                    response,
                    message);
        } else {
            wire.send(request, response, message, fault);
        }
    }

    private static Message message(Answer answer) {
        var headers = new LinkedHashMap<>(answer.headers());
        if (answer.body() == null) {
            return new Message(answer.status(), headers, new byte[0]);
        }
        headers.put("Content-Type", "application/json;charset=UTF-8");
        return new Message(answer.status(), headers, answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }
}
