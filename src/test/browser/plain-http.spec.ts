import type { Page } from '@playwright/test';
import { expect, test } from './people';
import config from './playwright.config';

const { args, ...launch } = config.use!.launchOptions!;
// a name as an intranet has them, without a certificate: to the browser no secure context
test.use({
  launchOptions: { ...launch, args: [...args!, '--host-resolver-rules=MAP esop.intranet 127.0.0.1'] },
});

/** Another tab of the person's browser, at the intranet's name, and how often it has asked for the event stream. */
async function tab(person: Page, path: string): Promise<{ page: Page; streams: () => number }> {
  const cookies = await person.context().cookies();
  await person.context().addCookies(cookies.map((cookie) => ({ ...cookie, domain: 'esop.intranet' })));
  const page = await person.context().newPage();
  let streams = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/events')) streams++;
  });
  await page.goto(`http://esop.intranet:${new URL(config.use!.baseURL!).port}${path}`);
  return { page, streams: () => streams };
}

test('over plain http an intake is taken in, and two tabs share one stream of events', async ({
  signedOn,
}) => {
  const person = await signedOn('hall.nanjing');
  const first = await tab(person, '/app/intake');
  expect(await first.page.evaluate(() => window.isSecureContext)).toBe(false);
  await expect.poll(first.streams).toBe(1);

  const second = await tab(person, '/app/inbox');
  await expect(second.page.getByRole('heading', { name: '视图' })).toBeVisible();
  await second.page.waitForTimeout(2_000);
  expect(second.streams()).toBe(0);

  await first.page.getByRole('combobox', { name: /客户/ }).fill(`街角书店 ${Date.now()}`);
  await first.page.keyboard.press('Alt+1');
  await expect(first.page.getByText('本渠道可办理')).toBeVisible();
  await first.page.getByRole('textbox', { name: /客户要求/ }).fill('短号多少钱');
  await first.page.getByRole('combobox', { name: /办理结果/ }).focus();
  await first.page.keyboard.press('ArrowDown');
  await first.page.keyboard.press('Enter');
  await first.page.getByRole('textbox', { name: /结果说明/ }).fill('每人每月五元');
  await first.page.keyboard.press('Control+Enter');
  await expect(first.page.getByRole('status').filter({ hasText: '已办结' })).toBeVisible();

  await first.page.close();
  await expect.poll(second.streams).toBe(1);
});
