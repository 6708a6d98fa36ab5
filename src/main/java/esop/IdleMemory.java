package esop;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.LoggerFactory;

/** Gives back what the start needed and the daily work does not; {@code java -jar} carries no flags that would. */
final class IdleMemory {

    private IdleMemory() {}

    static void giveBack() {
        try {
            var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            machine.setVMOption("MinHeapFreeRatio", "10");
            machine.setVMOption("MaxHeapFreeRatio", "30");
            machine.setVMOption("G1PeriodicGCInterval", "60000");
        } catch (IllegalArgumentException otherMachine) {
            LoggerFactory.getLogger(IdleMemory.class).debug("this JVM sizes its heap by itself", otherMachine);
        }
        System.gc();
    }
}
