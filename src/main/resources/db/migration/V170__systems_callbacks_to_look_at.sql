-- Callbacks that were not taken, newest first: what operations looks through.
CREATE INDEX callback_not_taken ON systems.callback (received DESC) WHERE state IN ('PARKED', 'REFUSED');
CREATE INDEX callback_refusal_at ON systems.callback_refusal (at DESC);
