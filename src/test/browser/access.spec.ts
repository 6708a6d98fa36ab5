import type { Page } from '@playwright/test';
import type { Result } from 'axe-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { customerId, expect, ordered, post, taskOf, test } from './people';

const AXE = readFileSync(join(__dirname, '../../main/frontend/node_modules/axe-core/axe.min.js'), 'utf8');

async function serious(page: Page): Promise<string[]> {
  // what slides in is measured when it has arrived
  await page.waitForTimeout(700);
  // the page's own policy admits no foreign script; the test's evaluation stands outside it
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async () =>
      (await (window as unknown as { axe: { run: () => Promise<{ violations: Result[] }> } }).axe.run())
        .violations,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => `${node.html.slice(0, 160)} [${node.failureSummary?.split('\n')[1]?.trim()}]`)
          .slice(0, 3)
          .join(' | ')}`,
    );
}

async function opportunityOf(page: Page): Promise<string> {
  const { id } = await post<{ id: string }>(page, '/api/opportunities', {
    customerId: await customerId(page, '岚谷'),
    name: '门店专线',
    expectedRevenue: 80000,
    contactName: '卓经理',
    contactPhone: '13912345678',
  });
  return id;
}

for (const theme of ['light', 'dark'] as const) {
  test(`every page is free of serious barriers, ${theme}`, async ({ signedOn }) => {
    // thirty pages, each looked at when all of it has arrived
    test.setTimeout(360_000);
    const manager = await signedOn('account-manager.nanjing', { theme });
    const orderId = await ordered(manager, '泊云', 'vpmn', 'leased-line');
    const operations = await signedOn('operations.nanjing', {
      theme,
      language: theme === 'dark' ? 'en' : 'zh-CN',
    });
    const task = await taskOf(operations, orderId);
    const found: Record<string, string[]> = {};

    const visit = async (page: Page, path: string, ready: string) => {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      const problems = await serious(page);
      if (problems.length > 0) found[path.replace(orderId, ':id').replace(task, ':task')] = problems;
    };
    await visit(manager, '/app/orders', '.ant-table-row');
    await visit(manager, '/app/orders/new', '.product');
    await visit(manager, `/app/orders/${orderId}`, '.djs-container .djs-shape');
    await visit(manager, `/app/orders/${orderId}?tab=calls`, '.calls .ant-table-row');
    const { serviceOrders } = (await (await manager.request.get(`/api/orders/${orderId}`)).json()) as {
      serviceOrders: { id: string }[];
    };
    const service = serviceOrders[0]!.id;
    await visit(manager, `/app/service-orders/${service}`, '.djs-container .djs-shape');
    await visit(operations, `/app/inbox/all/${task}`, '.fjs-form-field');
    await visit(operations, '/app/me/substitution', '.presence');
    await visit(operations, '/app/calls', '.calls .ant-table-row');
    await visit(operations, '/app/calls?view=callbacks', '.ant-table');
    await visit(manager, '/app/orders/templates', '.ant-table-row');
    await visit(manager, '/app/cancellations', '.ant-table');
    await visit(manager, '/app/cancellations/new', '.entry-find, .ant-select');
    await visit(operations, '/app/work-orders', '.ant-table-row');
    await visit(operations, '/app/fallouts', '.ant-table');
    await visit(operations, '/app/fallouts?view=list', '.ant-table');
    const chief = await signedOn('manager.nanjing', { theme });
    await visit(chief, '/app/overview', '.panel li, .panel-none');
    await visit(await signedOn('admin', { theme }), '/app/overview', '.panel li');
    const admin = await signedOn('admin', { theme });
    await visit(admin, '/app/partners', '.ant-table-row');
    await visit(admin, '/app/partners?partner=si.local', '.partners-part li');
    const designer = await signedOn('designer', { theme, language: theme === 'dark' ? 'en' : 'zh-CN' });
    await visit(designer, '/app/rules', '.ant-table-row');
    await visit(designer, '/app/rules?tab=resend', '.ant-table-row');
    await visit(designer, '/app/rules/tables/fallout-policy', '.grid tbody tr');
    await visit(designer, '/app/products', '.ant-table-row');
    await visit(designer, '/app/calendars', '.month');
    await visit(designer, '/app/calendars?tab=hours', '.calendar-hours');
    await visit(designer, '/app/calendars?tab=years', '.calendar-years');
    await visit(manager, '/app/start', '.start-list a');
    await visit(manager, '/app/started', '.ant-table-row');
    await visit(manager, `/app/matters/${orderId}`, '.matter-stations li');
    const leader = await signedOn('manager.nanjing', { theme });
    await visit(leader, '/app/team', '.ant-table-row');
    await visit(operations, '/app/nowhere', '.blank');
    await operations.context().clearCookies();
    await visit(operations, '/app/login', '.login-people button');
    expect(found).toEqual({});
  });
  test(`the pages of opportunities are free of serious barriers, ${theme}`, async ({ signedOn }) => {
    const manager = await signedOn('account-manager.nanjing', {
      theme,
      language: theme === 'dark' ? 'en' : 'zh-CN',
    });
    const opportunity = await opportunityOf(manager);
    const found: Record<string, string[]> = {};
    const visit = async (path: string, ready: string) => {
      await manager.goto(`/app/opportunities${path}`);
      await manager.locator(ready).first().waitFor();
      const problems = await serious(manager);
      if (problems.length > 0) found[path.replace(opportunity, ':id')] = problems;
    };
    await visit('', '.board-card');
    await visit('?as=list', '.ant-table-row');
    await visit('/new', '.opportunity-form');
    await visit(`/${opportunity}/edit`, '.opportunity-form');
    await visit(`/${opportunity}`, '.facts-part');
    for (const tab of ['solution', 'agreement', 'people']) await visit(`/${opportunity}?tab=${tab}`, '.part');
    expect(found).toEqual({});
  });
}
