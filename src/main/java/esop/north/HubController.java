package esop.north;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** TMF630's hub, as TMF622 and TMF641 have it. */
@RestController
@RequestMapping("/tmf-api/{api:productOrderingManagement|serviceOrdering}/v4/hub")
class HubController {

    private final Hub hub;

    HubController(Hub hub) {
        this.hub = hub;
    }

    @PostMapping
    ResponseEntity<Subscription> register(@PathVariable String api, @RequestBody Wish wish) {
        var listener = hub.register(Api.named(api), wish.callback(), wish.query());
        return ResponseEntity.created(URI.create("/tmf-api/" + api + "/v4/hub/" + listener.id()))
                .body(new Subscription(
                        listener.id(), listener.callback(), listener.query().isEmpty() ? null : listener.query()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String api, @PathVariable String id) {
        hub.remove(Api.named(api), id);
    }

    record Wish(@Nullable String callback, @Nullable String query) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subscription(
            String id, String callback, @Nullable String query) {}
}
