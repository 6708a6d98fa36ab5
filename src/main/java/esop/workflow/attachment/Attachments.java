package esop.workflow.attachment;

import esop.identity.AuditLog;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskNotes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Whoever sees a task sees its files and may add to them while it is open; each one handed out is in the audit log. */
@Component
class Attachments {

    private static final int PART = 256 * 1024;
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 150;

    private final TaskAccess access;
    private final TaskNotes notes;
    private final AttachmentRepository repository;
    private final AuditLog auditLog;

    Attachments(TaskAccess access, TaskNotes notes, AttachmentRepository repository, AuditLog auditLog) {
        this.access = access;
        this.notes = notes;
        this.repository = repository;
        this.auditLog = auditLog;
    }

    List<Attachment> of(String taskId) {
        return access.within(
                person -> repository.of(access.visible(taskId, person).subjectId()));
    }

    Attachment add(String taskId, @Nullable String fileName, InputStream content) {
        return access.within(person -> {
            var task = subject(taskId, person);
            if (!task.isOpen()) {
                throw new ConflictException(Texts.get("workflow.task.closed"));
            }
            access.hold(task.id());
            if (repository.of(task.id()).size() >= MOST) {
                throw new ConflictException(Texts.get("workflow.attachment.too-many", MOST));
            }
            var name = clean(fileName);
            var id = UUID.randomUUID();
            store(id, task, name, person, content);
            notes.add(task.id(), "attached", person.id(), name, null, null);
            access.noteInPlace(task, person, access.principal(access.visible(taskId, person), person));
            record("attachment.add", id, task, name);
            return repository.find(task.id(), id).orElseThrow();
        });
    }

    private void store(UUID id, Task task, String name, Person person, InputStream content) {
        try (var digested = new DigestInputStream(content, sha256())) {
            var head = digested.readNBytes(FileKind.HEAD);
            var kind = FileKind.of(name, head)
                    .orElseThrow(() -> new InvalidException(
                            "file", Texts.get("workflow.attachment.kind", name, String.join(", ", FileKind.known()))));
            long size = 0;
            var number = 0;
            for (var part = join(head, digested); part.length > 0; part = digested.readNBytes(PART)) {
                repository.addPart(id, number++, task.city(), part);
                size += part.length;
            }
            if (size == 0) {
                throw new InvalidException("file", Texts.get("workflow.attachment.empty"));
            }
            var hash = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            repository.add(id, task, name, kind, size, hash, person.id());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] join(byte[] head, InputStream rest) throws IOException {
        if (head.length < FileKind.HEAD) {
            return head;
        }
        var more = rest.readNBytes(PART - head.length);
        var first = Arrays.copyOf(head, head.length + more.length);
        System.arraycopy(more, 0, first, head.length, more.length);
        return first;
    }

    /** Recorded before the first byte leaves. */
    Attachment handOut(String taskId, String id) {
        return access.within(person -> {
            var task = subject(taskId, person);
            var found = find(task, id);
            record("attachment.download", UUID.fromString(found.id()), task, found.name());
            return found;
        });
    }

    /** Part after part, so that a slow reader holds no transaction open. */
    void write(Attachment attachment, OutputStream out) throws IOException {
        var id = UUID.fromString(attachment.id());
        for (var number = 0; ; number++) {
            var next = number;
            var part = access.within(person -> repository.part(id, next));
            if (part.isEmpty()) {
                return;
            }
            out.write(part.get());
        }
    }

    void remove(String taskId, String id) {
        access.within(person -> {
            var task = subject(taskId, person);
            var found = find(task, id);
            if (!person.id().equals(found.addedBy()) && !person.id().equals(task.assignee())) {
                throw new AccessDeniedException("added by somebody else");
            }
            if (!task.isOpen()) {
                throw new ConflictException(Texts.get("workflow.task.closed"));
            }
            repository.remove(UUID.fromString(id), person.id());
            notes.add(task.id(), "detached", person.id(), found.name(), null, null);
            access.noteInPlace(task, person, access.principal(access.visible(taskId, person), person));
            record("attachment.remove", UUID.fromString(id), task, found.name());
            return Boolean.TRUE;
        });
    }

    private Task subject(String taskId, Person person) {
        var task = access.visible(taskId, person);
        return task.isOpinion() ? access.visible(task.subjectId(), person) : task;
    }

    private Attachment find(Task task, String id) {
        try {
            return repository
                    .find(task.id(), UUID.fromString(id))
                    .orElseThrow(() -> new UnknownException(Texts.get("workflow.attachment.unknown", id)));
        } catch (IllegalArgumentException noId) {
            throw new UnknownException(Texts.get("workflow.attachment.unknown", id));
        }
    }

    private void record(String action, UUID id, Task task, String name) {
        auditLog.record(action, "task-attachment/" + id, task.city(), Map.of("task", task.id(), "name", name));
    }

    /** Only the name itself, whatever folders somebody wrote before it. */
    private static String clean(@Nullable String fileName) {
        var path = fileName == null ? "" : fileName.replace('\\', '/');
        var name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "")
                .strip();
        if (name.isEmpty() || name.startsWith(".") || name.length() > LONGEST_NAME) {
            throw new InvalidException("file", Texts.get("workflow.attachment.name", LONGEST_NAME));
        }
        return name;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
