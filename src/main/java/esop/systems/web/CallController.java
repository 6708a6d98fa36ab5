package esop.systems.web;

import esop.systems.CallView;
import esop.systems.calls.CallState;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calls")
class CallController {

    private final CallQueries calls;
    private final CallbackQueries callbacks;

    CallController(CallQueries calls, CallbackQueries callbacks) {
        this.calls = calls;
        this.callbacks = callbacks;
    }

    @GetMapping
    Page<CallView> page(
            @RequestParam(required = false) @Nullable String system,
            @RequestParam(required = false) @Nullable CallState state,
            @RequestParam(required = false) @Nullable String aggregate,
            Paging paging) {
        return calls.page(system, state, aggregate, paging);
    }

    /** Callbacks that were not taken, the newest first. */
    @GetMapping("/callbacks")
    Page<CallbackRow> callbacks(
            @RequestParam(required = false) @Nullable String system,
            @RequestParam(required = false) CallbackRow.@Nullable State state,
            Paging paging) {
        return callbacks.page(system, state, paging);
    }

    @GetMapping("/{key}")
    CallDetail find(@PathVariable String key) {
        return calls.find(key).orElseThrow(() -> new UnknownException(Texts.get("systems.unknown-call")));
    }
}
