import { expect, ordered, test } from './people';

test('an order that a later one stands on is rolled back with it, newest first', async ({ signedOn }) => {
  const page = await signedOn('account-manager.suzhou');
  const first = await ordered(page, '听砚', 'vpmn');
  await page.goto(`/app/orders/${first}`);
  await expect(page.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });
  const second = await ordered(page, '听砚', 'vpmn');
  await page.goto(`/app/orders/${second}`);
  await expect(page.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });

  const operations = await signedOn('operations.suzhou');
  await operations.goto(`/app/orders/${first}`);
  await operations.getByRole('button', { name: '回退' }).click();
  await expect(operations.getByRole('dialog').getByRole('link', { name: second })).toBeVisible();
  await operations.getByRole('button', { name: '连同后续订单一起回退' }).click();
  const dialog = operations.getByRole('dialog', { name: '批量回退 1 张订单' });
  await dialog.getByRole('button', { name: '开始回退' }).click();
  await expect(dialog.getByText('请写明回退原因')).toBeVisible();
  await dialog.getByLabel('回退原因').fill('集团号段整体调整');
  await dialog.getByRole('button', { name: '开始回退' }).click();

  await expect(dialog.getByText('全部有了结果')).toBeVisible({ timeout: 60_000 });
  const results = dialog.getByRole('listitem');
  await expect(results).toHaveCount(2);
  await expect(results.first()).toContainText(second);
  await expect(results.first()).toContainText('已全部撤回');
  await expect(results.last()).toContainText('已全部撤回');
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await expect(operations.locator('.order-timeline')).toContainText('回退完成，已办步骤全部撤回');
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
  await dialog.getByRole('button', { name: '开始回退' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: order })).toContainText('已全部撤回', {
    timeout: 60_000,
  });
});
