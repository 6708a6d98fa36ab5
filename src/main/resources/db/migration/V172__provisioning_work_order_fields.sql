-- 相关的服务请求: what of the customer an order answers, for example an intake. ESOP 6.5.2.
ALTER TABLE provisioning.service_order ADD COLUMN service_request_id text;

-- Which work orders belong together follows from their service order.
ALTER TABLE provisioning.work_order DROP COLUMN related;

-- 工单提醒: when somebody was told that little of its time is left.
ALTER TABLE provisioning.work_order ADD COLUMN reminded timestamptz;
