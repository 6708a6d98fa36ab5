package esop.web;

import esop.web.StoredAnswers.Key;
import esop.web.StoredAnswers.Stored;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A write that carries an {@code Idempotency-Key} takes effect once, whatever happens: its effect and its answer are stored
 * in one transaction around the whole request, and the same key again gets that answer. A crash leaves neither, and the
 * repetition does the work. The same key with another body gets 422.
 *
 * <p>Of two at once, the second waits for the first. Answers of 500 and more, and refusals that say nothing about the
 * request itself (401, 403, 429) or only about this moment (409), are not kept: whoever was overtaken may come again.
 */
@Component
@Order(IdempotencyFilter.AFTER_SECURITY)
class IdempotencyFilter extends OncePerRequestFilter {

    static final int AFTER_SECURITY = 0;

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern GOOD_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final StoredAnswers answers;
    private final Problems problems;
    private final TransactionTemplate transaction;
    /** Waiting here costs no connection to the database; between nodes the row of the key does the same. */
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

    IdempotencyFilter(StoredAnswers answers, Problems problems, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.problems = problems;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || String.valueOf(request.getContentType()).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = request.getHeader(HEADER);
        if (!GOOD_KEY.matcher(name).matches()) {
            problems.write(
                    request,
                    response,
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-request", Texts.get("web.key-too-long")));
            return;
        }
        var repeatable = new RepeatableRequest(request);
        var key = new Key(request.getUserPrincipal().getName(), request.getRequestURI(), name, repeatable.hash());
        var turn = turns[Math.floorMod(key.hashCode(), turns.length)];
        turn.lock();
        try {
            answer(key, repeatable, response, chain);
        } finally {
            turn.unlock();
        }
    }

    private void answer(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        var failure = new Failure();
        Optional<Stored> known;
        try {
            known = transaction.execute(status -> once(key, request, buffered, chain, status, failure));
        } catch (DuplicateKeyException | PessimisticLockingFailureException overtaken) {
            known = Optional.empty();
            buffered.reset();
            problems.write(request, buffered, conflict());
        }
        failure.rethrow();
        if (known.isPresent()) {
            replay(key, known.get(), request, response);
        } else {
            keepRefusal(key, buffered);
            buffered.copyBodyToResponse();
        }
    }

    /** Runs inside the transaction; empty when the request was worked on now. */
    private Optional<Stored> once(
            Key key,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain,
            TransactionStatus status,
            Failure failure) {
        if (!answers.reserve(key)) {
            return answers.find(key);
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException thrown) {
            failure.thrown = thrown;
        }
        if (failure.thrown != null || response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            status.setRollbackOnly();
        } else {
            answers.store(key, stored(response));
        }
        return Optional.empty();
    }

    /** A refused request had no effect; that it was refused is kept for whoever asks again. */
    private void keepRefusal(Key key, ContentCachingResponseWrapper response) {
        var status = response.getStatus();
        if (status == 400 || status == 404 || status == 422) {
            transaction.executeWithoutResult(own -> {
                if (answers.reserve(key)) {
                    answers.store(key, stored(response));
                }
            });
        }
    }

    private void replay(Key key, Stored known, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!known.isFor(key)) {
            problems.write(
                    request,
                    response,
                    Problems.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", Texts.get("web.key-other-body")));
            return;
        }
        response.setStatus(known.status());
        Optional.ofNullable(known.contentType()).ifPresent(response::setContentType);
        Optional.ofNullable(known.location()).ifPresent(location -> response.setHeader("Location", location));
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(known.body());
    }

    private static Stored stored(ContentCachingResponseWrapper response) {
        return new Stored(
                new byte[0],
                response.getStatus(),
                response.getContentType(),
                response.getHeader("Location"),
                response.getContentAsByteArray());
    }

    private static ProblemDetail conflict() {
        return Problems.of(HttpStatus.CONFLICT, "conflict", Texts.get("web.overtaken"));
    }

    private static final class Failure {

        private Exception thrown;

        private void rethrow() throws ServletException, IOException {
            if (thrown instanceof IOException failure) {
                throw failure;
            }
            if (thrown instanceof ServletException failure) {
                throw failure;
            }
            if (thrown instanceof RuntimeException failure) {
                throw failure;
            }
        }
    }
}
