import { customerId, expect, ordered, taskOf, test } from './people';
import type { Page } from '@playwright/test';

/** Orders whose activation BOSS refuses, and the sandbox healed again. */
async function refused(manager: Page, operations: Page, count: number): Promise<string[]> {
  const sandbox = `http://localhost:${process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190'}`;
  const orders: string[] = [];
  // this customer's only: the province's story goes on meanwhile
  const containing = await customerId(manager, '泊云');
  await manager.request.put(`${sandbox}/faults/boss`, { data: { mode: 'refuse', containing } });
  for (let made = 0; made < count; made++) {
    const order = await ordered(manager, '泊云', 'vpmn');
    await expect
      .poll(
        async () => {
          const answer = await operations.request.get('/api/fallouts', {
            params: { state: 'open', q: order },
          });
          return ((await answer.json()) as { total: number }).total;
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    orders.push(order);
  }
  await manager.request.delete(`${sandbox}/faults/boss`);
  return orders;
}

test('a kind of trouble is sent again, one first, with what really happened', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.nanjing');
  const operations = await signedOn('operations.nanjing');
  const orders = await refused(manager, operations, 2);

  await operations.goto('/app/fallouts');
  const kind = operations
    .locator('.ant-table-row', { hasText: '对方拒绝' })
    .filter({ hasText: '开通' })
    .first();
  await expect(kind.getByText('正常')).toBeVisible();
  await kind.getByRole('button', { name: '逐条查看' }).click();
  for (const order of orders) {
    await operations.locator('.ant-table-row', { hasText: order }).getByRole('checkbox').check();
  }
  await operations.getByRole('button', { name: '重发所选 2 条' }).click();
  await operations.getByLabel('说明').fill('BOSS 已修复');
  await operations.getByRole('button', { name: '开始重发' }).click();

  const run = operations.locator('.resend');
  await expect(run.getByText('已解决 2', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(run.getByText('先试')).toHaveCount(1);
  await operations.reload();
  await expect(run.getByText('已解决 2', { exact: true })).toBeVisible();
  await run.getByRole('button', { name: '关闭' }).click();

  await operations.goto('/app/fallouts?view=list&state=resolved');
  await operations.locator('.ant-table-row', { hasText: orders[0] }).locator('.fallout-text').click();
  const drawer = operations.locator('.ant-drawer');
  await expect(drawer.getByText('相似的已解决异常')).toBeVisible();
  await expect(drawer.getByText('BOSS 已修复').first()).toBeVisible();
  await expect(drawer.locator('.call-log').getByText('对方拒绝').first()).toBeVisible();
});

test('news the CRM has refused go out again from the list of calls, where each attempt is seen', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.nanjing');
  const operations = await signedOn('operations.nanjing');
  const sandbox = `http://localhost:${process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190'}`;
  const containing = await customerId(manager, '泊云');
  await manager.request.put(`${sandbox}/faults/crm`, {
    data: { mode: 'refuse', operation: 'productOrder', containing },
  });
  const order = await ordered(manager, '泊云', 'vpmn');
  await expect
    .poll(
      async () => {
        const answer = await operations.request.get('/api/calls', {
          params: { aggregate: order, state: 'DEAD' },
        });
        return ((await answer.json()) as { total: number }).total;
      },
      { timeout: 60_000 },
    )
    .toBe(2);
  await manager.request.delete(`${sandbox}/faults/crm`);

  await operations.goto(`/app/calls?aggregate=${order}&state=dead`);
  await operations.locator('.ant-table-row', { hasText: '回传完成' }).getByRole('checkbox').check();
  await operations.getByRole('button', { name: '重发所选 1 条' }).click();
  await operations.getByLabel('说明').fill('CRM 已修复');
  await operations.getByRole('button', { name: '开始重发' }).click();
  const result = operations.getByRole('list', { name: '重发结果' });
  await expect(result.getByText('成功')).toBeVisible({ timeout: 30_000 });

  await operations.goto(`/app/calls?aggregate=${order}`);
  await operations.getByRole('button', { name: '回传完成' }).click();
  const log = operations.getByRole('region', { name: '收发与查证记录' });
  await expect(log.getByRole('listitem')).toHaveCount(2);
  await expect(log.getByRole('listitem').first()).toContainText('对方拒绝');
  await expect(log.getByRole('listitem').last()).toContainText('有应答');

  await operations.goto('/app/calls?view=callbacks');
  await expect(operations.getByText(/没有未采纳的回调|已拒收|暂存/).first()).toBeVisible();
});

test('a fallout is decided in its task, with what is known of it and the characteristics as in an order', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.nanjing');
  const operations = await signedOn('operations.nanjing');
  const [order] = await refused(manager, operations, 1);

  await operations.goto(`/app/inbox/all/${await taskOf(operations, order!)}`);
  await operations.getByRole('button', { name: '领取' }).first().click();
  const form = operations.locator('.task-form');
  await expect(form.getByLabel('更正后重发')).toBeVisible();
  await expect(form.getByLabel('回退到某一步后续办（须审批）')).toHaveCount(0);
  const known = operations.getByRole('region', { name: '已知情况' });
  await expect(known.getByText('收发与查证记录')).toBeVisible();
  await expect(known.getByText('相似的已解决异常')).toBeVisible();
  await expect(known.getByRole('link', { name: '在异常处置台查看' })).toBeVisible();

  await known.getByRole('button', { name: '更正产品属性' }).click();
  const dialog = operations.getByRole('dialog', { name: /更正后重发的属性/ });
  await dialog.getByLabel('成员数').fill('0');
  await dialog.getByRole('button', { name: '填入表单' }).click();
  await expect(dialog.locator('.field-error').first()).toBeVisible();
  await dialog.getByLabel('成员数').fill('27');
  await dialog.getByRole('button', { name: '填入表单' }).click();
  await expect(form.getByLabel('更正后重发')).toBeChecked();
  await expect(form.getByLabel('产品属性（JSON）')).toHaveValue(/"memberCount": 27/);
  await operations.getByRole('button', { name: /提交办理结果/ }).click();

  await manager.goto(`/app/orders/${order}`);
  await expect(manager.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });
});

test('a table is changed, tried with its rule lit, saved with a reason and taken back', async ({
  signedOn,
}) => {
  const designer = await signedOn('designer');
  await designer.goto('/app/rules');
  await designer.getByRole('link', { name: '答复时限' }).click();
  const before = await designer
    .locator('.page-head')
    .getByText(/第 \d+ 版/)
    .textContent();

  await designer.getByRole('button', { name: '在规则 1 前插入' }).click();
  await designer.getByLabel('规则 1 · 系统').fill('"si"');
  await designer.getByLabel(/规则 1 · 等待/).fill('soon');
  await designer.getByLabel('系统', { exact: true }).fill('si');
  await designer.getByRole('button', { name: '试算' }).click();
  await expect(designer.locator('.grid .field-error')).toBeVisible();
  await designer.getByLabel(/规则 1 · 等待/).fill('"P2D"');
  await designer.getByRole('button', { name: '试算' }).click();
  await expect(designer.locator('.grid tr[data-lit=true]')).toHaveCount(1);
  await expect(designer.locator('.rules-told')).toContainText('P2D');

  await designer.getByRole('button', { name: '保存' }).click();
  await expect(designer.locator('.diff')).toContainText('新增');
  await designer.getByLabel('改动原因').fill('伙伴答复较慢');
  await designer.getByRole('button', { name: '保存并生效' }).click();
  await expect(designer.locator('.page-head').getByText('已修改')).toBeVisible();
  await expect(designer.locator('.rules-versions')).toContainText('伙伴答复较慢');

  await designer.getByRole('button', { name: `恢复${before}` }).click();
  await designer.locator('.ant-popconfirm').getByRole('button', { name: '恢复', exact: true }).click();
  await expect(designer.locator('.page-head').getByText('随包发布')).toBeVisible();
});

test('a resend rule is tried before it is saved, and only read by a single city', async ({ signedOn }) => {
  const designer = await signedOn('designer', { language: 'en' });
  await designer.goto('/app/rules?tab=resend');
  await designer.getByRole('button', { name: 'New rule' }).click();
  const dialog = designer.locator('.ant-modal');
  await dialog.getByLabel('Intervals').fill('soon');
  await dialog.getByRole('button', { name: 'Try' }).click();
  await expect(dialog.getByText('no duration').first()).toBeVisible();
  await dialog.getByLabel('Intervals').fill('5s, 1m');
  await dialog.getByRole('button', { name: 'Try' }).click();
  await expect(dialog.getByRole('status')).toContainText('attempt 2');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const operations = await signedOn('operations.nanjing');
  await operations.goto('/app/rules?tab=resend');
  await expect(operations.locator('.ant-table-row').first()).toBeVisible();
  await expect(operations.getByRole('button', { name: '新增规则' })).toHaveCount(0);
});
