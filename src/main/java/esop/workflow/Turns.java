package esop.workflow;

import esop.identity.DataScope;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A background thread that takes turns while there is something to do. All it knows stands in tables, so that it goes on after a kill. */
public class Turns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier turn;
    private volatile boolean running;
    private Thread thread = new Thread();

    /** @param turn false where there was nothing to do */
    public Turns(String name, Duration pause, BooleanSupplier turn) {
        this.name = name;
        this.pause = pause;
        this.turn = turn;
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(() -> DataScope.asSystem(this::run), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                if (!turn.getAsBoolean()) {
                    Thread.sleep(pause.toMillis());
                }
            } catch (InterruptedException stopping) {
                running = false;
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.error("{} cannot go on now", name, failure);
                    rest();
                }
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause.multipliedBy(10).toMillis());
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
