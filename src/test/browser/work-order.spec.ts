import { customerId, expect, ordered, test } from './people';

test('a unit is told to hurry and asked to stop; what it stops comes back to be decided about', async ({
  signedOn,
}) => {
  const sandbox = `http://localhost:${process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190'}`;
  const manager = await signedOn('account-manager.suzhou');
  // construction goes on until somebody stops it
  await manager.request.put(`${sandbox}/faults/eoms`, {
    data: {
      mode: 'by-hand',
      times: 1,
      operation: 'resourceOrder.create',
      containing: await customerId(manager, '双塔家居商城'),
    },
  });
  const order = await ordered(manager, '双塔家居商城', 'leased-line');
  const page = await signedOn('operations.suzhou');
  await page.goto(`/app/work-orders?q=${order}`);
  const row = page.getByRole('row').filter({ hasText: order });
  await expect(row).toContainText('施工中', { timeout: 60_000 });
  await row.getByRole('button', { name: /新开施工/ }).click();
  const drawer = page.getByRole('dialog').filter({ hasText: '执行单位' });

  await drawer.getByRole('button', { name: '催单' }).click();
  const urge = page.getByRole('dialog', { name: /催办工单/ });
  await urge.getByRole('button', { name: '催单' }).click();
  await expect(urge.getByText('请写明催单内容')).toBeVisible();
  await urge.getByLabel('对单位说').fill('客户下周开业，请加快');
  await urge.getByRole('button', { name: '催单' }).click();
  const log = drawer.getByRole('region', { name: '催单、撤单与拉回' });
  await expect(log).toContainText('客户下周开业，请加快');
  await expect(log).toContainText('已照办', { timeout: 30_000 });
  await expect(drawer.getByRole('button', { name: '催单' })).toBeDisabled();
  await drawer.getByRole('button', { name: '催单' }).hover({ force: true });
  await expect(page.getByRole('tooltip')).toContainText('之后可以再催');

  await drawer.getByRole('button', { name: '拉回' }).click();
  const recall = page.getByRole('dialog', { name: /拉回工单/ });
  await recall.getByLabel('原因').fill('端口写错');
  await recall.getByRole('button', { name: '拉回' }).click();
  await expect(log).toContainText('端口写错');
  await expect(drawer.getByRole('button', { name: '撤单' })).toBeDisabled();
  await expect(drawer.getByRole('link', { name: /异常/ })).toBeVisible({ timeout: 60_000 });
  await expect(log.getByRole('listitem').first()).toContainText('已照办');
  await expect(drawer).toContainText('已生成');
});
