import type { Page } from '@playwright/test';
import { expect, ordered, post, taskOf, test } from './people';

const rows = (page: Page) => page.locator('.task');
const current = (page: Page) => page.locator('.task a[aria-current]');

test('keys move through the list, never while somebody types, can be changed, and the address brings it all back', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.suzhou');
  const orders = await Promise.all([1, 2, 3].map(() => ordered(manager, '远澜港务', 'leased-line')));
  const page = await signedOn('operations.suzhou');
  for (const order of orders) await taskOf(page, order);
  await page.goto('/app/inbox/group?q=远澜港务');
  await expect(rows(page)).toHaveCount(3);
  const ids = await page
    .locator('.task a')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split('/').pop()),
    );
  await expect(page).toHaveURL(new RegExp(`/group/${ids[0]}`));

  await page.keyboard.press('j');
  await expect(page).toHaveURL(new RegExp(`/group/${ids[1]}\\?q=`));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(new RegExp(`/group/${ids[1]}`));

  await page.getByLabel('验收意见').fill('');
  await page.getByLabel('验收意见').pressSequentially('jkxc/?');
  await expect(page.getByLabel('验收意见')).toHaveValue('jkxc/?');
  await expect(page).toHaveURL(new RegExp(`/group/${ids[1]}`));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByLabel('验收意见').fill('');
  await page.keyboard.press('Escape');

  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await expect(page).toHaveURL(new RegExp(`/group/${ids[1]}\\?q=`));
  await expect(current(page)).toHaveAttribute('href', new RegExp(`/group/${ids[1]}`));
  await expect(page.getByPlaceholder('筛选客户、单号、步骤')).toHaveValue('远澜港务');

  await page.locator('h1').focus();
  await page.keyboard.press('x');
  await expect(page.locator('.bulk')).toContainText('已选 1 项');
  await page.keyboard.press('x');
  await expect(page.locator('.bulk')).toHaveCount(0);

  // every key can be changed or left out
  await page.keyboard.press('k');
  await expect(current(page)).toHaveAttribute('href', new RegExp(`/group/${ids[0]}`));
  const first = await current(page).getAttribute('href');
  const key = (name: string) => page.getByRole('dialog').getByRole('button', { name: `${name}：` });
  const close = async () => {
    await page.getByRole('dialog').locator('.ant-modal-close').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.locator('h1').focus();
  };

  await page.locator('h1').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('键盘快捷键');
  await key('下一个任务').click();
  await page.keyboard.press('k');
  await expect(page.getByRole('dialog')).toContainText('K 已用于“上一个任务”');
  await page.keyboard.press('n');
  await expect(key('下一个任务')).toContainText('N');
  await key('上一个任务').click();
  await page.keyboard.press('Backspace');
  await expect(key('上一个任务')).toContainText('未设');
  await close();
  await expect(page.locator('.tasks-foot')).toContainText('N');

  await page.keyboard.press('j');
  await expect(current(page)).toHaveAttribute('href', first!);
  await page.keyboard.press('n');
  await expect(current(page)).not.toHaveAttribute('href', first!);
  const second = await current(page).getAttribute('href');
  await page.keyboard.press('k');
  await expect(current(page)).toHaveAttribute('href', second!);

  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: '下一个任务恢复为 J' }).click();
  await page.getByRole('dialog').getByRole('checkbox').uncheck();
  await close();
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(current(page)).toHaveAttribute('href', second!);
});

test('after a task the next one is at hand, and what has changed meanwhile is named', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.suzhou');
  const orders = [
    await ordered(manager, '云锦服饰', 'leased-line'),
    await ordered(manager, '云锦服饰', 'leased-line'),
  ];
  const page = await signedOn('operations.suzhou');
  for (const order of orders) await taskOf(page, order);
  await page.goto('/app/inbox/all?q=云锦服饰');
  await expect(rows(page)).toHaveCount(2);
  const [first, second] = await page
    .locator('.task a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('/').pop()!.split('?')[0]!));
  await page.locator('h1').focus();
  await page.keyboard.press('c');
  await expect(page.getByText(/办理人 /)).toBeVisible();
  await page.getByLabel('通过', { exact: true }).check();
  await page.getByLabel('验收意见').fill('光功率正常');

  // somebody changes the task, and the word of it does not come through
  await page.route('**/api/tasks/**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await post(page, `/api/tasks/${first}/follow-up`, { on: day });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('您打开之后，任务的跟进日期已变更')).toBeVisible();
  await page.unroute('**/api/tasks/**');
  await expect(page.getByLabel('验收意见')).toHaveValue('光功率正常');
  await page.waitForTimeout(1000);
  await page.getByRole('link', { name: '全部待办' }).first().hover();
  await expect(page.getByText('跟进').first()).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已办结：验收工单')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/all/${second}`));
  await expect(page.locator('h1')).toBeFocused();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('link', { name: '查看刚办结的任务' }).click();
  await expect(page).toHaveURL(new RegExp(`/done/${first}`));
  await expect(page.getByText('此任务已办结。')).toBeVisible();
});
