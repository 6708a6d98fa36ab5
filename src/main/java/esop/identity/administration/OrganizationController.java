package esop.identity.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tree of province, cities, counties and departments, for administrators. */
@RestController
@RequestMapping("/api/administration/organizations")
class OrganizationController {

    private final OrganizationTree tree;

    OrganizationController(OrganizationTree tree) {
        this.tree = tree;
    }

    /** The caller's part, parents before their children. */
    @GetMapping
    List<OrganizationTree.Unit> units() {
        return tree.units();
    }

    /** Whoever opens a city has its data from then on; only administrators of the province can. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrganizationTree.Unit add(@Valid @RequestBody NewUnit unit) {
        return tree.add(unit.id(), unit.parent(), unit.kind(), unit.name(), unit.nameEn());
    }

    record NewUnit(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}")
            String id,

            @NotBlank @Size(max = 40) String parent,

            @NotNull @Pattern(regexp = "city|county|department|partner")
            String kind,

            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 60) String nameEn) {}
}
