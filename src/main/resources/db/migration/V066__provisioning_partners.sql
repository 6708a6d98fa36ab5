-- 集成商 SI: who installs at customers' places, and which work was given to whom and why. ESOP 6.3.2.1.2(4).

CREATE TABLE provisioning.partner (
    id             text PRIMARY KEY,
    name           text NOT NULL,
    name_en        text NOT NULL,
    organization   text NOT NULL,
    system         text REFERENCES systems.backing_system (id),
    cities         text[] NOT NULL,
    qualifications text[] NOT NULL,
    active         boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN provisioning.partner.organization IS 'the unit in identity.organization whose people work for it';
COMMENT ON COLUMN provisioning.partner.system IS 'null: it has no system, its people work in ESOP';

INSERT INTO provisioning.partner (id, name, name_en, organization, system, cities, qualifications) VALUES
    ('si.yanlian', '砚联集成', 'Yanlian Integration', 'yanlian', 'si', '{nanjing,suzhou,wuxi}', '{mail,message-server}'),
    ('si.local', '听澜科技', 'Tinglan Technology', 'tinglan', NULL, '{nanjing,suzhou,wuxi}', '{mail,message-server}');

-- One row per work order that a partner was chosen for; a partner that refuses is not asked again for the same service order.
CREATE TABLE provisioning.partner_assignment (
    work_order_id    text PRIMARY KEY,
    service_order_id text NOT NULL REFERENCES provisioning.service_order (id),
    city             text NOT NULL,
    partner          text NOT NULL REFERENCES provisioning.partner (id),
    rule             text NOT NULL,
    rule_version     integer NOT NULL,
    reason           text NOT NULL,
    load             integer NOT NULL,
    chosen           timestamptz NOT NULL DEFAULT now(),
    visit_from       timestamptz,
    visit_to         timestamptz,
    visit_agreed_by  text,
    signature        text,
    refused          timestamptz,
    refusal          text
);
COMMENT ON COLUMN provisioning.partner_assignment.rule IS 'the rule of the decision si-partner that has matched; why this partner';
COMMENT ON COLUMN provisioning.partner_assignment.load IS 'open work of the partner in that moment';
COMMENT ON COLUMN provisioning.partner_assignment.visit_agreed_by IS 'a person of the partner, or its system';
COMMENT ON COLUMN provisioning.partner_assignment.signature IS 'who signed for the customer';
CREATE INDEX partner_assignment_service_order ON provisioning.partner_assignment (service_order_id, chosen);
CREATE INDEX partner_assignment_partner ON provisioning.partner_assignment (partner, chosen DESC);

ALTER TABLE provisioning.partner_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.partner_assignment USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- What one partner has refused another one does by a work order of its own, and what was given up may be tried again.
ALTER TABLE provisioning.work_order DROP CONSTRAINT work_order_service_order_id_unit_key;
CREATE UNIQUE INDEX work_order_unit ON provisioning.work_order (service_order_id, unit)
    WHERE state NOT IN ('refused', 'cancelled');

-- A partner's people see their own work orders and nothing else.
DELETE FROM identity.role_module WHERE role = 'si' AND module = 'inbox';
INSERT INTO identity.role_module (role, module, access) VALUES ('si', 'partner', 'write');
