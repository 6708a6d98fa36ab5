-- Answers to writes that carried an Idempotency-Key, kept so that the same write again has no second effect.
CREATE SCHEMA web;
GRANT USAGE ON SCHEMA web TO esop_app;

CREATE TABLE web.idempotency (
    person       text NOT NULL,
    path         text NOT NULL,
    key          text NOT NULL,
    request_hash bytea NOT NULL,
    status       int,
    content_type text,
    location     text,
    body         bytea,
    created      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person, path, key)
);
CREATE INDEX idempotency_created ON web.idempotency (created);
GRANT SELECT, INSERT, UPDATE, DELETE ON web.idempotency TO esop_app;
