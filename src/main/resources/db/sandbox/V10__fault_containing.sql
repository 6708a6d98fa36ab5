-- A fault may be meant for one customer or order only: whose request speaks of it.
ALTER TABLE sandbox.fault ADD COLUMN containing text;
