package esop.workflow;

import org.jspecify.annotations.Nullable;

/** A step that a person had completed is to be done again; told in the transaction that makes it so. */
public record StepReopened(
        String process, String activity, @Nullable String businessKey) {}
