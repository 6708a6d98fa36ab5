-- 全网业务: sold here, opened by the first-level ESOP together with the other province; ordered by the first level, its section here is opened.
INSERT INTO catalog.product_offering
    (id, position, name, name_en, description, description_en, type, components, cities, recurring_price, one_time_price,
     price_unit, price_unit_en, commitment_months, lead_time, actions, lifecycle, unavailable, unavailable_en, characteristics)
VALUES
('cross-province-line', 25, '跨省专线', 'Cross-province line',
 '连接本省与外省机构的全网专线，由一级 ESOP 协同两省开通。', 'A line to a branch in another province; the first-level ESOP has both provinces open it.',
 'simple', '{}', '{nanjing,suzhou,wuxi}', 6800, 2000, '月·线（100M）', 'month and line (100M)', 24, 'P20D', '{add,modify,delete}', 'launched', NULL, NULL,
 '[
   {"name": "bandwidth", "label": "带宽", "labelEn": "Bandwidth", "type": "enum", "required": true, "default": "100M",
    "options": [{"value": "20M", "label": "20 Mbps", "labelEn": "20 Mbps"}, {"value": "50M", "label": "50 Mbps", "labelEn": "50 Mbps"}, {"value": "100M", "label": "100 Mbps", "labelEn": "100 Mbps"}, {"value": "200M", "label": "200 Mbps", "labelEn": "200 Mbps"}, {"value": "500M", "label": "500 Mbps", "labelEn": "500 Mbps"}, {"value": "1000M", "label": "1 Gbps", "labelEn": "1 Gbps"}]},
   {"name": "remoteProvince", "label": "对端省份", "labelEn": "Other province", "type": "enum", "required": true, "default": "zhejiang",
    "options": [{"value": "zhejiang", "label": "浙江", "labelEn": "Zhejiang"}, {"value": "shanghai", "label": "上海", "labelEn": "Shanghai"}, {"value": "anhui", "label": "安徽", "labelEn": "Anhui"}, {"value": "guangdong", "label": "广东", "labelEn": "Guangdong"}, {"value": "beijing", "label": "北京", "labelEn": "Beijing"}]},
   {"name": "protection", "label": "双路由保护", "labelEn": "Route protection", "type": "boolean", "required": true, "default": false},
   {"name": "installAddress", "label": "本省装机地址", "labelEn": "Address here", "type": "string", "required": false, "maxLength": 120},
   {"name": "remoteAddress", "label": "对端装机地址", "labelEn": "Address there", "type": "string", "required": false, "maxLength": 120},
   {"name": "sitePhone", "label": "现场联系电话", "labelEn": "Phone on site", "type": "string", "required": false, "maxLength": 20, "pattern": "(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})", "patternHint": "11 位手机号或带区号的固定电话", "patternHintEn": "a mobile number of 11 digits or a landline with its area code"}
 ]');
