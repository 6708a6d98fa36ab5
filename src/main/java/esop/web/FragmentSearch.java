package esop.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds rows by any fragment of their text. Under row-level security PostgreSQL searches no index for that, because the operators are not
 * leakproof; so the texts lie in a table without it, which only this class reads, and never without saying whose cities.
 */
@Component
public class FragmentSearch {

    private static final String EVERY_CITY = "*";
    private static final int SAMPLE = 200;
    private static final int PAGES = 20;

    /** Of the index ({@code web.fragments}): few rows have six letters or digits of a number in common. */
    private static final Pattern NUMBER = Pattern.compile("[a-z0-9]{6,}");

    private static final int OF_A_NUMBER = 6;
    private static final int OF_A_TEXT = 3;

    private final NamedParameterJdbcTemplate jdbc;
    private final Lists lists;

    FragmentSearch(DataSource dataSource, Lists lists) {
        this.jdbc = new NamedParameterJdbcTemplate(new PlannedEachTime(dataSource));
        this.lists = lists;
    }

    /**
     * Makes a row findable; for a {@code WITH} of the statement that writes it.
     *
     * @param kind what is found, a word of ours; parameters are {@code :id}, {@code :city} and {@code :search}
     */
    public static String insert(String kind) {
        return "INSERT INTO web.searchable (kind, id, city, content) VALUES ('%s', :id, :city, :search)"
                .formatted(kind);
    }

    /** How a text is kept: what people type finds it in capitals too. */
    public static String text(String... parts) {
        return String.join("\n", parts).toLowerCase(Locale.ROOT);
    }

    /**
     * The ids of all rows with this fragment; empty where they are too many to name. Such a fragment is so frequent that who reads the
     * newest rows soon has a page of it.
     */
    public Optional<List<String>> find(String kind, Collection<String> cities, String fragment) {
        if (isFrequent(kind, cities, fragment)) {
            return Optional.empty();
        }
        var found = jdbc.queryForList(
                """
                SELECT id
                FROM web.searchable
                WHERE web.fragments(content) @> :pieces::text[]
                    AND kind = :kind AND (:everywhere OR city = ANY (:cities)) AND strpos(content, :fragment) > 0
                LIMIT :most
                """,
                Map.of(
                        "kind",
                        kind,
                        "fragment",
                        fragment,
                        "pieces",
                        pieces(fragment),
                        "cities",
                        cities.toArray(String[]::new),
                        "everywhere",
                        cities.contains(EVERY_CITY),
                        "most",
                        lists.limit() + 1),
                String.class);
        return found.size() > lists.limit() ? Optional.empty() : Optional.of(found);
    }

    /** Of what {@code web.fragments} makes of it the longest, each character in one of them; named here, because PostgreSQL would work it out several times while it plans. */
    static String[] pieces(String fragment) {
        var ofNumbers = NUMBER.matcher(fragment)
                .results()
                .flatMap(number -> pieces(number.group(), OF_A_NUMBER))
                .distinct()
                .toArray(String[]::new);
        return ofNumbers.length > 0
                ? ofNumbers
                : pieces(fragment, OF_A_TEXT).distinct().toArray(String[]::new);
    }

    /** Side by side: each piece more is a list more to intersect, and one that overlaps two others hardly rules a row out. */
    private static Stream<String> pieces(String text, int longest) {
        var characters = text.codePoints().toArray();
        var size = Math.min(longest, characters.length);
        var last = characters.length - size;
        return IntStream.concat(IntStream.iterate(0, start -> start < last, start -> start + size), IntStream.of(last))
                .mapToObj(start -> new String(characters, start, size));
    }

    /**
     * Of what many have, the index would name a large part of all there is; one of the cities is enough to know. The newest are looked at,
     * and a few pages from anywhere: customers of the past are called otherwise.
     */
    private boolean isFrequent(String kind, Collection<String> cities, String fragment) {
        var hits = jdbc.queryForObject(
                """
                SELECT count(*) FILTER (WHERE strpos(content, :fragment) > 0)
                FROM (
                    (SELECT content FROM web.searchable WHERE kind = :kind AND city = :city ORDER BY id DESC LIMIT :sample)
                    UNION ALL
                    SELECT content
                    FROM web.searchable TABLESAMPLE SYSTEM (least(100, :pages * 819200.0 / greatest(pg_relation_size('web.searchable'), 1)))
                    WHERE kind = :kind AND city = :city
                ) AS looked_at
                """,
                Map.of(
                        "kind", kind,
                        "city", cities.stream().findFirst().orElse(""),
                        "fragment", fragment,
                        "sample", SAMPLE,
                        "pages", PAGES),
                Integer.class);
        return Objects.requireNonNull(hits) >= SAMPLE / 10;
    }
}
