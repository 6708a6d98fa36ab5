-- What a customer who leaves early owes: how long it has bound itself, and which share was agreed (ESOP 6.3.2.1.1.2(2), (3)).
ALTER TABLE opportunity.agreement
    ADD COLUMN bound_until   date,
    ADD COLUMN penalty_share numeric(4, 3) CHECK (penalty_share BETWEEN 0 AND 1),
    ADD COLUMN revision      integer NOT NULL DEFAULT 1,
    ADD COLUMN ended         date,
    ADD CHECK (bound_until > starts AND bound_until <= ends);
COMMENT ON COLUMN opportunity.agreement.bound_until IS '在网承诺期止；空为按产品约定的月数';
COMMENT ON COLUMN opportunity.agreement.penalty_share IS '约定违约金比例；空为按决策表 cancellation-penalty';
COMMENT ON COLUMN opportunity.agreement.ended IS '提前终止日期';
