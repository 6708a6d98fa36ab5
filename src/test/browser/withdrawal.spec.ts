import { customerId, expect, ordered, test } from './people';

test('an order under way is withdrawn: its unit stops, what was done is taken back, and everybody sees it', async ({
  signedOn,
}) => {
  const sandbox = `http://localhost:${process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190'}`;
  const page = await signedOn('account-manager.wuxi');
  // construction goes on until somebody stops it
  await page.request.put(`${sandbox}/faults/eoms`, {
    data: {
      mode: 'by-hand',
      times: 1,
      operation: 'resourceOrder.create',
      containing: await customerId(page, '澜砚'),
    },
  });
  const order = await ordered(page, '澜砚', 'leased-line');
  await page.goto(`/app/orders/${order}`);
  const tree = page.getByRole('region', { name: '开通结构' });
  await expect(tree.getByRole('row').filter({ hasText: '工单' }).last()).toContainText('施工中', {
    timeout: 60_000,
  });

  await page.getByRole('button', { name: '撤单' }).click();
  const dialog = page.getByRole('dialog', { name: `撤销订单 ${order}` });
  await expect(dialog.getByText('办理中，将通知执行单位停工')).toBeVisible();
  await dialog.getByRole('button', { name: '撤单' }).click();
  await expect(dialog.getByText('请写明撤单原因')).toBeVisible();
  await dialog.getByLabel('撤单原因').fill('客户改迁新址');
  await dialog.getByRole('button', { name: '撤单' }).click();
  await expect(page.getByText(`订单 ${order} 开始撤单`)).toBeVisible();
  await expect(page.locator('.order-title')).toContainText('已撤销', { timeout: 60_000 });
  await expect(page.locator('.order-timeline')).toContainText('客户改迁新址');
  await expect(page.getByRole('button', { name: '撤单' })).toHaveCount(0);

  const operations = await signedOn('operations.wuxi');
  await operations.goto(`/app/orders/${order}?tab=rollbacks`);
  const rollback = operations.locator('.rollbacks');
  await expect(rollback).toContainText('已全部撤回');
  await expect(rollback.getByRole('row').filter({ hasText: '占用资源' })).toContainText('释放资源');
});
