package esop.workflow.live;

import esop.identity.CurrentPerson;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class EventController {

    private final CurrentPerson currentPerson;
    private final Subscribers subscribers;

    EventController(CurrentPerson currentPerson, Subscribers subscribers) {
        this.currentPerson = currentPerson;
        this.subscribers = subscribers;
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        return subscribers.subscribe(currentPerson.get());
    }
}
