package esop.workflow.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import esop.TestEnvironment;
import esop.identity.DataScope;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EsopTest
class AttachmentTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    private Caller operations;
    private Caller colleague;
    private Caller elsewhere;
    private Caller accountManager;
    private String task;

    @BeforeEach
    void start() {
        operations = Caller.as("operations.nanjing");
        colleague = Caller.as("operations2.nanjing");
        elsewhere = Caller.as("operations.suzhou");
        accountManager = Caller.as("account-manager.nanjing");
        var instance = runtime.startProcessInstanceByKey(
                "errand",
                "E" + UUID.randomUUID(),
                Map.of("city", "nanjing", "priority", 1, "orderId", "PO" + UUID.randomUUID(), "product", "vpmn"));
        task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    @Test
    void whatWasLaidToATaskComesBackByteByByteAsAFileAndIsAudited() {
        var text = pdf(700_000);

        var added = upload(operations, "验收 单.pdf", text);

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().get("size").asInt()).isEqualTo(text.length);
        assertThat(added.json().get("type").asText()).isEqualTo("application/pdf");
        var id = added.json().get("id").asText();
        var got = colleague.get(path() + "/" + id);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(new String(text, StandardCharsets.UTF_8));
        assertThat(got.header("Content-Disposition")).startsWith("attachment;").contains("filename*=UTF-8''");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.header("Content-Security-Policy")).contains("sandbox");
        assertThat(audited(id))
                .containsExactly("attachment.add operations.nanjing", "attachment.download operations2.nanjing");
        assertThat(colleague.get(path()).json().get(0).get("name").asText()).isEqualTo("验收 单.pdf");
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefused() {
        var html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        for (var name :
                List.of("a.pdf", "a.png", "a.jpg", "a.docx", "a.txt", "a.html", "a.svg", "a", "a.exe", "a.pdf.html")) {
            assertThat(upload(operations, name, html).status()).as(name).isEqualTo(422);
            assertThat(upload(operations, name, svg).status()).as(name).isEqualTo(422);
        }
        assertThat(upload(operations, "a.txt", new byte[] {'M', 'Z', 0, 1, 2}).status())
                .isEqualTo(422);
        assertThat(upload(operations, "a.xlsx", zip("evil.sh")).status()).isEqualTo(422);
        assertThat(upload(operations, "a.xlsx", zip("[Content_Types].xml", "word/document.xml"))
                        .status())
                .isEqualTo(422);
        assertThat(upload(operations, "a.xlsx", zip("[Content_Types].xml", "xl/vbaProject.bin"))
                        .status())
                .isEqualTo(422);
        assertThat(upload(operations, "a.txt", new byte[0]).status()).isEqualTo(422);
        assertThat(operations.get(path()).json()).isEmpty();
    }

    @Test
    void officeFilesAndPicturesAndTextAreTaken() {
        assertThat(upload(operations, "a.docx", zip("[Content_Types].xml", "word/document.xml"))
                        .status())
                .isEqualTo(201);
        assertThat(upload(operations, "a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))
                        .status())
                .isEqualTo(201);
        assertThat(upload(operations, "说明.txt", "客户要求上午".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
        assertThat(upload(operations, "../../etc/名单.csv", "编号,名称".getBytes(Charset.forName("GB18030")))
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("名单.csv");
        assertThat(operations.get(path()).json()).hasSize(4);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        var answer = upload(operations, "a.pdf", pdf(21 * 1024 * 1024));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(operations.get(path()).json()).isEmpty();
    }

    /** Its first kilobyte is all that is ever sent: the answer does not wait for the rest. */
    @Test
    void whatIsAnnouncedAsTwoGigabytesIsRefusedUnread() throws IOException {
        var server = URI.create(TestEnvironment.serverUrl());
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            var credential = operations
                    .request(path())
                    .build()
                    .headers()
                    .firstValue("Authorization")
                    .orElseThrow();
            var head = String.join(
                    "\r\n",
                    "POST " + path() + " HTTP/1.1",
                    "Host: " + server.getAuthority(),
                    "Authorization: " + credential,
                    "Content-Type: multipart/form-data; boundary=esop",
                    "Content-Length: 2147483648",
                    "",
                    "--esop",
                    "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"",
                    "",
                    "%PDF-1.7" + " ".repeat(1_024));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
        assertThat(operations.get(path()).json()).isEmpty();
    }

    @Test
    void filesBelongToWhoSeesTheTask() {
        var id = upload(operations, "a.pdf", pdf(100)).json().get("id").asText();

        assertThat(elsewhere.get(path()).status()).isEqualTo(404);
        assertThat(elsewhere.get(path() + "/" + id).status()).isEqualTo(404);
        assertThat(upload(elsewhere, "b.pdf", pdf(100)).status()).isEqualTo(404);
        assertThat(accountManager.get(path() + "/" + id).status()).isEqualTo(403);
        assertThat(upload(accountManager, "b.pdf", pdf(100)).status()).isEqualTo(403);
        assertThat(operations.get(path() + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(operations.get(path() + "/x").status()).isEqualTo(404);
        assertThat(colleague.delete(path() + "/" + id).status()).isEqualTo(403);
        assertThat(operations.delete(path() + "/" + id).status()).isEqualTo(204);
        assertThat(operations.get(path() + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void whatIsRemovedLeavesATraceAndNoBytes() {
        var id = upload(operations, "a.pdf", pdf(300_000)).json().get("id").asText();
        assertThat(rows("attachment_part WHERE attachment_id", id)).isEqualTo(2);

        operations.delete(path() + "/" + id);

        assertThat(rows("attachment_part WHERE attachment_id", id)).isZero();
        assertThat(rows("task_attachment WHERE removed_by = 'operations.nanjing' AND id", id))
                .isEqualTo(1);
    }

    private int rows(String where, String id) {
        return DataScope.asSystem(() -> transaction.execute(
                status -> jdbc.sql("SELECT count(*) FROM workflow." + where + " = CAST(:id AS uuid)")
                        .param("id", id)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void aDoneTaskTakesNoMoreFilesAndKeepsThoseItHas() {
        var id = upload(operations, "a.pdf", pdf(100)).json().get("id").asText();
        operations.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("result", "done", "receipt", "A12")));

        assertThat(upload(operations, "b.pdf", pdf(100)).status()).isEqualTo(409);
        assertThat(operations.delete(path() + "/" + id).status()).isEqualTo(409);
        assertThat(operations.get(path() + "/" + id).status()).isEqualTo(200);
    }

    private String path() {
        return "/api/tasks/" + task + "/attachments";
    }

    private List<String> audited(String id) {
        return DataScope.asSystem(() -> transaction.execute(status -> jdbc.sql(
                        "SELECT action || ' ' || person FROM identity.audit_log WHERE subject = :subject ORDER BY id")
                .param("subject", "task-attachment/" + id)
                .query(String.class)
                .list()));
    }

    private Caller.Answer upload(Caller who, String name, byte[] content) {
        var boundary = "----esop" + UUID.randomUUID();
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return who.send(who.request(path())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] pdf(int size) {
        var text = new StringBuilder("%PDF-1.7\n");
        var random = new Random(7);
        while (text.length() < size) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
