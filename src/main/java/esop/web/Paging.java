package esop.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that is asked for, as a parameter of a controller method: {@code ?page=0&size=20&sort=created,desc}.
 * Negative numbers count as the smallest, sizes over {@value #LARGEST} as {@value #LARGEST}.
 *
 * @param page counted from 0
 * @param sort {@code field} or {@code field,asc|desc}, or null for the list's own order
 */
public record Paging(
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable String sort) {

    public static final int LARGEST = 200;
    private static final int USUAL = 20;

    public Paging {
        page = page == null ? 0 : Math.max(page, 0);
        size = size == null ? USUAL : Math.min(Math.max(size, 1), LARGEST);
    }

    public int limit() {
        return size;
    }

    public long offset() {
        return (long) page * size;
    }

    /**
     * What stands after {@code ORDER BY}.
     *
     * @param columns the fields one may sort by and the SQL of each; the only SQL that ever comes out
     * @param usual the order where none is asked for; also what decides between equals
     * @throws BadRequestException for any other field or direction
     */
    public String orderBy(Map<String, String> columns, String usual) {
        if (sort == null || sort.isBlank()) {
            return usual;
        }
        var parts = sort.split(",", -1);
        var column = columns.get(parts[0]);
        var direction = parts.length == 1 ? "asc" : parts[1];
        if (column == null || parts.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
            throw new BadRequestException(
                    "sort",
                    Texts.get(
                            "web.unknown-sort",
                            String.join(", ", columns.keySet().stream().sorted().toList())));
        }
        if (direction.equals("desc") && usual.startsWith(column + " DESC")) {
            // Said with NULLS LAST, no index would give this order.
            return usual;
        }
        return column + (direction.equals("desc") ? " DESC NULLS LAST, " : " ASC NULLS LAST, ") + usual;
    }

    /** Of a list that is known as a whole. */
    public <T> Page<T> of(java.util.List<T> items, long total) {
        return new Page<>(items, total, false, page, size);
    }
}
