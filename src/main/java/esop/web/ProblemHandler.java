package esop.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what controllers throw into {@link Problems}; what nobody expected goes to {@link UnexpectedProblem}. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail unknown(UnknownException failure) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown", failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidException failure) {
        return Problems.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", failure.getMessage(), failure.errors());
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException failure) {
        var problem = Problems.of(HttpStatus.CONFLICT, "conflict", failure.getMessage(), failure.errors());
        failure.properties().forEach(problem::setProperty);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail badRequest(BadRequestException failure) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-request", failure.getMessage(), failure.errors());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(BodyTooLargeException failure) {
        return Problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail violated(ConstraintViolationException failure) {
        return badRequest(failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(String.valueOf(violation.getPropertyPath()), violation.getMessage()))
                .toList());
    }

    /** Two wrote the same thing at once; whoever was slower may look again. */
    @ExceptionHandler({DuplicateKeyException.class, PessimisticLockingFailureException.class})
    ProblemDetail overtaken() {
        return Problems.of(HttpStatus.CONFLICT, "conflict", Texts.get("web.overtaken"));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = failure.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(
                        error.getField(), error.isBindingFailure() ? Texts.get("web.wrong-type") : text(error)))
                .toList();
        return answer(badRequest(errors), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(result.getMethodParameter().getParameterName(), text(error))))
                .toList();
        return answer(badRequest(errors), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var cause = failure.getMostSpecificCause();
        if (cause instanceof BodyTooLargeException tooLarge) {
            return answer(tooLarge(tooLarge), headers);
        }
        if (failure.getCause() instanceof MismatchedInputException mismatch) {
            return answer(badRequest(List.of(new FieldError(path(mismatch), Texts.get("web.wrong-type")))), headers);
        }
        return answer(Problems.of(HttpStatus.BAD_REQUEST, "bad-request", Texts.get("web.malformed")), headers);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : failure.getPropertyName();
        return answer(badRequest(List.of(new FieldError(String.valueOf(field), Texts.get("web.wrong-type")))), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(
                badRequest(List.of(new FieldError(failure.getParameterName(), Texts.get("web.missing")))), headers);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(ProblemKind.of(status), headers);
    }

    private static ProblemDetail badRequest(List<FieldError> errors) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-request", Texts.get("web.fields"), errors);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return new ResponseEntity<>(problem, headers, HttpStatusCode.valueOf(problem.getStatus()));
    }

    private static String text(MessageSourceResolvable error) {
        return Texts.messages().getMessage(error, Texts.current());
    }

    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
