import { expect, ordered, test } from './people';

const sandbox = `http://localhost:${process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190'}`;

interface Call {
  system: string;
  step: string;
  externalId: string;
}

test('what BOSS has changed is found, sent again, and seen as fixed', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.suzhou');
  const order = await ordered(manager, '穹石', 'vpmn');
  await manager.goto(`/app/orders/${order}`);
  await expect(manager.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });
  await expect(manager.getByRole('button', { name: '核对' })).toHaveCount(0);
  const calls = (await (await manager.request.get(`/api/orders/${order}/calls`)).json()) as Call[];
  const service = calls.find(({ step }) => step === 'activate')!.externalId;
  await manager.request.post(`${sandbox}/records/boss/service/${service}`, { data: { state: 'inactive' } });

  const page = await signedOn('operations.suzhou');
  await page.goto(`/app/orders/${order}`);
  await page.getByRole('button', { name: '核对' }).click();
  await expect(page).toHaveURL(/\/audits\/AU/);
  await expect(page.locator('.order-title')).toContainText('有差异', { timeout: 30_000 });
  const row = page.getByRole('row').filter({ hasText: '未启用' });
  await expect(row).toContainText('BOSS');
  await expect(row).toContainText('开通');
  await page.getByRole('tab', { name: /逐项比对/ }).click();
  await expect(page.getByRole('region', { name: new RegExp(service) })).toContainText('不同');

  await page.goto('/app/audits?state=different');
  await expect(page.getByRole('row').filter({ hasText: order })).toContainText('1 / 1');
  await page.getByRole('row').filter({ hasText: order }).getByRole('link').click();
  await row.getByRole('button', { name: '重发' }).click();
  const dialog = page.getByRole('dialog', { name: '重发以消除差异' });
  await dialog.getByRole('button', { name: '重发' }).click();
  await expect(dialog.getByText('请填写理由')).toBeVisible();
  await dialog.getByLabel('理由').fill('客户在用，BOSS 误停');
  await dialog.getByRole('button', { name: '重发' }).click();
  await expect(page.locator('.order-title')).toContainText('已了结', { timeout: 30_000 });
  await expect(row).toContainText('已消除');
  await expect(row).toContainText('复核相同');

  await page.goto('/app/audits?tab=trend');
  await expect(page.getByRole('row').filter({ hasText: 'BOSS' }).first()).toBeVisible();
});
