-- An undoing call that was refused took nothing back: the next generation may try again. Two that live at once stay impossible.
ALTER TABLE systems.system_call DROP CONSTRAINT system_call_compensates_key;
CREATE UNIQUE INDEX system_call_compensates ON systems.system_call (compensates) WHERE state NOT IN ('DEAD', 'CANCELLED');
