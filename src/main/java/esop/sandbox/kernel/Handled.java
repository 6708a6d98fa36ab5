package esop.sandbox.kernel;

import org.jspecify.annotations.Nullable;

/** What was answered, and the record that was made or changed for it. */
record Handled(Answer answer, @Nullable Stored record) {}
