import { customerId, expect, ordered, test } from './people';

test('an order under way gets another product, and an item whose turn has not come is changed', async ({
  signedOn,
}) => {
  const sandbox = `http://localhost:${process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190'}`;
  const page = await signedOn('account-manager.wuxi');
  await page.request.put(`${sandbox}/faults/eoms`, {
    data: {
      mode: 'by-hand',
      times: 1,
      operation: 'resourceOrder.create',
      containing: await customerId(page, '禾屿'),
    },
  });
  const order = await ordered(page, '禾屿', 'leased-line');
  await page.goto(`/app/orders/${order}`);
  await expect(page.getByRole('region', { name: '开通结构' })).toContainText('施工中', { timeout: 60_000 });

  await page.getByRole('button', { name: '改单' }).click();
  const dialog = page.getByRole('dialog', { name: `更改订单 ${order}` });
  await expect(dialog.getByRole('listitem').filter({ hasText: '互联网专线' })).toContainText('已开始办理');
  await dialog.getByLabel('加订产品…').click();
  await page.getByTitle('ADC 应用托管').click();
  const licences = dialog.getByLabel('许可数');
  await licences.fill('0');
  await dialog.getByRole('button', { name: '改单' }).click();
  await expect(dialog.getByRole('alert').first()).toBeVisible();
  await licences.fill('35');
  await dialog.getByRole('button', { name: '改单' }).click();
  await expect(page.getByText(`订单 ${order} 已更改`)).toBeVisible();
  await expect(page.locator('.order-timeline')).toContainText('加订：ADC 应用托管');

  await page.getByRole('button', { name: '改单' }).click();
  await dialog.getByRole('button', { name: '更改ADC 应用托管' }).click();
  await expect(dialog.getByLabel('许可数')).toHaveValue('35');
  await dialog.getByLabel('许可数').fill('60');
  await dialog.getByRole('button', { name: '改单' }).click();
  await expect(page.locator('.order-timeline')).toContainText('更改订购项：ADC 应用托管');
  await page.getByRole('tab', { name: /订购内容/ }).click();
  await expect(page.getByRole('region', { name: 'ADC 应用托管' })).toContainText('60');
});
