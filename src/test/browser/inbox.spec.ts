import { expect, ordered, post, taskOf, test } from './people';

test('a task is claimed, filled in and completed by keyboard alone', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.suzhou');
  const orderId = await ordered(manager, '听砚', 'leased-line');
  const page = await signedOn('operations.suzhou');
  await taskOf(page, orderId);
  await page.goto('/app/inbox');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.keyboard.press('/');
  await expect(page.getByPlaceholder('筛选客户、单号、步骤')).toBeFocused();
  await page.keyboard.type(orderId);
  await expect(page.locator('.task')).toHaveCount(1);
  await page.locator('.task a').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('验收工单');
  await page.locator('h1').focus();
  await page.keyboard.press('c');
  await expect(page.getByText('办理人')).toBeVisible();

  const accept = page.getByLabel('通过');
  for (
    let presses = 0;
    presses < 40 && !(await accept.evaluate((e) => e === document.activeElement));
    presses++
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(accept).toBeFocused();
  await page.keyboard.press('Space');
  await expect(accept).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已办结：验收工单')).toBeVisible();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('键盘快捷键');
});

test('whoever loses a claim is told who was quicker, and keeps what was typed', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.wuxi');
  const orderId = await ordered(manager, '澜砚', 'leased-line');
  const loser = await signedOn('operations.wuxi');
  const task = await taskOf(loser, orderId);
  // the event that tells of the other's claim is held back, as by a slow network
  await loser.route('**/api/events', (route) => route.abort());
  await loser.goto(`/app/inbox/group/${task}`);
  await loser.getByLabel('验收意见').fill('光功率正常');

  const winner = await signedOn('operations2.wuxi');
  const { revision } = (await (await winner.request.get(`/api/tasks/${task}`)).json()) as {
    revision: number;
  };
  await post(winner, `/api/tasks/${task}/claim`, { revision });

  await loser.getByRole('button', { name: '领取' }).first().click();
  await expect(loser.getByRole('alert').filter({ hasText: '领取了此任务' })).toBeVisible();
  await expect(loser.getByLabel('验收意见')).toHaveValue('光功率正常');
});

test('the form says what is missing, and the diagram and its makers can be seen', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.nanjing');
  const orderId = await ordered(manager, '梧栖', 'leased-line');
  const page = await signedOn('operations.nanjing');
  const task = await taskOf(page, orderId);
  await page.goto(`/app/inbox/all/${task}`);
  await page.getByRole('button', { name: '领取' }).first().click();
  await expect(page.getByText('办理人')).toBeVisible();
  await page.getByRole('button', { name: /提交办理结果/ }).click();
  await expect(page.getByText('此项必填。')).toBeVisible();
  await expect(page.getByText('请先改正表单中标出的内容。')).toBeVisible();
  expect(await topmost('.fjs-powered-by-link')).toBe(true);

  await page.getByRole('tab', { name: '流程图' }).click();
  await expect(page.locator('.step-active')).toHaveCount(1);
  expect(await topmost('.bjs-powered-by')).toBe(true);
  await page.reload();
  await expect(page.getByRole('tab', { name: '流程图' })).toHaveAttribute('aria-selected', 'true');

  async function topmost(selector: string) {
    const logo = page.locator(selector);
    await logo.scrollIntoViewIfNeeded();
    return logo.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return width > 0 && element.contains(hit);
    });
  }
});
