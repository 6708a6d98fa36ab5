-- From which grade on an administrator may give a role (ESOP 6.11.1.2): a city's administrator gives what people of a city are; what
-- reaches past a city, and every role of which nothing is said, only the province's (ADR 35).
ALTER TABLE identity.role ADD COLUMN given_by int NOT NULL DEFAULT 2 CHECK (given_by BETWEEN grade AND 2);
UPDATE identity.role SET given_by = 1
WHERE id IN ('manager', 'account-manager', 'tele-manager', 'operations', 'approver', 'opportunity-admin', 'hall', 'city-admin');
