package esop.provisioning.web;

import esop.provisioning.CallResends;
import esop.provisioning.CallResends.Resent;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CallResendController {

    private final CallResends resends;

    CallResendController(CallResends resends) {
        this.resends = resends;
    }

    record WantedAgain(
            @Nullable List<String> keys, @Nullable String note) {}

    /** Calls that were given up and lie in no fallout go out again, each for itself. */
    @PostMapping("/api/calls/again")
    List<Resent> again(@RequestBody WantedAgain wanted) {
        var keys = wanted.keys() == null ? List.<String>of() : wanted.keys();
        if (keys.isEmpty()) {
            throw new BadRequestException("keys", Texts.get("provisioning.resend-which-calls"));
        }
        ResendController.checkNote(wanted.note());
        return resends.again(keys.stream().distinct().toList(), wanted.note());
    }
}
