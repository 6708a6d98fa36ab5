import { expect, signOn, test } from './people';

test('a draft survives a reload, a new sign-on on another machine, and an ended session', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager2.nanjing');
  await page.goto('/app/orders/new');
  await page.getByLabel('查找客户').fill('清枫里');
  await page.getByText('清枫里医院').first().click();
  await page.getByRole('button', { name: '选择 互联网专线' }).click();
  await page.getByLabel('备注').fill('住院楼新装');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/已恢复.*草稿/)).toBeVisible();
  await expect(page.getByLabel('备注')).toHaveValue('住院楼新装');

  const elsewhere = await signedOn('account-manager2.nanjing');
  await elsewhere.goto('/app/orders/new');
  await expect(elsewhere.getByLabel('备注')).toHaveValue('住院楼新装');

  // the session ends while somebody types: sign on over the page, and go on
  await elsewhere.context().clearCookies({ name: 'SESSION' });
  await elsewhere.getByLabel('备注').fill('住院楼新装，先勘察');
  await expect(elsewhere.getByText('登录已过期')).toBeVisible();
  await signOn(elsewhere, 'account-manager2.nanjing');
  await expect(elsewhere.getByText('登录已过期')).toBeHidden();
  await expect(elsewhere.getByLabel('备注')).toHaveValue('住院楼新装，先勘察');
  await expect(elsewhere.getByText('草稿已保存')).toBeVisible();
});

test('language and theme change at once, keep what was typed, and stay chosen', async ({ signedOn }) => {
  const page = await signedOn('account-manager.nanjing');
  await page.goto('/app/orders');
  await page.getByPlaceholder('订单号、客户名称').fill('泊云');
  await page.evaluate(() => Object.assign(window, { sameLoad: true }));
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  await expect(page.getByPlaceholder('Order number, customer')).toHaveValue('泊云');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const words = await page.locator('.rail, .page-head, .filters, .list-states, thead').allInnerTexts();
  expect(words.join('').match(/[\u4e00-\u9fff]+/g) ?? []).toEqual([]);

  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
});

test('a link given before the sign-on leads there after it, and nowhere else', async ({ page }) => {
  await page.goto('/app/orders?state=held');
  await expect(page).toHaveURL(/\/app\/login\?back=/);
  await signOn(page, 'account-manager.nanjing');
  await expect(page).toHaveURL(/\/app\/orders\?state=held$/);
  // the sign-on page offers a button of that name too, and stands until the next page is drawn
  await page
    .getByRole('banner')
    .getByRole('button', { name: /周以宁/ })
    .click();
  await page.getByText('退出登录').click();
  await page.waitForURL(/\/app\/login$/);
  await page.goto('/app/login?back=https://example.org/');
  await signOn(page, 'account-manager.nanjing');
  await expect(page).toHaveURL(/\/app\/orders$/);
  await page.goto('/app/login');
  await page.locator('#username').fill('account-manager.nanjing');
  await page.locator('#password').fill('wrong');
  await page.locator('form.login-form button[type=submit]').click();
  await expect(page.getByRole('alert')).toBeVisible();
});
