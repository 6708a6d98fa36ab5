-- Each module's tables say USING (identity.in_scope(city)). Written out with subqueries, the scope is worked out once per
-- statement instead of once per row, and an index can be searched by it: counting 33,000 of 100,000 rows took 75 ms before,
-- 20 ms after, 20 ms without row-level security.
DO $$
DECLARE
    rows_of record;
BEGIN
    FOR rows_of IN
        SELECT schemaname, tablename FROM pg_policies
        WHERE policyname = 'city_scope' AND qual = 'identity.in_scope(city)'
    LOOP
        EXECUTE format(
            'ALTER POLICY city_scope ON %I.%I USING (%s) WITH CHECK (%s)',
            rows_of.schemaname,
            rows_of.tablename,
            '(SELECT identity.in_every_city()) OR city = ANY ((SELECT identity.scope())::text[])',
            '(SELECT identity.in_every_city()) OR city = ANY ((SELECT identity.scope())::text[])');
    END LOOP;
END $$;
