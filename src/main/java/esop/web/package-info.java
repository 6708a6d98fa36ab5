/** The manners of every endpoint: problem+json, pages, revisions, idempotency keys. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package esop.web;
