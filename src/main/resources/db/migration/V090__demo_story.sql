-- How far the demo province's story has been told; a start after a kill goes on from here.
CREATE SCHEMA demo;

CREATE TABLE demo.chapter (
    position integer PRIMARY KEY,
    order_id text NOT NULL,
    told     boolean NOT NULL DEFAULT false
);
