package esop.sandbox.page;

import esop.sandbox.fault.Fault;
import esop.sandbox.fault.FaultMode;
import esop.sandbox.fault.Faults;
import esop.sandbox.kernel.Catalogue;
import esop.sandbox.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The switches that break and heal a system. */
@RestController
class FaultController {

    private final Catalogue catalogue;
    private final Faults faults;

    FaultController(Catalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    record Switch(
            @Nullable String mode,
            @Nullable Integer times,
            @Nullable Integer delayMs,
            @Nullable Double probability,
            @Nullable String operation,
            @Nullable String containing,
            @Nullable Boolean apply) {}

    record Struck(
            String system,
            String mode,
            @Nullable Integer times,
            int delayMs,
            double probability,
            @Nullable String operation,
            @Nullable String containing,
            boolean apply) {

        static Struck of(Fault fault) {
            return new Struck(
                    fault.system(),
                    fault.mode().word(),
                    fault.times(),
                    fault.delayMs(),
                    fault.probability(),
                    fault.operation(),
                    fault.containing(),
                    fault.applies());
        }
    }

    @PutMapping("/faults/{system}")
    Struck set(@PathVariable String system, @RequestBody Switch wanted) {
        catalogue.system(system);
        var mode = FaultMode.of(wanted.mode() == null ? "" : wanted.mode())
                .orElseThrow(() -> invalid("mode must be one of " + FaultMode.words()));
        var delayMs = wanted.delayMs() == null ? 0 : wanted.delayMs();
        var probability = wanted.probability() == null ? 1 : wanted.probability();
        if (wanted.times() != null && wanted.times() < 1) {
            throw invalid("times counts from 1; leave it out for ever");
        }
        if (delayMs < 0 || delayMs > 600_000) {
            throw invalid("delayMs lies between 0 and 600000");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw invalid("probability lies above 0, up to 1");
        }
        var operation = given(wanted.operation());
        if (operation != null
                && catalogue.find(system, operation.split("\\.")[0]).isEmpty()) {
            throw invalid("operation " + operation + " is not one of " + system);
        }
        var fault = new Fault(
                system,
                operation,
                mode,
                wanted.times(),
                delayMs,
                probability,
                given(wanted.containing()),
                wanted.apply());
        faults.set(fault);
        return Struck.of(fault);
    }

    @GetMapping("/faults")
    List<Struck> active() {
        return faults.active().stream().map(Struck::of).toList();
    }

    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void healAll() {
        faults.clear();
    }

    @DeleteMapping("/faults/{system}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void heal(@PathVariable String system) {
        catalogue.system(system);
        faults.clear(system);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Refusal invalid(String message) {
        return new Refusal(400, "invalidBody", message);
    }
}
