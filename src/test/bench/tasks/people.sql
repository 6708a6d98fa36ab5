-- 20,000 people of three cities in 200 groups; everybody is in three groups of their city. For measuring only.
INSERT INTO identity.role (id, name, name_en)
SELECT 'team-' || lpad(n::text, 2, '0'), '专线班组' || n, 'Line team ' || n FROM generate_series(1, 67) n;
INSERT INTO identity.role_module (role, module, access)
SELECT id, 'inbox', 'write' FROM identity.role WHERE id LIKE 'team-%';

-- Rights are raised once here, not by a trigger for each of 80,000 rows.
SET session_replication_role = replica;
CREATE TEMPORARY TABLE crowd AS
SELECT 'crew-' || lpad(n::text, 5, '0') AS id, n / 3 % 67 AS team, (ARRAY ['nanjing', 'suzhou', 'wuxi'])[1 + n % 3] AS city, n
FROM generate_series(0, 19999) n;
INSERT INTO identity.person (id, name, kind, organization, password_hash)
SELECT crowd.id, '班组成员' || crowd.n, 'person', crowd.city, demo.password_hash
FROM crowd, identity.person demo
WHERE demo.id = 'operations.nanjing';
INSERT INTO identity.person_role (person, role)
SELECT id, 'team-' || lpad((1 + (team + step) % 67)::text, 2, '0') FROM crowd, unnest(ARRAY [0, 13, 29]) step;
INSERT INTO identity.person_city (person, city) SELECT id, city FROM crowd;
DROP TABLE crowd;
SET session_replication_role = DEFAULT;
ANALYZE identity.person, identity.person_role, identity.person_city;
