package esop.systems.web;

import esop.systems.SystemUnavailableException;
import esop.systems.calls.BackingSystem;
import esop.systems.calls.BackingSystems;
import esop.web.Problems;
import esop.web.Texts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A system that does not answer is not the asker's fault, and not ours: 503 with its name. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SystemsProblems {

    private final BackingSystems systems;

    SystemsProblems(BackingSystems systems) {
        this.systems = systems;
    }

    @ExceptionHandler
    ProblemDetail unavailable(SystemUnavailableException failure) {
        var name = systems.find(failure.system()).map(system -> name(system)).orElse(failure.system());
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Texts.get("systems.unavailable", name));
    }

    private static String name(BackingSystem system) {
        return Texts.isEnglish() ? system.nameEn() : system.name();
    }
}
