package esop.identity.administration;

import esop.identity.administration.AdministeredPerson.Wish;
import esop.web.Page;
import esop.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts and rights, for administrators. What is beyond their grade, their cities or their part of the organisation is refused
 * with 403; people of other parts look like unknown ones.
 */
@RestController
@RequestMapping("/api/administration")
class AdministrationController {

    private final Administration administration;

    AdministrationController(Administration administration) {
        this.administration = administration;
    }

    @GetMapping("/people")
    Page<AdministeredPerson> people(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String organization,
            @ParameterObject Paging paging) {
        return administration.people(q.strip(), organization, paging);
    }

    @GetMapping("/roles")
    List<AdministrationRepository.Role> roles() {
        return administration.roles();
    }

    @PostMapping("/people")
    ResponseEntity<AdministeredPerson> add(@Valid @RequestBody NewAccount account) {
        var added = administration.add(
                account.id(),
                account.name(),
                account.organization(),
                account.password(),
                wish(true, account.roles(), account.cities(), account.exceptions()));
        return ResponseEntity.created(URI.create("/api/administration/people/" + added.id()))
                .body(added);
    }

    /** Replaces roles, cities and exceptions; takes effect at the person's next request. */
    @PutMapping("/people/{id}")
    AdministeredPerson change(@PathVariable String id, @Valid @RequestBody ChangedRights rights) {
        return administration.change(
                id, rights.revision(), wish(rights.active(), rights.roles(), rights.cities(), rights.exceptions()));
    }

    @PostMapping("/people/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable String id, @Valid @RequestBody NewPassword password) {
        administration.setPassword(id, password.password());
    }

    private static Wish wish(
            boolean active, Set<String> roles, Set<String> cities, @Nullable Map<String, String> exceptions) {
        return new Wish(
                active,
                new TreeSet<>(roles),
                new TreeSet<>(cities),
                new TreeMap<>(Optional.ofNullable(exceptions).orElse(Map.of())));
    }

    record NewAccount(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9.-]{1,59}")
            String id,

            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 60) String organization,
            @NotNull @Size(min = 10, max = 200) String password,
            @NotNull @Size(max = 20) Set<@NotNull String> roles,
            @NotNull @Size(max = 50) Set<@NotNull String> cities,
            @Nullable Map<@NotNull String, @NotNull String> exceptions) {

        @Override
        public String toString() {
            return id;
        }
    }

    record ChangedRights(
            @NotNull Integer revision,
            @NotNull Boolean active,
            @NotNull @Size(max = 20) Set<@NotNull String> roles,
            @NotNull @Size(max = 50) Set<@NotNull String> cities,
            @Nullable Map<@NotNull String, @NotNull String> exceptions) {}

    record NewPassword(@NotNull @Size(min = 10, max = 200) String password) {

        @Override
        public String toString() {
            return "(secret)";
        }
    }
}
