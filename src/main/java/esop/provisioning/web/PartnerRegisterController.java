package esop.provisioning.web;

import esop.provisioning.PartnerRegister;
import esop.provisioning.PartnerRegister.Entry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The partners, for administrators; which of them is sent what work says the decision {@code si-partner}. */
@RestController
@RequestMapping("/api/administration/partners")
class PartnerRegisterController {

    private final PartnerRegister register;

    PartnerRegisterController(PartnerRegister register) {
        this.register = register;
    }

    /**
     * @param system where it takes its orders; left out where its people work in ESOP
     * @param active where left out, it is
     */
    record Wish(
            @Nullable @Pattern(regexp = "[a-z][a-z0-9.-]{1,59}")
            String id,

            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 60) String nameEn,
            @NotBlank @Size(max = 60) String organization,
            @Nullable @Size(max = 60) String system,
            @NotNull @Size(max = 50) List<@NotBlank String> cities,
            @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String> qualifications,

            @Nullable Boolean active) {

        Entry as(String number) {
            return new Entry(
                    number,
                    name,
                    nameEn,
                    organization,
                    system,
                    cities,
                    qualifications,
                    Optional.ofNullable(active).orElse(true));
        }
    }

    @GetMapping
    List<Entry> all() {
        return register.all();
    }

    @PostMapping
    ResponseEntity<Entry> add(@Valid @RequestBody Wish wish) {
        var added = register.add(wish.as(Optional.ofNullable(wish.id()).orElse("si." + wish.organization())));
        return ResponseEntity.created(URI.create("/api/administration/partners/" + added.id()))
                .body(added);
    }

    @PutMapping("/{id}")
    Entry change(@PathVariable String id, @Valid @RequestBody Wish wish) {
        return register.change(wish.as(id));
    }
}
