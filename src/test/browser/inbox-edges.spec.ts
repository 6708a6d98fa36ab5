import { mkdtempSync, openSync, ftruncateSync, closeSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, ordered, post, taskOf, test } from './people';

test('an empty list says why: nothing there, filtered out, not allowed, or broken', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.suzhou');
  const order = await ordered(manager, '穹石', 'leased-line');
  const page = await signedOn('operations.suzhou');
  const task = await taskOf(page, order);

  await page.goto('/app/inbox/cc');
  await expect(page.getByText('没有抄送给您的任务')).toBeVisible();
  await page.goto('/app/inbox/all?q=没有这样的客户');
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.locator('.task').first()).toBeVisible();

  const bystander = await signedOn('account-manager2.suzhou');
  await bystander.goto(`/app/inbox/all/${task}`);
  await expect(bystander.locator('.inbox-detail')).toContainText('没有权限');
  const elsewhere = await signedOn('operations.nanjing');
  await elsewhere.goto(`/app/inbox/all/${task}`);
  await expect(elsewhere.locator('.inbox-detail')).toContainText('没有找到');
  await expect(elsewhere.locator('.inbox-detail')).not.toContainText('穹石');

  await page.route('**/api/tasks?**', (route) => route.abort());
  await page.goto('/app/inbox/all');
  await expect(page.locator('.tasks').getByText('连不上服务器')).toBeVisible({ timeout: 20_000 });
  await page.unroute('**/api/tasks?**');
  await page.locator('.tasks').getByRole('button', { name: '重试' }).click();
  await expect(page.locator('.task').first()).toBeVisible();
});

test('the language changes on the spot, whole, and takes nothing away that was typed', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.suzhou');
  const page = await signedOn('operations.suzhou');
  const task = await taskOf(page, await ordered(manager, '穹石', 'leased-line'));
  await page.goto(`/app/inbox/all/${task}`);
  await page.getByLabel('验收意见').fill('光功率正常');
  await page.evaluate(() => ((window as unknown as { here: boolean }).here = true));
  const words = () =>
    page
      .locator(
        'nav a:not(.kept-filter *), .bar button:not([aria-label*=用户]):not([aria-label*=menu]), .inbox button:not(.kept-filter *), [role=tab], .detail-meta, .tasks-foot, .fjs-form-field label, .tag',
      )
      .allInnerTexts();
  const time = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/;
  await expect(page.locator('.detail-meta')).toContainText(time);

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('tab', { name: 'Form' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Claim/ }).first()).toBeVisible();
  await expect(page.getByLabel('Remarks')).toHaveValue('光功率正常');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect
    .poll(async () =>
      (await words()).filter((text) => /[\u4e00-\u9fff]/.test(text) && text.trim() !== '中文'),
    )
    .toEqual([]);
  await expect(page.locator('.detail-meta')).toContainText(time);

  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('tab', { name: '表单' })).toBeVisible();
  await expect(page.getByLabel('验收意见')).toHaveValue('光功率正常');
  await expect
    .poll(async () =>
      (await words()).filter((text) => /[a-z]{3,}/i.test(text.replace(/English|Ctrl|PO\w+/g, ''))),
    )
    .toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { here?: boolean }).here)).toBe(true);
});

test('two gigabytes are refused unread, a large file shows how far it is, and who fetched it is written down', async ({
  signedOn,
}) => {
  test.slow();
  const manager = await signedOn('account-manager.suzhou');
  const page = await signedOn('operations.suzhou');
  const task = await taskOf(page, await ordered(manager, '穹石', 'leased-line'));
  await page.goto(`/app/inbox/all/${task}?tab=attachments`);
  const input = page.locator('input[type=file]');
  let sent = 0;
  page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));

  await input.setInputFiles(sparse('机房全景.pdf', 2 * 1024 ** 3));
  await expect(page.getByText('机房全景.pdf 超过 20 MB')).toBeVisible({ timeout: 5_000 });
  expect(sent).toBe(0);

  // a slow line, so that it can be seen
  const line = await page.context().newCDPSession(page);
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: -1,
    uploadThroughput: 2 * 1024 * 1024,
  });
  await input.setInputFiles(sparse('竣工图.pdf', 4 * 1024 ** 2));
  const progress = page.locator('.files progress');
  await expect(progress).toBeVisible();
  await expect
    .poll(async () => Number(await progress.getAttribute('value')), { intervals: [50] })
    .toBeGreaterThan(0.1);
  await expect(page.getByRole('link', { name: '竣工图.pdf' })).toBeVisible({ timeout: 30_000 });

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '竣工图.pdf' }).click();
  await download;
  const admin = await signedOn('admin');
  const found = await admin.request.get('/api/audit', {
    params: { action: 'attachment.download', person: 'operations.suzhou' },
  });
  expect(JSON.stringify(((await found.json()) as { items: unknown[] }).items[0])).toContain('竣工图.pdf');
});

test('rows stand under their days, one says that its clock stands still, and the customer is a tab away', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.suzhou');
  const order = await ordered(manager, '穹石', 'leased-line');
  const page = await signedOn('operations.suzhou');
  const task = await taskOf(page, order);
  await page.goto(`/app/inbox/all/${task}?q=${order}`);
  await expect(page.locator('.tasks-group')).toHaveText(/到期$/);
  const row = page.locator('.task');
  await expect(row).toContainText('剩余');
  await expect(row).not.toContainText('停表');
  await expect(page.locator('.clock-bar')).toBeVisible();

  await post(page, `/api/task-clocks/${task}/stop`, { cause: 'site-not-ready', reason: '机房在装修' });
  await page.reload();
  await expect(row).toContainText('停表 · 剩余');
  await expect(page.locator('.clock-bar-stop')).toHaveCount(1);
  await page.getByRole('button', { name: '排序' }).click();
  await page.getByText('新到的在前').click();
  await expect(page.locator('.tasks-group')).toHaveCount(0);

  await page.getByRole('tab', { name: '客户' }).click();
  const customer = page.locator('.task-customer');
  await expect(customer).toContainText('穹石');
  await expect(customer).not.toContainText(/1\d{10}/);
  await expect(customer).toContainText(/该客户的其他待办 \d+ 件/);
});

/** A file of that size which takes no room. */
function sparse(name: string, size: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'esop-')), name);
  const file = openSync(path, 'w');
  writeSync(file, '%PDF-1.7\n');
  ftruncateSync(file, size);
  closeSync(file);
  return path;
}
