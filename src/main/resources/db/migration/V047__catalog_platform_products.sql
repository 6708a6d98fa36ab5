-- The business platform opens ADC, so ADC is sold, and the pack comes with it.
UPDATE catalog.product_offering
SET lifecycle = 'launched', unavailable = NULL, unavailable_en = NULL
WHERE id = 'adc';

UPDATE catalog.product_offering
SET description = '互联网专线、集团短号网与 ADC 应用合订，套餐价；专线开通后短号网生效，应用按短号网成员开户。',
    description_en = 'A leased line, VPMN and an ADC application together at one price; VPMN follows the line, the application follows VPMN.',
    components = '{leased-line,vpmn,adc}',
    characteristics = characteristics || '[
      {"name": "licences", "label": "应用许可数", "labelEn": "Application licences", "type": "integer", "required": true, "default": 20, "min": 1, "max": 10000, "unit": "个", "unitEn": "licences"},
      {"name": "application", "label": "应用", "labelEn": "Application", "type": "enum", "required": true, "default": "oa",
       "options": [{"value": "oa", "label": "移动办公", "labelEn": "Mobile office"}, {"value": "crm", "label": "客户管理", "labelEn": "Customer management"}, {"value": "logistics", "label": "物流跟踪", "labelEn": "Logistics tracking"}]}
    ]'::jsonb
WHERE id = 'enterprise-pack';
