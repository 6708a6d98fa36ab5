package esop.bench;

import java.time.Duration;

/**
 * What PostgreSQL has done so far.
 *
 * @param statements as its own counter sees them, without the brackets of transactions
 * @param transactions those brackets, where they open
 * @param wal bytes
 */
record Usage(Duration cpu, long statements, long transactions, long wal) {}
