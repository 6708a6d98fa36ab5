package esop.systems.calls;

import static org.awaitility.Awaitility.await;

import esop.identity.DataScope;
import esop.systems.CallView;
import esop.systems.Ordered;
import esop.systems.SandboxClient;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import esop.systems.SystemCalls;
import esop.systems.activation.ServiceActivation;
import esop.systems.communication.Messages;
import esop.systems.resourceordering.ResourceOrdering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the tests of calls share: a short resend policy, the sandbox in good health, and an ear for what the modules are told. */
public abstract class CallScene {

    protected static final String NANJING = "nanjing";
    protected static final Duration SOON = Duration.ofSeconds(15);

    protected final SandboxClient sandbox = new SandboxClient();
    protected final List<StepAnswered> told = new CopyOnWriteArrayList<>();
    protected final String aggregate = "TEST" + UUID.randomUUID().toString().substring(0, 8);
    protected final Step step = Step.of(aggregate, "probe");
    protected volatile Consumer<StepAnswered> module = answer -> {};

    @Autowired
    protected SystemCalls calls;

    @Autowired
    protected ServiceActivation activation;

    @Autowired
    protected ResourceOrdering ordering;

    @Autowired
    protected Messages messages;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionOperations transaction;

    @Autowired
    private SystemGuards guards;

    @Autowired
    private BackingSystems systems;

    @Autowired
    private ConfigurableApplicationContext context;

    private final ApplicationListener<PayloadApplicationEvent<StepAnswered>> ear = this::hear;

    @BeforeEach
    void setTheScene() {
        sandbox.heal();
        systems.all().forEach(system -> guards.of(system).reset());
        policy("*", 3, "PT0.1S");
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300));
        context.addApplicationListener(ear);
    }

    @AfterEach
    void clearTheScene() {
        context.removeApplicationListener(ear);
        sandbox.heal();
        sandbox.behaves("eoms", Map.of("answerAfterMs", 1500, "manual", false));
        sandbox.behaves("messages", Map.of("answerAfterMs", 1500));
        systems.all().forEach(system -> guards.of(system).reset());
    }

    private void hear(PayloadApplicationEvent<StepAnswered> event) {
        if (event.getPayload().step().aggregate().startsWith(aggregate)) {
            module.accept(event.getPayload());
            told.add(event.getPayload());
        }
    }

    protected void policy(String errorClass, int attempts, String intervals) {
        inTransaction(() -> jdbc.sql("""
                        INSERT INTO systems.resend_policy (system, step, error_class, attempts, intervals, jitter_percent)
                        VALUES ('*', 'probe', :errorClass, :attempts, :intervals, 0)
                        ON CONFLICT (system, step, error_class)
                        DO UPDATE SET attempts = excluded.attempts, intervals = excluded.intervals
                        """)
                .param("errorClass", errorClass)
                .param("attempts", attempts)
                .param("intervals", intervals)
                .update());
    }

    protected void inTransaction(Runnable work) {
        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** BOSS, answered at once. */
    protected void activate(Step which) {
        inTransaction(() -> activation.activate(
                which, NANJING, "vpmn", "add", "C-" + which.aggregate(), Map.of("members", 12, "shortNumbers", true)));
    }

    /** EOMS, answered by callbacks. */
    protected void order(Step which) {
        var wanted = new Ordered(
                NANJING,
                "leased-line",
                "add",
                "C-" + which.aggregate(),
                Instant.now().plusSeconds(86_400),
                2,
                Map.of("bandwidth", 100));
        inTransaction(() -> ordering.order(which, "eoms", wanted));
    }

    /** The message gateway, whose patience in tests is short. */
    protected void send(Step which) {
        inTransaction(() -> messages.send(which, NANJING, "SMS", "13900000000", "您的业务已开通"));
    }

    protected CallView call(Step which) {
        return DataScope.asSystem(() -> transaction.execute(status -> calls.ofAggregates(List.of(which.aggregate()))))
                .stream()
                .filter(view -> view.key().equals(which.key()))
                .findFirst()
                .orElseThrow();
    }

    protected void awaitCall(Step which, CallState state) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> call(which).state(), state.name()::equals);
    }

    protected void awaitTold(State state) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> states().contains(state));
    }

    protected List<State> states() {
        return told.stream().map(StepAnswered::state).toList();
    }

    /** Long enough for something wrong to happen, if it is going to. */
    protected static void aWhile() {
        try {
            Thread.sleep(600);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
