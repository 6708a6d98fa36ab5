package esop.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import esop.sandbox.kernel.Answer;
import esop.sandbox.kernel.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A no is said in the same shape everywhere. */
@RestControllerAdvice
class Refused {

    @ExceptionHandler
    ResponseEntity<JsonNode> refusal(Refusal refusal) {
        return error(refusal.status(), refusal.code(), refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<JsonNode> unreadable(HttpMessageNotReadableException failure) {
        return error(400, "invalidBody", "the body is not the JSON expected here");
    }

    @ExceptionHandler
    ResponseEntity<JsonNode> mismatch(MethodArgumentTypeMismatchException failure) {
        return error(400, "invalidQuery", failure.getName() + " has the wrong form");
    }

    private static ResponseEntity<JsonNode> error(int status, String code, String message) {
        return ResponseEntity.status(status)
                .body(Answer.error(status, code, message).body());
    }
}
