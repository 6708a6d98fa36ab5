package esop.workflow.live;

import org.springframework.context.SmartLifecycle;

/** One background thread that takes turns until the application stops. */
abstract class Worker implements SmartLifecycle {

    private final String name;
    private volatile boolean running;
    private Thread thread = new Thread();

    Worker(String name) {
        this.name = name;
    }

    abstract void turn() throws InterruptedException;

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                turn();
            } catch (InterruptedException ended) {
                running = false;
            }
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
