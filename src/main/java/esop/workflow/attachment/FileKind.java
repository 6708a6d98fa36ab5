package esop.workflow.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that may be attached: known by how they begin, and named accordingly. */
enum FileKind {
    PDF("application/pdf", "pdf") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, "%PDF-".getBytes(StandardCharsets.US_ASCII));
        }
    },
    PNG("image/png", "png") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        }
    },
    JPEG("image/jpeg", "jpg", "jpeg") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        }
    },
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx") {
        @Override
        boolean begins(byte[] head) {
            return isOffice(head, "word/");
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") {
        @Override
        boolean begins(byte[] head) {
            return isOffice(head, "xl/");
        }
    },
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx") {
        @Override
        boolean begins(byte[] head) {
            return isOffice(head, "ppt/");
        }
    },
    TEXT("text/plain", "txt", "csv") {
        @Override
        boolean begins(byte[] head) {
            return isText(head, StandardCharsets.UTF_8) || isText(head, Charset.forName("GB18030"));
        }
    };

    /** So much of a file's beginning is looked at. */
    static final int HEAD = 64 * 1024;

    private final String type;
    private final List<String> extensions;

    FileKind(String type, String... extensions) {
        this.type = type;
        this.extensions = List.of(extensions);
    }

    abstract boolean begins(byte[] head);

    String type() {
        return type;
    }

    /** The kind that this file is named as and also is. */
    static Optional<FileKind> of(String name, byte[] head) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.contains(extension))
                .filter(kind -> kind.begins(head))
                .findFirst();
    }

    static List<String> known() {
        return Arrays.stream(values()).flatMap(kind -> kind.extensions.stream()).toList();
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /** A ZIP whose entries are those of an office document; their names are not compressed. */
    private static boolean isOffice(byte[] head, String folder) {
        var names = new String(head, StandardCharsets.ISO_8859_1);
        return startsWith(head, new byte[] {'P', 'K', 3, 4})
                && (names.contains("[Content_Types].xml") || names.contains("_rels/"))
                && (head.length == HEAD || names.contains(folder))
                && !names.contains("vbaProject.bin");
    }

    /** Readable text that is no page: a browser must not find anything to run in it. */
    private static boolean isText(byte[] head, Charset charset) {
        try {
            var whole = head.length < HEAD ? head.length : head.length - 4;
            var text = charset.newDecoder()
                    .onMalformedInput(head.length < HEAD ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(head, 0, whole))
                    .toString();
            var start = text.replace("\uFEFF", "").stripLeading();
            return !start.startsWith("<")
                    && text.chars().noneMatch(letter -> letter < ' ' && "\t\r\n\f".indexOf(letter) < 0);
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
