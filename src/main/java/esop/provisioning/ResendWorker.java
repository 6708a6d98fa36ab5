package esop.provisioning;

import esop.identity.DataScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off what people want sent again. All it knows stands in the table, so that it goes on after a kill where it was. */
@Component
class ResendWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ResendWorker.class);

    private final ResendStep step;
    private final ProvisioningSettings settings;
    private volatile boolean running;
    private Thread thread = new Thread();

    ResendWorker(ResendStep step, ProvisioningSettings settings) {
        this.step = step;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(() -> DataScope.asSystem(this::run), "fallout-resend");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                if (!step.take()) {
                    Thread.sleep(settings.resendPoll().toMillis());
                }
            } catch (InterruptedException stopping) {
                running = false;
            } catch (RuntimeException failure) {
                LOG.error("Nothing can be sent again now", failure);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.resendPoll().multipliedBy(10).toMillis());
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
