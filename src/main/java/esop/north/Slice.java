package esop.north;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.web.BadRequestException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The part of a list that TM Forum's APIs ask for: from any offset, where our own lists know whole pages only. */
record Slice(int offset, int limit) {

    private static final int USUAL = 20;
    private static final int LARGEST = 100;

    static Slice of(Map<String, String> query) {
        return new Slice(number(query, "offset", 0, 0), Math.min(number(query, "limit", USUAL, 1), LARGEST));
    }

    /** @param total how many there are in all, null where they are more than were counted */
    record Part<T>(List<T> items, @Nullable Long total) {

        static <T> Part<T> of(List<T> items, Page<?> page) {
            return new Part<>(items, page.totalIsAtLeast() ? null : page.total());
        }

        /** TM Forum has no word for "at least": a number that is not known is not told. */
        ResponseEntity<List<ObjectNode>> answer(Function<T, ObjectNode> words) {
            var answer = ResponseEntity.ok().header("X-Result-Count", Integer.toString(items.size()));
            if (total != null) {
                answer.header("X-Total-Count", Long.toString(total));
            }
            return answer.body(items.stream().map(words).toList());
        }
    }

    /** Of the two pages it may lie across. */
    <T> Part<T> of(Function<Paging, Page<T>> pages) {
        var skipped = offset % limit;
        var first = pages.apply(new Paging(offset / limit, limit, null));
        if (skipped == 0) {
            return Part.of(first.items(), first);
        }
        if (first.items().size() < limit) {
            return Part.of(first.items().stream().skip(skipped).toList(), first);
        }
        var second = pages.apply(new Paging(offset / limit + 1, limit, null));
        var items = Stream.concat(
                first.items().stream().skip(skipped), second.items().stream().limit(skipped));
        return Part.of(items.toList(), second);
    }

    <T> Part<T> of(List<T> all) {
        return new Part<>(all.stream().skip(offset).limit(limit).toList(), (long) all.size());
    }

    private static int number(Map<String, String> query, String name, int usual, int smallest) {
        try {
            var number = query.containsKey(name) ? Integer.parseInt(query.get(name)) : usual;
            if (number >= smallest) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // Said below.
        }
        throw new BadRequestException(name, Texts.get("north.too-small", smallest));
    }
}
