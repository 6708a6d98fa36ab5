-- Wrong passwords, counted per name and address: whoever guesses waits, the right person elsewhere does not.
CREATE TABLE identity.sign_on_failure (
    name          text NOT NULL,
    address       text NOT NULL,
    failures      int NOT NULL,
    blocked_until timestamptz NOT NULL,
    last_at       timestamptz NOT NULL,
    PRIMARY KEY (name, address)
);
CREATE INDEX sign_on_failure_last_at ON identity.sign_on_failure (last_at);

-- The one key pair that signs credentials (ESOP 7.1.2.3), so that each node and each restart knows it. A JSON Web Key.
CREATE TABLE identity.signing_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    jwk      jsonb NOT NULL,
    created  timestamptz NOT NULL DEFAULT now()
);

INSERT INTO identity.role_module (role, module, access) VALUES
    ('operations', 'systems', 'write'),
    ('manager', 'systems', 'read'),
    ('admin', 'systems', 'write');
