package esop.provisioning.web;

import esop.provisioning.Resends;
import esop.web.BadRequestException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends fallouts again, one, a selection or all of a kind; the result is what really happened. */
@RestController
class ResendController {

    private final Resends resends;
    private final ResendRunList runs;

    ResendController(Resends resends, ResendRunList runs) {
        this.resends = resends;
        this.runs = runs;
    }

    /** @param fingerprint instead of ids: all open ones of this kind */
    record Wanted(
            @Nullable List<String> ids,
            @Nullable String fingerprint,
            @Nullable String note) {}

    @PostMapping("/api/fallouts/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public ResendRun start(@RequestBody Wanted wanted) {
        var ids = wanted.ids() == null ? List.<String>of() : wanted.ids();
        if (ids.isEmpty() == (wanted.fingerprint() == null)) {
            throw new BadRequestException("ids", Texts.get("provisioning.resend-what"));
        }
        checkNote(wanted.note());
        return find(resends.start(ids.stream().distinct().toList(), wanted.fingerprint(), wanted.note()));
    }

    record WantedCalls(
            @Nullable List<String> keys, @Nullable String note) {}

    /** Calls are named instead of the fallouts they lie in. */
    @PostMapping("/api/calls/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public ResendRun startCalls(@RequestBody WantedCalls wanted) {
        var keys = wanted.keys() == null ? List.<String>of() : wanted.keys();
        if (keys.isEmpty()) {
            throw new BadRequestException("keys", Texts.get("provisioning.resend-what"));
        }
        checkNote(wanted.note());
        return find(resends.startCalls(keys.stream().distinct().toList(), wanted.note()));
    }

    @GetMapping("/api/fallouts/runs")
    @Transactional(readOnly = true)
    public List<ResendRun> latest() {
        return runs.latest();
    }

    @GetMapping("/api/fallouts/runs/{id}")
    @Transactional(readOnly = true)
    public ResendRun one(@PathVariable String id) {
        return find(id);
    }

    /** What has not been sent yet stays in fallout. */
    @PostMapping("/api/fallouts/runs/{id}/stop")
    @Transactional
    public ResendRun stop(@PathVariable String id) {
        find(id);
        resends.stop(id);
        return find(id);
    }

    static void checkNote(@Nullable String note) {
        if (note != null && note.length() > 500) {
            throw new BadRequestException("note", Texts.get("provisioning.resend-note-long"));
        }
    }

    private ResendRun find(String id) {
        return runs.find(id).orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-run", id)));
    }
}
