import { expect, ordered, taskOf, test } from './people';

test('an order with two products goes out, comes back, is signed off from the inbox and archived', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.nanjing');
  await manager.goto('/app');
  await manager.getByRole('link', { name: '新建订单' }).click();
  await manager.getByLabel('查找客户').fill('泊云');
  await manager.getByText('泊云物流有限公司').click();
  await manager.getByRole('button', { name: '选择 集团短号网' }).click();
  await manager.getByRole('button', { name: '选择 互联网专线' }).click();
  await manager.getByLabel('成员数').fill('25');
  await manager.getByLabel('备注').fill('客户月底开业');
  await expect(manager.getByText('草稿已保存')).toBeVisible();
  await manager.getByRole('button', { name: '提交订单' }).dblclick();

  await manager.waitForURL(/\/app\/orders\/PO\d+$/);
  const orderId = manager.url().split('/').at(-1)!;
  const contact = manager.locator('.hidden-contact');
  await expect(contact).toContainText('138****1074');
  await contact.getByRole('button', { name: '显示电话' }).click();
  await expect(contact.getByRole('link')).toHaveText('13800001074');
  const tree = manager.getByRole('region', { name: '开通结构' });
  const vpmn = tree.getByRole('row').filter({ hasText: '集团短号网' });
  await expect(vpmn).toContainText('已完成', { timeout: 60_000 });
  await expect(tree.getByRole('row').filter({ hasText: '工单' }).last()).toContainText(/处理中|待验收/, {
    timeout: 60_000,
  });
  await expect(manager.getByRole('group', { name: /集团订单/ })).toBeVisible();

  const operations = await signedOn('operations.nanjing');
  const task = await taskOf(operations, orderId);
  await operations.goto(`/app/inbox/all/${task}`);
  await expect(operations.getByRole('heading', { level: 1 })).toContainText('验收工单 · 泊云物流有限公司');
  await operations.getByRole('button', { name: '领取' }).first().click();
  await expect(operations.getByText('办理人')).toBeVisible();
  await operations.getByLabel('通过').check();
  await operations.getByRole('button', { name: /提交办理结果/ }).click();
  await expect(operations.getByText('已办结：验收工单')).toBeVisible();

  // told by the event stream, without a reload
  await expect(manager.locator('.order-head')).toContainText('已完成', { timeout: 60_000 });
  await expect(tree.getByRole('row').filter({ hasText: '互联网专线' })).toContainText('已完成');
  await manager.getByRole('tab', { name: /系统调用/ }).click();
  await manager.getByRole('button', { name: '施工' }).first().click();
  const drawer = manager.getByRole('dialog');
  await expect(drawer.getByText('"externalId"').first()).toBeVisible();
});

test('a double click on submit and a second look enter one order only', async ({ signedOn }) => {
  const page = await signedOn('account-manager.wuxi');
  const before = await total();
  await page.goto('/app/orders/new');
  await page.getByLabel('查找客户').fill('禾屿');
  await page.getByText('禾屿食品').first().click();
  await page.getByRole('button', { name: '选择 集团短号网' }).click();
  await page.getByRole('button', { name: '提交订单' }).dblclick();
  await page.waitForURL(/\/app\/orders\/PO\d+$/);
  expect(await total()).toBe(before + 1);
  await page.goto('/app/orders/new');
  await expect(page.getByLabel('查找客户')).toBeVisible();

  async function total() {
    const answer = await page.request.get('/api/orders', { params: { size: 1 } });
    return ((await answer.json()) as { total: number }).total;
  }
});

test('what is wrong is said at the field as one types, and nothing is sent', async ({ signedOn }) => {
  const page = await signedOn('account-manager.suzhou');
  await page.goto('/app/orders/new');
  await page.getByRole('button', { name: '选择 互联网专线' }).click();
  await page.getByLabel('固定 IP 数').fill('65');
  await expect(page.getByText('不能大于 64')).toBeVisible();
  await page.getByLabel('现场联系电话').fill('12345');
  await expect(page.getByText('11 位手机号或带区号的固定电话')).toBeVisible();
  await page.getByRole('button', { name: '提交订单' }).click();
  await expect(page.getByText('还有 3 处需要修改')).toBeVisible();
  await expect(page).toHaveURL(/\/orders\/new$/);
  await page.getByRole('button', { name: '清空重填' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '清空' }).click();
});

test("another city's order answers like one that does not exist", async ({ signedOn }) => {
  const nanjing = await signedOn('account-manager.nanjing');
  const orderId = await ordered(nanjing, '泊云', 'vpmn');
  const suzhou = await signedOn('account-manager.suzhou');
  await suzhou.goto(`/app/orders/${orderId}`);
  await expect(suzhou.getByText('没有找到')).toBeVisible();
  await suzhou.goto('/app/orders/PO20200101999999');
  await expect(suzhou.getByText('没有找到')).toBeVisible();
  await suzhou.goto('/app/nowhere');
  await expect(suzhou.getByText('没有这个页面')).toBeVisible();
});
