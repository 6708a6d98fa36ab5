package esop.workflow.attachment;

import java.time.Instant;

/**
 * A file laid to a task.
 *
 * @param type what it is by its content
 * @param sha256 of its bytes, in hexadecimal digits
 */
record Attachment(
        String id,
        String taskId,
        String name,
        String type,
        long size,
        String sha256,
        String addedBy,
        String addedByName,
        Instant added) {}
