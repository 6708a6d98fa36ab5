-- Systems that send opportunities (ESOP 6.3.1.1): the CRM, BI and an agency's, besides hotline and website.
INSERT INTO identity.role (id, name, name_en) VALUES
    ('crm', 'CRM 系统', 'CRM'),
    ('bi', '经营分析系统', 'Business intelligence'),
    ('agency', '代理商系统', 'Agency system');

INSERT INTO identity.role_module (role, module, access) VALUES
    ('crm', 'opportunities', 'write'),
    ('bi', 'opportunities', 'write'),
    ('agency', 'opportunities', 'write');
