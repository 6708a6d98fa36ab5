package esop.provisioning.web;

import esop.identity.People;
import esop.provisioning.PartnerPreferences;
import esop.provisioning.PartnerPreferences.Preference;
import esop.provisioning.PartnerRegister;
import esop.provisioning.PartnerRegister.Entry;
import esop.provisioning.web.RegisteredPartners.Wanted;
import esop.web.Texts;
import esop.web.UnknownException;
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
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The partners, for administrators and operations; which of them is sent what work says the decision {@code si-partner}. */
@RestController
@RequestMapping("/api/administration/partners")
class PartnerRegisterController {

    private final PartnerRegister register;
    private final RegisteredPartners partners;
    private final PartnerPreferences preferences;
    private final People people;

    PartnerRegisterController(
            PartnerRegister register, RegisteredPartners partners, PartnerPreferences preferences, People people) {
        this.register = register;
        this.partners = partners;
        this.preferences = preferences;
        this.people = people;
    }

    /** @param qualifications every word there is for what a partner may install */
    record Register(List<RegisteredPartner> partners, List<String> qualifications, boolean mayChange) {}

    /**
     * @param preferences for what it is chosen, in the caller's cities
     * @param people who works for it there now
     */
    record Detail(RegisteredPartner partner, List<Preference> preferences, List<Worker> people, boolean mayChange) {}

    record Worker(String id, String name) {}

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
    @Transactional(readOnly = true)
    Register list(Wanted wanted) {
        return new Register(partners.list(wanted), partners.qualifications(), register.mayChange());
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    Detail one(@PathVariable String id) {
        var partner = partners.find(id)
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.partner.unknown", id)));
        var workers = partner.cities().stream()
                .flatMap(city -> people.inGroup(partner.organization() + "@" + city).stream())
                .map(person -> new Worker(person.id(), person.name()))
                .distinct()
                .toList();
        return new Detail(partner, preferences.of(id, partner.cities()), workers, register.mayChange());
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
