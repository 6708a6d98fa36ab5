package esop.sandbox.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which systems there are and what each of them offers. */
@Component
public class Catalogue {

    private final Map<String, BackingSystem> systems = new LinkedHashMap<>();
    private final List<TmfResource> resources;

    Catalogue(List<TmfResource> resources) {
        this.resources = resources;
        resources.stream()
                .map(resource -> resource.kind().system())
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(system -> systems.put(system.id(), system));
    }

    public List<BackingSystem> systems() {
        return List.copyOf(systems.values());
    }

    public BackingSystem system(String id) {
        return Optional.ofNullable(systems.get(id)).orElseThrow(() -> Refusal.unknown("system", id));
    }

    public List<TmfResource> resources(String system) {
        return resources.stream()
                .filter(resource -> resource.kind().system().id().equals(system))
                .toList();
    }

    public Optional<TmfResource> find(String system, String name) {
        return resources(system).stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst();
    }

    public TmfResource resource(String system, String name) {
        return find(system, name).orElseThrow(() -> Refusal.unknown("resource", system + "/" + name));
    }
}
