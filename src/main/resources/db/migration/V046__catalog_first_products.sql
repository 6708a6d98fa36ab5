-- The products of the first release. A product is launched once its provisioning path exists.
INSERT INTO catalog.product_offering
    (id, position, name, name_en, description, description_en, type, components, cities, recurring_price, one_time_price,
     price_unit, price_unit_en, commitment_months, lead_time, actions, lifecycle, unavailable, unavailable_en, characteristics)
VALUES
('vpmn', 10, '集团短号网', 'VPMN group calling',
 '集团成员之间短号互拨，网内通话享优惠；即开即通。', 'Short numbers between the members of a group; opens at once.',
 'simple', '{}', '{nanjing,suzhou,wuxi}', 5, 0, '月·成员', 'month and member', 0, 'PT4H', '{add,modify,delete}', 'launched', NULL, NULL,
 '[
   {"name": "memberCount", "label": "成员数", "labelEn": "Members", "type": "integer", "required": true, "default": 10, "min": 1, "max": 100000, "unit": "人", "unitEn": "people"},
   {"name": "shortNumberLength", "label": "短号长度", "labelEn": "Short number length", "type": "enum", "required": true, "default": "4",
    "options": [{"value": "3", "label": "3 位", "labelEn": "3 digits"}, {"value": "4", "label": "4 位", "labelEn": "4 digits"}, {"value": "5", "label": "5 位", "labelEn": "5 digits"}, {"value": "6", "label": "6 位", "labelEn": "6 digits"}]},
   {"name": "outgoingCalls", "label": "允许网外呼叫", "labelEn": "Calls outside the group", "type": "boolean", "required": true, "default": true},
   {"name": "groupName", "label": "群组名称", "labelEn": "Group name", "type": "string", "required": false, "maxLength": 60}
 ]'),
('leased-line', 20, '互联网专线', 'Internet leased line',
 '光纤到户的独享带宽，固定 IP，含施工与现场验收。', 'Dedicated bandwidth by fibre with fixed addresses; construction and acceptance on site included.',
 'simple', '{}', '{nanjing,suzhou,wuxi}', 2800, 1000, '月·线（100M）', 'month and line (100M)', 24, 'P10D', '{add,modify,delete}', 'launched', NULL, NULL,
 '[
   {"name": "bandwidth", "label": "带宽", "labelEn": "Bandwidth", "type": "enum", "required": true, "default": "100M",
    "options": [{"value": "20M", "label": "20 Mbps", "labelEn": "20 Mbps"}, {"value": "50M", "label": "50 Mbps", "labelEn": "50 Mbps"}, {"value": "100M", "label": "100 Mbps", "labelEn": "100 Mbps"}, {"value": "200M", "label": "200 Mbps", "labelEn": "200 Mbps"}, {"value": "500M", "label": "500 Mbps", "labelEn": "500 Mbps"}, {"value": "1000M", "label": "1 Gbps", "labelEn": "1 Gbps"}]},
   {"name": "ipCount", "label": "固定 IP 数", "labelEn": "Fixed IP addresses", "type": "integer", "required": true, "default": 1, "min": 1, "max": 64, "unit": "个", "unitEn": "addresses"},
   {"name": "interface", "label": "接口", "labelEn": "Interface", "type": "enum", "required": true, "default": "optical",
    "options": [{"value": "optical", "label": "光口", "labelEn": "Optical"}, {"value": "electrical", "label": "电口", "labelEn": "Electrical"}]},
   {"name": "protection", "label": "双路由保护", "labelEn": "Route protection", "type": "boolean", "required": true, "default": false},
   {"name": "installAddress", "label": "装机地址", "labelEn": "Installation address", "type": "string", "required": false, "maxLength": 120},
   {"name": "sitePhone", "label": "现场联系电话", "labelEn": "Phone on site", "type": "string", "required": false, "maxLength": 20, "pattern": "(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})", "patternHint": "11 位手机号或带区号的固定电话", "patternHintEn": "a mobile number of 11 digits or a landline with its area code"}
 ]'),
('adc', 30, 'ADC 应用托管', 'ADC hosted applications',
 '按许可租用的办公与行业应用，由业务平台开通。', 'Office and industry applications hired by licence, opened by the business platform.',
 'simple', '{}', '{nanjing,suzhou,wuxi}', 300, 0, '月·客户，另每许可 15 元', 'month and customer, plus 15 a licence', 12, 'P2D', '{add,modify,delete}', 'in-test',
 '业务平台开通流程尚未上线，暂不能订购', 'its provisioning at the business platform is not live yet, so it cannot be ordered for now',
 '[
   {"name": "licences", "label": "许可数", "labelEn": "Licences", "type": "integer", "required": true, "default": 20, "min": 1, "max": 10000, "unit": "个", "unitEn": "licences"},
   {"name": "application", "label": "应用", "labelEn": "Application", "type": "enum", "required": true, "default": "oa",
    "options": [{"value": "oa", "label": "移动办公", "labelEn": "Mobile office"}, {"value": "crm", "label": "客户管理", "labelEn": "Customer management"}, {"value": "logistics", "label": "物流跟踪", "labelEn": "Logistics tracking"}]},
   {"name": "adminPhone", "label": "管理员手机", "labelEn": "Administrator''s mobile", "type": "string", "required": false, "maxLength": 11, "pattern": "1[3-9]\\d{9}", "patternHint": "11 位手机号", "patternHintEn": "a mobile number of 11 digits"}
 ]'),
('mobile-mail', 40, '手机邮箱', 'Mobile mailbox',
 '企业域名邮箱，手机即时收发；由合作伙伴上门安装。', 'Mail under the company''s own domain, pushed to mobiles; installed on site by a partner.',
 'simple', '{}', '{nanjing,suzhou,wuxi}', 15, 2000, '月·邮箱', 'month and mailbox', 12, 'P7D', '{add,modify,delete}', 'in-test',
 '合作伙伴安装流程尚未上线，暂不能订购', 'its installation by partners is not live yet, so it cannot be ordered for now',
 '[
   {"name": "mailboxes", "label": "邮箱数", "labelEn": "Mailboxes", "type": "integer", "required": true, "default": 20, "min": 1, "max": 10000, "unit": "个", "unitEn": "mailboxes"},
   {"name": "capacity", "label": "单箱容量", "labelEn": "Size of a mailbox", "type": "enum", "required": true, "default": "5G",
    "options": [{"value": "2G", "label": "2 GB", "labelEn": "2 GB"}, {"value": "5G", "label": "5 GB", "labelEn": "5 GB"}, {"value": "20G", "label": "20 GB", "labelEn": "20 GB"}]},
   {"name": "domain", "label": "邮箱域名", "labelEn": "Mail domain", "type": "string", "required": false, "maxLength": 100, "pattern": "[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9-]{2,63}){1,4}", "patternHint": "如 example.com.cn", "patternHintEn": "such as example.com.cn"}
 ]'),
('mas', 50, 'MAS 短信机', 'MAS message server',
 '部署在客户机房的短信网关，需网络与合作伙伴同时施工。', 'A message gateway in the customer''s machine room; network and partner build it together.',
 'simple', '{}', '{nanjing,suzhou,wuxi}', 800, 0, '月·套，另每条 0.05 元', 'month and set, plus 0.05 a message', 24, 'P10D', '{add,modify,delete}', 'in-test',
 '网络与合作伙伴联合开通流程尚未上线，暂不能订购', 'its joint provisioning by network and partner is not live yet, so it cannot be ordered for now',
 '[
   {"name": "monthlyMessages", "label": "月短信量", "labelEn": "Messages a month", "type": "integer", "required": true, "default": 10000, "min": 100, "max": 100000000, "unit": "条", "unitEn": "messages"},
   {"name": "signature", "label": "短信签名", "labelEn": "Message signature", "type": "string", "required": false, "maxLength": 20},
   {"name": "installAddress", "label": "装机地址", "labelEn": "Installation address", "type": "string", "required": false, "maxLength": 120}
 ]'),
('enterprise-pack', 60, '企业融合套餐', 'Enterprise pack',
 '互联网专线与集团短号网合订，套餐价；专线开通后短号网随即生效。', 'A leased line and VPMN together at one price; VPMN takes effect as soon as the line is up.',
 'bundle', '{leased-line,vpmn}', '{nanjing,suzhou,wuxi}', 3980, 0, '月·套', 'month and pack', 24, 'P10D', '{add,modify,delete}', 'launched', NULL, NULL,
 '[
   {"name": "bandwidth", "label": "带宽", "labelEn": "Bandwidth", "type": "enum", "required": true, "default": "100M",
    "options": [{"value": "100M", "label": "100 Mbps", "labelEn": "100 Mbps"}, {"value": "200M", "label": "200 Mbps", "labelEn": "200 Mbps"}, {"value": "500M", "label": "500 Mbps", "labelEn": "500 Mbps"}]},
   {"name": "memberCount", "label": "短号网成员数", "labelEn": "VPMN members", "type": "integer", "required": true, "default": 50, "min": 1, "max": 10000, "unit": "人", "unitEn": "people"},
   {"name": "installAddress", "label": "装机地址", "labelEn": "Installation address", "type": "string", "required": false, "maxLength": 120}
 ]'),
('idc-hosting', 70, '苏州数据中心托管', 'Data centre hosting Suzhou',
 '苏州数据中心的机柜与带宽，仅在苏州销售。', 'Rack space and bandwidth in the Suzhou data centre, sold in Suzhou only.',
 'simple', '{}', '{suzhou}', 4500, 2000, '月·机柜', 'month and rack', 12, 'P10D', '{add,modify,delete}', 'launched', NULL, NULL,
 '[
   {"name": "racks", "label": "机柜数", "labelEn": "Racks", "type": "integer", "required": true, "default": 1, "min": 1, "max": 50, "unit": "个", "unitEn": "racks"},
   {"name": "bandwidth", "label": "带宽", "labelEn": "Bandwidth", "type": "enum", "required": true, "default": "100M",
    "options": [{"value": "100M", "label": "100 Mbps", "labelEn": "100 Mbps"}, {"value": "1000M", "label": "1 Gbps", "labelEn": "1 Gbps"}]},
   {"name": "startDate", "label": "期望进场日期", "labelEn": "Wanted move-in date", "type": "date", "required": false}
 ]');
