package esop.bench;

import java.time.Duration;

/** What one round has cost, per order. */
record Cost(
        double jvmMillis,
        double postgresMillis,
        double statements,
        double transactions,
        double walBytes,
        double ordersPerSecond) {

    double cpuMillis() {
        return jvmMillis + postgresMillis;
    }

    static Cost of(int orders, Duration took, Duration jvm, Usage before, Usage after) {
        return new Cost(
                (double) jvm.toMillis() / orders,
                (double) after.cpu().minus(before.cpu()).toMillis() / orders,
                (double) (after.statements() - before.statements()) / orders,
                (double) (after.transactions() - before.transactions()) / orders,
                (double) (after.wal() - before.wal()) / orders,
                orders * 1000.0 / took.toMillis());
    }
}
