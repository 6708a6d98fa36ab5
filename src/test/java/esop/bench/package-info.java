/** Whole orders against the same models on a bare engine, and a full history against an empty one: {@code mvn -Pbench integration-test}. */
@org.jspecify.annotations.NullMarked
package esop.bench;
