package esop.identity;

import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who one is, and who one's colleagues are. */
@RestController
class PersonController {

    private static final String OVERVIEW = "/overview";

    private final CurrentPerson currentPerson;
    private final CurrentRights currentRights;
    private final PeopleRepository people;
    private final OrganizationRepository organization;
    private final EsopSettings settings;

    PersonController(
            CurrentPerson currentPerson,
            CurrentRights currentRights,
            PeopleRepository people,
            OrganizationRepository organization,
            EsopSettings settings) {
        this.currentPerson = currentPerson;
        this.currentRights = currentRights;
        this.people = people;
        this.organization = organization;
        this.settings = settings;
    }

    /** The signed-on person, the cities whose data they see and the modules their roles open: the console's menu. */
    @GetMapping("/api/me")
    Me me() {
        var person = currentPerson.get();
        var modules = new TreeSet<String>();
        currentRights
                .of(person.id())
                .ifPresent(rights -> modules.addAll(rights.modules().keySet()));
        currentRights
                .of(person.id())
                .filter(rights -> "write".equals(rights.modules().get("orders")))
                .ifPresent(rights -> modules.add("order-entry"));
        var home = home(person, modules);
        if (home.equals(OVERVIEW)) {
            modules.add("overview");
        }
        return new Me(
                person.id(),
                person.name(),
                person.organization(),
                List.copyOf(person.roles()),
                organization.cities(person.cities()),
                List.copyOf(modules),
                home,
                settings.demo());
    }

    /** Who enters orders begins with them, who works off tasks with the inbox; the others begin with what needs their eye. */
    private static String home(Person person, Set<String> modules) {
        if (modules.contains("partner")) {
            return "/partner";
        }
        if (person.roles().contains("operations")) {
            return "/inbox";
        }
        if (modules.contains("order-entry")) {
            return "/orders";
        }
        return person.roles().contains("designer") ? "/rules" : OVERVIEW;
    }

    /** Colleagues in the caller's cities, for choosing somebody: by a part of their name or id. */
    @GetMapping("/api/people")
    Page<Colleague> people(@RequestParam(defaultValue = "") String q, @ParameterObject Paging paging) {
        return people.colleagues(currentPerson.get().cities(), q.strip(), paging)
                .map(person -> new Colleague(person.id(), person.name(), person.organization()));
    }

    /** What the login page shows before anybody is known; in the demo province, whom one may be. */
    @GetMapping("/api/login-info")
    LoginInfo loginInfo() {
        return settings.demo()
                ? new LoginInfo(true, people.suggested(Texts.isEnglish()))
                : new LoginInfo(false, List.of());
    }

    /** @param home the console's route where this person's day begins */
    record Me(
            String id,
            String name,
            String organization,
            List<String> roles,
            List<OrganizationRepository.City> cities,
            List<String> modules,
            String home,
            boolean demo) {}

    record Colleague(String id, String name, String organization) {}

    record LoginInfo(boolean demo, List<PeopleRepository.Suggested> people) {}
}
