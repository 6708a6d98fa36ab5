-- 决策表 changed in the console: which versions of a table did not come with the package, whose they are and why.
CREATE TABLE workflow.table_version (
    decision     text NOT NULL,
    version      integer NOT NULL,
    origin       text NOT NULL CHECK (origin IN ('edited', 'imported', 'returned', 'kept', 'package')),
    based_on     integer NOT NULL,
    person       text,
    note         text NOT NULL,
    package_hash text NOT NULL,
    at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (decision, version)
);
COMMENT ON COLUMN workflow.table_version.origin IS
    'kept: deployed again after a new package, so that the edited table goes on; package: the packaged one was taken on purpose';
COMMENT ON COLUMN workflow.table_version.based_on IS 'the version it was made from, or whose content it has';
COMMENT ON COLUMN workflow.table_version.package_hash IS 'of the packaged table as it was then: another one now means that the package has moved on';

INSERT INTO identity.role_module (role, module, access) VALUES
    ('designer', 'decisions', 'write'),
    ('operations', 'decisions', 'read'),
    ('manager', 'decisions', 'read'),
    ('admin', 'decisions', 'read');
