package esop.web;

import esop.web.StoredAnswers.Key;
import esop.web.StoredAnswers.Stored;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
 *
 * <p>Each of them holds a connection to the database from beginning to end, so there are only so many at once; 503 for whoever would wait too
 * long.
 */
@Component
@Order(IdempotencyFilter.AFTER_SECURITY)
class IdempotencyFilter extends OncePerRequestFilter {

    static final int AFTER_SECURITY = 0;

    private static final String HEADER = "Idempotency-Key";
    /**
     * Work whose parts are transactions of their own: within another one each would want a second connection, and many of them would wait for one
     * another. Cut short, it is asked for again and finds done what is done.
     */
    private static final Set<String> IN_PARTS = Set.of("/api/tasks/bulk");

    private static final Pattern GOOD_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final StoredAnswers answers;
    private final Problems problems;
    private final TransactionTemplate transaction;
    private final Semaphore places;
    private final long patience;
    /** Waiting here costs no connection to the database; between nodes the row of the key does the same. */
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

    IdempotencyFilter(
            StoredAnswers answers, Problems problems, PlatformTransactionManager transactions, WebSettings settings) {
        this.answers = answers;
        this.problems = problems;
        this.transaction = new TransactionTemplate(transactions);
        this.places = new Semaphore(settings.keyedAtOnce(), true);
        this.patience = settings.keyedPatience().toMillis();
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
        if (!inTime(turn::tryLock)) {
            problems.busy(repeatable, response);
            return;
        }
        try {
            inItsPlace(key, repeatable, response, chain);
        } finally {
            turn.unlock();
        }
    }

    private void inItsPlace(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!inTime(places::tryAcquire)) {
            problems.busy(request, response);
            return;
        }
        try {
            if (IN_PARTS.contains(request.getServletPath())) {
                answerInParts(key, request, response, chain);
            } else {
                answer(key, request, response, chain);
            }
        } finally {
            places.release();
        }
    }

    private boolean inTime(Wait wait) {
        try {
            return wait.forIt(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void answerInParts(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var known = transaction.execute(status -> answers.find(key));
        if (known.isPresent()) {
            replay(key, known.get(), request, response);
            return;
        }
        var buffered = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, buffered);
        if (buffered.getStatus() < HttpStatus.BAD_REQUEST.value()) {
            keep(key, buffered);
        } else {
            keepRefusal(key, buffered);
        }
        buffered.copyBodyToResponse();
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
            keep(key, response);
        }
    }

    private void keep(Key key, ContentCachingResponseWrapper response) {
        transaction.executeWithoutResult(own -> {
            if (answers.reserve(key)) {
                answers.store(key, stored(response));
            }
        });
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

    @FunctionalInterface
    private interface Wait {
        boolean forIt(long time, TimeUnit unit) throws InterruptedException;
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
