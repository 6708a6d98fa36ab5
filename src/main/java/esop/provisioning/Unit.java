package esop.provisioning;

import java.util.Arrays;
import java.util.Locale;

/** Who carries out work orders, and what it is asked for. */
enum Unit {
    /** The network department builds (ESOP 6.3.2.1.2(3)). */
    EOMS("construct", "construction", "施工"),
    /** The business platform opens the application (ESOP 6.3.2.1.2(2)). */
    PLATFORM("open", "opening", "平台开通"),
    /** The chosen partner installs at the customer's place (ESOP 6.3.2.1.2(4)). */
    SI("install", "installation", "上门安装");

    private final String step;
    private final String type;
    private final String work;

    Unit(String step, String type, String work) {
        this.step = step;
        this.type = type;
        this.work = work;
    }

    static Unit of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether a unit is asked for its work by this step, and not for something besides. */
    static boolean isWork(String step) {
        return Arrays.stream(values()).anyMatch(unit -> unit.step.equals(step));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step by which it is asked, as the tables name it. */
    String step() {
        return step;
    }

    /** 工单类型. */
    String type() {
        return type;
    }

    /** As a work order's description says it. */
    String work() {
        return work;
    }
}
