import type { Page } from '@playwright/test';
import { customerId, expect, ordered, post, taskOf, test } from './people';

async function complete(page: Page, order: string, data: object) {
  const task = await taskOf(page, order);
  await post(page, `/api/tasks/${task}/claim`, {});
  await post(page, `/api/tasks/${task}/complete`, { data });
}

/** Somebody else agrees to what was asked to be rolled back. */
const agree = async (approver: Page, order: string) => complete(approver, order, { approval: 'approve' });

test('an order that a later one stands on is rolled back with it, newest first', async ({ signedOn }) => {
  const page = await signedOn('account-manager.suzhou');
  const first = await ordered(page, '听砚', 'vpmn');
  await page.goto(`/app/orders/${first}`);
  await expect(page.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });
  const { id: second } = await post<{ id: string }>(page, '/api/orders', {
    customerId: await customerId(page, '听砚'),
    items: [{ offeringId: 'vpmn', action: 'modify', quantity: 1, characteristics: {} }],
  });
  await page.goto(`/app/orders/${second}`);
  await expect(page.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });

  const operations = await signedOn('operations.suzhou');
  await operations.goto(`/app/orders/${first}`);
  await operations.getByRole('button', { name: '回退' }).click();
  await expect(operations.getByRole('dialog').getByRole('link', { name: second })).toBeVisible();
  await operations.getByRole('button', { name: '连同后续订单一起回退' }).click();
  const dialog = operations.getByRole('dialog', { name: '批量回退 1 张订单' });
  const planned = dialog.getByRole('list', { name: '将要撤回的步骤' });
  await expect(planned.getByRole('link')).toHaveText([second, first]);
  await expect(planned).toContainText('BOSS');
  await dialog.getByRole('button', { name: '申请回退' }).click();
  await expect(dialog.getByText('请写明回退原因')).toBeVisible();
  await dialog.getByLabel('回退原因').fill('集团号段整体调整');
  await dialog.getByRole('button', { name: '申请回退' }).click();
  await expect(dialog.getByRole('listitem').first()).toContainText('等待审批');
  await agree(await signedOn('approver.suzhou'), first);
  await complete(operations, second, { action: 'manual', note: '已按变更前的资料恢复' });

  await expect(dialog.getByText('全部有了结果')).toBeVisible({ timeout: 60_000 });
  const results = dialog.getByRole('listitem');
  await expect(results).toHaveCount(2);
  await expect(results.first()).toContainText(second);
  await expect(results.first()).toContainText('已全部撤回');
  await expect(results.last()).toContainText('已全部撤回');
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await expect(operations.locator('.order-timeline')).toContainText('回退完成，已办步骤全部撤回');

  await operations.goto('/app/fallouts');
  await operations.getByRole('button', { name: '近期回退' }).click();
  await operations
    .getByRole('menuitem', { name: /2 张订单，0 张未有结果 · 集团号段整体调整/ })
    .first()
    .click();
  await expect(operations.getByRole('dialog').getByRole('link')).toHaveText([second, first]);
});

test('several ended orders are chosen in the list and rolled back, each with its result', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager.suzhou');
  const order = await ordered(page, '穹石', 'vpmn');
  await page.goto(`/app/orders/${order}`);
  await expect(page.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });

  await page.goto(`/app/orders?q=${order}`);
  await expect(page.getByRole('link', { name: order })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: order })).toHaveCount(0);

  const operations = await signedOn('operations.suzhou');
  await operations.goto(`/app/orders?q=${order}`);
  await operations.getByRole('checkbox', { name: order }).check();
  await expect(operations.getByText('已选 1 张订单')).toBeVisible();
  await operations.getByRole('button', { name: '批量回退' }).click();
  const dialog = operations.getByRole('dialog', { name: '批量回退 1 张订单' });
  await dialog.getByLabel('回退原因').fill('重复开通');
  await dialog.getByRole('button', { name: '申请回退' }).click();
  await agree(await signedOn('approver.suzhou'), order);
  await expect(dialog.getByRole('listitem').filter({ hasText: order })).toContainText('已全部撤回', {
    timeout: 60_000,
  });
});

test('of an ended order a person stops at a step: what is older stays, and the order says so', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager.suzhou');
  const order = await ordered(page, '听砚', 'leased-line');
  const operations = await signedOn('operations.suzhou');
  await operations.goto(`/app/inbox/all/${await taskOf(operations, order)}`);
  await operations.getByRole('button', { name: '领取' }).first().click();
  await operations.getByLabel('通过').check();
  await operations.getByRole('button', { name: /提交办理结果/ }).click();
  await expect(operations.getByText('已办结：验收工单')).toBeVisible();
  await operations.goto(`/app/orders/${order}`);
  await expect(operations.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });

  await operations.getByRole('button', { name: '回退' }).click();
  const dialog = operations.getByRole('dialog', { name: `回退订单 ${order}` });
  const steps = dialog.getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(dialog.getByText('全部撤回，订单不再有效。')).toBeVisible();
  await dialog.getByRole('radio').nth(2).focus();
  await operations.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('radio').nth(1)).toBeChecked();
  await expect(steps.first()).toContainText('撤回');
  await expect(steps.last()).toContainText('保留');
  await expect(dialog.getByText('更早的 1 步保留，订单记为部分完成。')).toBeVisible();
  await dialog.getByLabel('回退原因').fill('改走另一条光缆，资源保留');
  await dialog.getByRole('button', { name: '申请回退' }).click();
  await agree(await signedOn('approver.suzhou'), order);

  await expect(operations.locator('.order-title')).toContainText('部分完成', { timeout: 60_000 });
  await expect(operations.locator('.order-timeline')).toContainText('已退到所选步骤，更早的步骤保留');
  await operations.goto(`/app/orders/${order}?tab=rollbacks`);
  await expect(operations.locator('.rollbacks')).toContainText('已退到所选步骤');
});
