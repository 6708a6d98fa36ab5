-- Three digits stand in every fortieth row, so a contract number was looked for in long lists that grow with all there is: 130 ms among a
-- million tasks (docs/benchmarks.md). Six letters or digits in a row stand in few, and whoever types such a number asks by them alone.
CREATE FUNCTION web.fragments(content text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY (
        SELECT substr(content, start, size)
        FROM generate_series(1, 3) AS size, generate_series(1, length(content) - size + 1) AS start
        UNION
        SELECT substr(number[1], start, 6)
        FROM regexp_matches(content, '[a-z0-9]{6,}', 'g') AS number, generate_series(1, length(number[1]) - 5) AS start);
COMMENT ON FUNCTION web.fragments(text) IS
    'what a text holds of one to three characters each, and of six letters or digits; two make a Chinese name';

DROP INDEX web.searchable_fragments, web.searchable_task_fragments;
DROP FUNCTION web.fragments(text, integer, integer);
CREATE INDEX searchable_fragments ON web.searchable USING gin (web.fragments(content))
    WITH (gin_pending_list_limit = 256) WHERE kind <> 'task';
ALTER INDEX web.searchable_fragments ALTER COLUMN 1 SET STATISTICS 0;
CREATE INDEX searchable_task_fragments ON web.searchable USING gin (web.fragments(content))
    WITH (gin_pending_list_limit = 256) WHERE kind = 'task';
ALTER INDEX web.searchable_task_fragments ALTER COLUMN 1 SET STATISTICS 0;
