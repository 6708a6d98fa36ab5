-- :orders orders over two years and three cities, for measuring only.
INSERT INTO ordering.product_order
    (id, city, category, priority, customer_id, customer_name, customer_level, receiver, receiver_name, created, due, state,
     service_orders, service_orders_ended, completed, search)
SELECT 'PO-BENCH-' || lpad(n::text, 6, '0'),
       (ARRAY ['nanjing', 'suzhou', 'wuxi'])[1 + n % 3],
       'subscription',
       2,
       'C' || n % 500,
       '测试集团客户' || n % 500,
       'B',
       'account-manager.' || (ARRAY ['nanjing', 'suzhou', 'wuxi'])[1 + n % 3],
       '客户经理',
       now() - n * interval '10 minutes',
       now() - n * interval '10 minutes' + interval '5 days',
       CASE WHEN n % 4 = 0 THEN 'inProgress' ELSE 'completed' END,
       2,
       CASE WHEN n % 4 = 0 THEN 1 ELSE 2 END,
       CASE WHEN n % 4 = 0 THEN NULL ELSE now() - n * interval '10 minutes' + interval '3 days' END,
       lower('PO-BENCH-' || lpad(n::text, 6, '0') || ' C' || n % 500 || ' 测试集团客户' || n % 500)
FROM generate_series(1, :orders) n;

INSERT INTO ordering.product_order_item
    (id, order_id, position, city, offering_id, offering_name, offering_name_en, action, quantity, state, characteristics)
SELECT id || '-' || position,
       id,
       position,
       city,
       (ARRAY ['vpmn', 'leased-line'])[position],
       (ARRAY ['集团虚拟网', '互联网专线'])[position],
       (ARRAY ['VPMN', 'Leased line'])[position],
       'add',
       1,
       state,
       '{}'
FROM ordering.product_order, generate_series(1, 2) position
WHERE id LIKE 'PO-BENCH-%';

ANALYZE ordering.product_order, ordering.product_order_item;
