package esop.identity.signon;

import esop.identity.CurrentPerson;
import esop.web.InvalidException;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password, for people and for other systems. */
@RestController
class OwnPasswordController {

    private final PasswordSignOn signOn;
    private final OwnPassword ownPassword;
    private final CurrentPerson currentPerson;

    OwnPasswordController(PasswordSignOn signOn, OwnPassword ownPassword, CurrentPerson currentPerson) {
        this.signOn = signOn;
        this.ownPassword = ownPassword;
        this.currentPerson = currentPerson;
    }

    /** Every other session and every credential of this person ends. */
    @PostMapping("/api/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Valid @RequestBody OldAndNew passwords, HttpServletRequest request) {
        var me = currentPerson.get().id();
        if (!signOn.knows(me, passwords.oldPassword(), request.getRemoteAddr())) {
            throw new InvalidException("oldPassword", Texts.get("identity.old-password"));
        }
        if (passwords.newPassword().equals(passwords.oldPassword())) {
            throw new InvalidException("newPassword", Texts.get("identity.same-password"));
        }
        ownPassword.change(me, passwords.newPassword(), session(request));
    }

    private static String session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(HttpSession::getId)
                .orElse("");
    }

    record OldAndNew(
            @NotBlank @Size(max = 200) String oldPassword,
            @NotNull @Size(min = 10, max = 200) String newPassword) {

        @Override
        public String toString() {
            return "(secret)";
        }
    }
}
