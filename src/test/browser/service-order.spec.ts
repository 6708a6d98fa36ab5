import { expect, ordered, test } from './people';

for (const theme of ['light', 'dark'] as const) {
  test(`a service order has a page of its own, in ${theme}`, async ({ signedOn }) => {
    const page = await signedOn('account-manager.nanjing', {
      theme,
      language: theme === 'dark' ? 'en' : 'zh-CN',
    });
    const words =
      theme === 'dark'
        ? {
            now: 'Who has it now',
            calls: /Calls \(\d+\)/,
            whole: 'The whole order',
          }
        : { now: '现在在谁那里', calls: /系统调用 \(\d+\)/, whole: '整张订单' };
    const id = await ordered(page, '泊云', 'leased-line');
    await page.goto(`/app/orders/${id}`);
    const link = page.locator('.tree-service a[href*="/service-orders/"]');
    await expect(link).toBeVisible({ timeout: 60_000 });
    const number = (await link.textContent())!;
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/app/service-orders/${number}`));
    const head = page.locator('.order-head');
    await expect(head).toContainText(number);
    await expect(head.getByRole('link', { name: id })).toBeVisible();
    const now = page.getByRole('region', { name: words.now });
    // the unit, or operations once it is to be signed off
    await expect(now).toContainText(/WO\d{10}/, { timeout: 60_000 });
    await expect(page.locator('.tree-work')).toHaveCount(1);
    await expect(page.locator('.diagram svg').first()).toBeVisible();
    await page.getByRole('tab', { name: words.calls }).click();
    await expect(page.getByRole('tabpanel')).toContainText('EOMS');
    const timeline = page.locator('.order-timeline');
    await expect(timeline.locator('li').first()).toBeVisible();
    await expect(timeline.getByText(id, { exact: true })).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366);
    await timeline.getByRole('link', { name: words.whole }).click();
    await expect(page).toHaveURL(new RegExp(`/app/orders/${id}`));
  });
}

test('a service order of another city is unknown', async ({ signedOn }) => {
  const nanjing = await signedOn('account-manager.nanjing');
  const id = await ordered(nanjing, '泊云', 'vpmn');
  let number = '';
  await expect
    .poll(async () => {
      const answer = await nanjing.request.get(`/api/orders/${id}`);
      const { serviceOrders } = (await answer.json()) as { serviceOrders: { id: string }[] };
      return (number = serviceOrders[0]?.id ?? '');
    })
    .not.toBe('');
  const suzhou = await signedOn('account-manager.suzhou');
  await suzhou.goto(`/app/service-orders/${number}`);
  await expect(suzhou.getByText(number)).toBeVisible();
  await expect(suzhou.locator('.order-head')).toHaveCount(0);
});
