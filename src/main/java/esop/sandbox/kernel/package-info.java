/** What every simulated system shares: arrivals, rules, dedup, records and how they go on. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.kernel;
