-- 回退到某一步: a rollback may stop before the oldest step, and a fallout may send its service order back to an earlier one. ESOP 6.11.2.
ALTER TABLE provisioning.rollback ADD COLUMN back_to text;
COMMENT ON COLUMN provisioning.rollback.back_to IS 'key of the oldest step that is taken back; null where all of them are';

ALTER TABLE provisioning.fallout ADD COLUMN back_to text;
COMMENT ON COLUMN provisioning.fallout.back_to IS 'key of the step that roll-back-to goes back to: it and everything newer is taken back';
ALTER TABLE provisioning.fallout ADD COLUMN followed timestamptz;
COMMENT ON COLUMN provisioning.fallout.followed IS 'when its service order went on from back_to: what was decided then says nothing of what comes after';
ALTER TABLE provisioning.fallout DROP CONSTRAINT fallout_resolution_check;
ALTER TABLE provisioning.fallout ADD CONSTRAINT fallout_resolution_check CHECK (
    resolution IN (
        'retry', 'correct', 'manual', 'abort', 'answered', 'skip', 'roll-back-item', 'roll-back-to', 'renew', 'roll-back-order'));
ALTER TABLE provisioning.fallout ADD CONSTRAINT fallout_back_to_check CHECK (resolution <> 'roll-back-to' OR back_to IS NOT NULL);

-- What was taken back and done anew is another generation, and may be taken back too.
DROP INDEX provisioning.rollback_step_undone;
CREATE UNIQUE INDEX rollback_step_undone ON provisioning.rollback_step (aggregate, name, generation)
    WHERE state IN ('waiting', 'asked', 'undone', 'settled');
