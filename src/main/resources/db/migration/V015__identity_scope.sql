-- The parts of identity.in_scope, for policies that work them out once per statement (afterMigrate__city_scope.sql).
CREATE FUNCTION identity.scope() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN string_to_array(current_setting('app.cities', true), ',');

CREATE FUNCTION identity.in_every_city() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('app.cities', true) = '*';
