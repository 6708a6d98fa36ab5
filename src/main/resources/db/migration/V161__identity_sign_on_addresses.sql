-- Wrong passwords counted per address, whatever the names: each adds a time to what the address owes, and is forgotten when that is over.
CREATE TABLE identity.sign_on_address (
    address    text PRIMARY KEY,
    owed_until timestamptz NOT NULL
);
CREATE INDEX sign_on_address_owed_until ON identity.sign_on_address (owed_until);
