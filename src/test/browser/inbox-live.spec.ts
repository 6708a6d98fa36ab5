import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, ordered, post, taskOf, test } from './people';

const AXE = readFileSync(join(__dirname, '../../main/frontend/node_modules/axe-core/axe.min.js'), 'utf8');
const ENGINE = '/camunda/api/engine/engine/default';

/** Both a moment's answer and the screen are asked for: from the one the three seconds of the other run. */
async function arrived(page: Page, search: string, count: number) {
  await expect
    .poll(
      async () =>
        (
          (await (await page.request.get('/api/tasks', { params: { q: search } })).json()) as {
            total: number;
          }
        ).total,
      { timeout: 60_000, intervals: [200] },
    )
    .toBe(count);
}

test('what arrives is told within three seconds and moves nothing, also what Tasklist did', async ({
  signedOn,
}) => {
  // Tasklist is a megabyte of script
  test.slow();
  const manager = await signedOn('account-manager.wuxi');
  const mine = await taskOf(
    await signedOn('operations2.wuxi'),
    await ordered(manager, '锡山电缆', 'leased-line'),
  );
  const page = await signedOn('operations.wuxi');
  await page.goto(`/app/inbox/group/${mine}?q=锡山电缆`);
  await expect(page.locator('.task')).toHaveCount(1);
  await page.getByLabel('验收意见').fill('正在看');

  await Promise.all([1, 2].map(() => ordered(manager, '锡山电缆', 'leased-line')));
  await arrived(page, '锡山电缆', 3);
  const news = page.getByRole('button', { name: '2 条新任务' });
  await expect(news).toBeVisible({ timeout: 3_000 });
  await expect(page.locator('.task')).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(mine));
  await expect(page.getByLabel('验收意见')).toHaveValue('正在看');
  await news.click();
  await expect(page.locator('.task')).toHaveCount(3);
  await expect(page.locator('.task[data-fresh=true]')).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(mine));

  // a colleague works in Tasklist
  const colleague = await signedOn('operations2.wuxi');
  await colleague.goto('/camunda/app/tasklist/default/');
  await expect(colleague.locator('body')).toContainText('全部待办', { timeout: 60_000 });
  await expect(colleague.locator('body')).toContainText('验收工单');
  const token = (await colleague.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const engine = async (path: string, data: unknown) => {
    const answer = await colleague.request.post(`${ENGINE}/task/${mine}/${path}`, {
      data,
      headers: { 'X-XSRF-TOKEN': token },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await engine('claim', { userId: 'operations2.wuxi' });
  await expect(page.getByText(/由 .* 办理中，只能查看/)).toBeVisible({ timeout: 3_000 });
  await engine('submit-form', {
    variables: { signOff: { value: 'accept', type: 'String' }, note: { value: '已通', type: 'String' } },
  });
  await expect(page.getByText('此任务已办结。')).toBeVisible({ timeout: 3_000 });
});

test('with the stream cut the list asks every half minute, says so, and is live again', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.wuxi');
  const page = await signedOn('operations.wuxi');
  await taskOf(page, await ordered(manager, '太湖之心', 'leased-line'));
  await page.clock.install();
  await page.route('**/api/events', (route) => route.abort());
  await page.goto('/app/inbox/group?q=太湖之心');
  await expect(page.locator('.task')).toHaveCount(1);
  await expect(page.getByText('实时更新中断')).toBeVisible();
  const before = page.url();

  await ordered(manager, '太湖之心', 'leased-line');
  await arrived(page, '太湖之心', 2);
  await expect(page.locator('.task')).toHaveCount(1);
  await page.clock.fastForward(31_000);
  await expect(page.locator('.task')).toHaveCount(2);
  expect(page.url()).toBe(before);

  await page.unroute('**/api/events');
  await expect(async () => {
    await page.clock.fastForward(16_000);
    await expect(page.getByText('实时更新中断')).toHaveCount(0, { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test('how much time is left is said in words and in a colour that can be read', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.wuxi');
  const page = await signedOn('operations.wuxi');
  const task = await taskOf(page, await ordered(manager, '行政审批局', 'leased-line'));
  const { time } = (await (await page.request.get(`/api/tasks/${task}`)).json()) as {
    time: { left: number; whole: number; from: string };
  };
  const begin = Date.parse(time.from);
  const chip = page.locator('.detail-title .tag');
  const MINUTE = 60_000;
  // what the server would say later on
  let said: object = time;
  await page.route(`**/api/tasks/${task}`, async (route) => {
    const response = await route.fetch();
    // of a page that has been loaded anew meanwhile nobody wants it
    const told = (await response.json().catch(() => undefined)) as object | undefined;
    if (told) await route.fulfill({ response, json: { ...told, time: said } });
  });
  const later = async (changed: object) => {
    said = { ...time, ...changed };
    await page.clock.setSystemTime(begin);
    await page.reload();
  };

  await page.clock.install({ time: begin });
  await page.goto(`/app/inbox/group/${task}?q=行政审批局`);
  await expect(chip).toHaveText(/^剩余 \d+ (个工作日|小时)$/);
  await expect(chip).toHaveClass(/tag-plain/);
  await expect(chip).toHaveAttribute('title', /^期限 .* · 按工作时间计$/);
  await legible();
  await later({ left: time.whole * 0.19 });
  await expect(chip).toHaveClass(/tag-warn/);
  await expect(chip).toHaveText(/^剩余 /);
  await legible();
  await later({ left: 2.8 * 60 });
  await expect(chip).toHaveText('剩余 2 分钟');
  await page.clock.runFor(MINUTE);
  await expect(chip).toHaveText('剩余 1 分钟');
  await later({ left: -3.2 * 3600 });
  await expect(chip).toHaveText('已超时 3 小时');
  await expect(chip).toHaveClass(/tag-bad/);
  await legible();
  await later({ left: 5 * 3600, stopped: true, from: null, until: null });
  await page.clock.runFor(61 * MINUTE);
  await expect(chip).toHaveText('停表 · 剩余 5 小时');
  await legible();
  await later({ beyond: true });
  await expect(chip).toContainText('年节假日未载入');

  async function legible() {
    for (const theme of ['light', 'dark']) {
      const found = await page.evaluate(
        async ([axe, shade]) => {
          document.documentElement.dataset.theme = shade;
          (0, eval)(axe!);
          const { axe: check } = window as unknown as {
            axe: { run: (at: string, what: object) => Promise<Record<'passes' | 'violations', unknown[]>> };
          };
          const { passes, violations } = await check.run('.detail-title .tag', {
            runOnly: ['color-contrast'],
          });
          return { passes: passes.length, violations };
        },
        [AXE, theme],
      );
      expect(found, theme).toEqual({ passes: 1, violations: [] });
    }
    await page.evaluate(() => (document.documentElement.dataset.theme = 'light'));
  }
});

test('somebody who is reminded hears of it at once', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.wuxi');
  const page = await signedOn('operations.wuxi');
  const order = await ordered(manager, '锡山电缆', 'leased-line');
  const task = await taskOf(page, order);
  await post(page, `/api/tasks/${task}/claim`, {});
  await page.goto('/app/orders');
  const bell = page.getByRole('button', { name: /^通知/ });
  await expect(bell).toBeVisible();
  const before = Number(/(\d+) 未读/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1] ?? 0);

  await manager.goto(`/app/inbox/started/${task}`);
  await manager.getByRole('button', { name: '更多' }).click();
  await manager.getByRole('menuitem', { name: '催办' }).click();
  await manager.getByRole('dialog').getByRole('textbox').fill('客户在等');
  await manager.getByRole('dialog').getByRole('button', { name: '催办' }).click();
  const toast = page.locator('.ant-notification-notice');
  await expect(toast).toContainText('催办“验收工单”', { timeout: 3_000 });
  await expect(toast).toContainText('客户在等');
  await expect(bell).toHaveAttribute('aria-label', new RegExp(`${before + 1} 未读`));
  await toast.getByRole('button', { name: /打开任务/ }).click();
  await expect(page).toHaveURL(new RegExp(`/inbox/all/${task}`));
  await expect(bell).not.toHaveAttribute('aria-label', new RegExp(`${before + 1} 未读`));
});
