import { discardDraft, expect, test } from './people';

test('whom to call is named at entry, and the number hidden until somebody asks for it', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager2.nanjing');
  await discardDraft(page);
  await page.goto('/app/orders/new');
  await page.getByLabel('查找客户').fill('泊云');
  await page.getByText('泊云物流有限公司').first().click();
  await page.getByRole('button', { name: '选择 集团短号网' }).click();

  // one of the customer's contacts needs no number
  await page.getByLabel('联系人', { exact: true }).click();
  await page.locator('.ant-select-item-option').first().click();
  await expect(page.getByText(/不填则用客户资料中的号码 \d{3}\*{4}\d{4}/)).toBeVisible();

  await page.getByLabel('联系人', { exact: true }).fill('李工');
  await expect(page.getByText('客户资料中没有这位联系人的号码，请填写').first()).toBeVisible();
  await page.getByLabel('联系电话').fill('123');
  await expect(page.getByText('应为 11 位手机号或带区号的固定电话').first()).toBeVisible();
  await page.getByLabel('联系电话').fill('13912345678');
  await expect(page.getByText('应为 11 位手机号或带区号的固定电话')).toHaveCount(0);
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.waitForURL(/\/app\/orders\/PO\d+$/);

  const head = page.locator('.order-head');
  await expect(head).toContainText('李工');
  await expect(head).toContainText('139****5678');
  await expect(head.getByText('13912345678')).toHaveCount(0);
  await head.getByRole('button', { name: '显示电话' }).click();
  await expect(head.getByRole('link', { name: '13912345678' })).toBeVisible();
});
