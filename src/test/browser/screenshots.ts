import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { discardDraft, ordered, taskOf, test } from './people';

const FOLDER = join(__dirname, '../../../docs/images');

/** The pictures of README and user guide: node src/test/browser/run.mjs screenshots, after mvn package. */
test('the pictures of the user guide', async ({ signedOn, browser }) => {
  mkdirSync(FOLDER, { recursive: true });
  const shoot = async (page: Page, name: string, path: string | undefined, ready: string) => {
    if (path) await page.goto(path);
    await page.locator(ready).first().waitFor();
    // what slides in has arrived, and diagrams are drawn
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  };

  const stranger = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await shoot(stranger, 'login', '/app/login', '.login-people button');
  await stranger.context().close();

  const manager = await signedOn('account-manager.nanjing');
  const orderId = await ordered(manager, '泊云', 'vpmn', 'leased-line');
  // a draft of an earlier run would stand in the way
  await discardDraft(manager);
  await manager.goto('/app/orders/new');
  await manager.getByLabel('查找客户').fill('泊云');
  await manager.getByText('泊云物流有限公司').click();
  await manager.getByRole('button', { name: '选择 集团短号网' }).click();
  await manager.getByRole('button', { name: '选择 互联网专线' }).click();
  await shoot(manager, 'order-entry', undefined, '.summary-items');
  await shoot(manager, 'templates', '/app/orders/templates', '.ant-table-row');
  await shoot(manager, 'orders', '/app/orders', '.ant-table-row');
  await shoot(manager, 'order', `/app/orders/${orderId}`, '.djs-container .djs-shape');

  const english = await signedOn('account-manager.nanjing', {
    language: 'en',
    theme: 'dark',
    width: 1920,
    height: 1080,
  });
  await shoot(english, 'order-en-dark', `/app/orders/${orderId}`, '.djs-container .djs-shape');
  await shoot(english, 'orders-en-dark', '/app/orders', '.ant-table-row');

  const operations = await signedOn('operations.nanjing');
  const task = await taskOf(operations, orderId);
  await shoot(operations, 'inbox', `/app/inbox/all/${task}`, '.fjs-form-field');
  await shoot(operations, 'calls', '/app/calls', '.calls .ant-table-row');
  await operations.locator('.calls .ant-table-row').first().click();
  await shoot(operations, 'call', undefined, '.json-body');
  await shoot(operations, 'work-orders', '/app/work-orders', '.ant-table-row');
  await shoot(operations, 'fallouts', '/app/fallouts', '.ant-table');
  await operations.goto('/app/audits?state=different');
  await operations.locator('.ant-table-row a').last().click();
  await shoot(operations, 'audit', undefined, '.audit-offers button');

  await shoot(manager, 'opportunities', '/app/opportunities', '.board-card');
  const hotline = await signedOn('hotline');
  await hotline.goto('/app/intake');
  await hotline.getByRole('combobox', { name: /客户/ }).fill('听砚');
  await hotline.getByText('听砚学校', { exact: true }).click();
  await hotline.keyboard.press('Alt+2');
  await shoot(hotline, 'intake', undefined, '.intake-aside .card');
  const approver = await signedOn('manager');
  await approver.goto('/app/cancellations?state=approval');
  await approver.locator('.ant-table-row a').first().click();
  await shoot(approver, 'cancellation', undefined, '.cancellation-lines, table');

  const designer = await signedOn('designer');
  await shoot(designer, 'rules', '/app/rules', '.ant-table-row');
  await shoot(designer, 'rule-table', '/app/rules/tables/provisioning-path', '.grid tbody tr');

  await shoot(designer, 'calendar', '/app/calendars', '.month');

  const other = await signedOn('operations.nanjing', { language: 'en', theme: 'dark' });
  await shoot(other, 'inbox-en-dark', `/app/inbox/all/${task}`, '.fjs-form-field');
  await shoot(other, 'calls-en-dark', '/app/calls', '.calls .ant-table-row');
});
