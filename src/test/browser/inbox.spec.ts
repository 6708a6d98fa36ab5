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

  // put back with two keys, and taken again
  await expect(async () => {
    await page.keyboard.press('u');
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已放回，班组其他人可以领取')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('h1').focus();
  await expect(async () => {
    await page.keyboard.press('c');
    await expect(page.getByText('办理人')).toBeVisible({ timeout: 1_000 });
  }).toPass();

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
  const lost = loser.getByRole('alert').filter({ hasText: '领取了此任务' });
  await expect(lost).toContainText(/ 已于 \d{4}-\d{2}-\d{2} \d{2}:\d{2} /);
  await expect(loser.getByLabel('验收意见')).toHaveValue('光功率正常');
  await lost.getByRole('button', { name: '刷新' }).click();
  await expect(lost).toHaveCount(0);
  await expect(loser.getByText(/由 .* 办理中，只能查看/)).toBeVisible();
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

test('a task is delegated, given back and completed by its owner', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.nanjing');
  const orderId = await ordered(manager, '梧栖', 'leased-line');
  const owner = await signedOn('operations.nanjing');
  const task = await taskOf(owner, orderId);
  await owner.goto(`/app/inbox/all/${task}`);
  await owner.getByRole('button', { name: '领取' }).first().click();
  await expect(owner.getByText('办理人')).toBeVisible();

  // what is handed over is the other's, what is delegated comes back
  const dialog = owner.getByRole('dialog');
  await owner.getByRole('button', { name: '转办', exact: true }).click();
  await expect(dialog).toContainText('任务从此归对方，由对方办结。');
  await dialog.getByRole('button', { name: /取\s*消/ }).click();
  await expect(dialog).toHaveCount(0);
  await owner.getByRole('button', { name: '委派', exact: true }).click();
  await expect(dialog).toContainText('对方办好后办回给您，由您办结。');
  await dialog.getByRole('combobox').click();
  await owner.locator('.assign-option').filter({ hasText: 'operations2.nanjing' }).click();
  await dialog.getByRole('textbox').fill('现场在城北');
  await dialog.getByRole('button', { name: '委派' }).click();
  await expect(owner.getByText('已委派给')).toBeVisible();

  const delegate = await signedOn('operations2.nanjing');
  await delegate.goto('/app/');
  await delegate.getByRole('button', { name: /^通知/ }).click();
  await delegate
    .getByRole('button', { name: /委派您办理/ })
    .first()
    .click();
  await expect(delegate.locator('.detail-meta').getByText('委派')).toBeVisible();
  await expect(delegate.getByRole('button', { name: '办回' })).toBeVisible();
  await delegate.locator('h1').focus();
  await delegate.keyboard.press('d');
  await delegate.getByRole('dialog').getByRole('textbox').fill('光衰正常');
  await delegate.getByRole('dialog').getByRole('button', { name: '办回' }).click();
  await expect(delegate.getByText('已办回')).toBeVisible();

  await owner.goto(`/app/inbox/mine/${task}`);
  await owner.getByLabel('通过', { exact: true }).check();
  await owner.getByRole('button', { name: /提交办理结果/ }).click();
  await expect(owner.getByText('已办结：验收工单')).toBeVisible();
  await owner.goto(`/app/inbox/done/${task}?tab=history`);
  await expect(owner.getByText('光衰正常')).toBeVisible();
});

test('an opinion is asked for before a task is completed, and given on the same screen', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.suzhou');
  const orderId = await ordered(manager, '听砚', 'leased-line');
  const page = await signedOn('operations.suzhou');
  const task = await taskOf(page, orderId);
  await page.goto(`/app/inbox/all/${task}`);
  await page.getByRole('button', { name: '领取' }).first().click();
  await expect(page.getByText('办理人')).toBeVisible();

  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '前加签' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '前加签' }).click();
  await expect(dialog.getByText('请选择人员')).toBeVisible();
  await dialog.getByRole('combobox').fill('manager.suzhou');
  await page
    .locator('.assign-option')
    .filter({ hasText: /(^|[^-])manager\.suzhou/ })
    .first()
    .click();
  await dialog.getByRole('textbox').fill('光衰偏高，可以通过吗');
  await dialog.getByRole('button', { name: '前加签' }).click();
  await expect(page.getByRole('region', { name: '意见' })).toContainText('待答复');

  await page.getByLabel('通过', { exact: true }).check();
  await page.getByRole('button', { name: /提交办理结果/ }).click();
  await expect(page.getByText(/还在等 .* 的意见/)).toBeVisible();

  const asked = await signedOn('manager.suzhou');
  await asked.goto(`/app/inbox/mine?q=${orderId}`);
  await asked.locator('.task a').first().click();
  await expect(asked.getByLabel('问题')).toHaveValue('光衰偏高，可以通过吗');
  await asked.getByLabel('同意', { exact: true }).check();
  await asked.getByRole('button', { name: /提交意见/ }).click();
  await expect(asked.getByText('已办结：验收工单')).toBeVisible();

  await expect(page.getByRole('region', { name: '意见' })).toContainText('同意');
  await page.getByRole('button', { name: /提交办理结果/ }).click();
  await expect(page.getByText('已办结：验收工单')).toBeVisible();

  await page.goto(`/app/inbox/done/${task}`);
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('签错了');
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
});

test('an opinion is asked for afterwards, and another one no longer, with the reason', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.suzhou');
  const orderId = await ordered(manager, '听砚', 'leased-line');
  const page = await signedOn('operations.suzhou');
  const task = await taskOf(page, orderId);
  await post(page, `/api/tasks/${task}/claim`, {});
  await page.goto(`/app/inbox/all/${task}`);
  const dialog = page.getByRole('dialog');
  const opinions = page.getByRole('region', { name: '意见' });

  await ask('前加签', 'account-manager.suzhou', '客户在场吗');
  await expect(opinions).toContainText('待答复');
  await ask('后加签', 'manager.suzhou', '下次可以更快吗');
  await expect(opinions).toContainText('办结后征求');

  const needless = opinions.getByRole('listitem').filter({ hasText: '待答复' });
  await needless.getByRole('button', { name: '减签' }).click();
  await expect(dialog).toContainText(/不再等 .+ 的意见/);
  await dialog.getByRole('button', { name: '减签' }).click();
  await expect(dialog.getByText('请写明原因')).toBeVisible();
  await dialog.getByRole('textbox').fill('已电话确认');
  await dialog.getByRole('button', { name: '减签' }).click();
  await expect(opinions).toContainText('已减签');

  await page.getByLabel('通过', { exact: true }).check();
  await page.getByRole('button', { name: /提交办理结果/ }).click();
  await expect(page.getByText('已办结：验收工单')).toBeVisible();
  await page.goto(`/app/inbox/done/${task}?tab=history`);
  await expect(page.getByText(/减签：不再征求 .+ 的意见/)).toBeVisible();
  await expect(page.getByRole('region', { name: '办理过程' }).getByText('已电话确认')).toBeVisible();

  const asked = await signedOn('manager.suzhou');
  await asked.goto(`/app/inbox/mine?q=${orderId}`);
  await asked.locator('.task a').first().click();
  await expect(asked.getByLabel('问题')).toHaveValue('下次可以更快吗');

  async function ask(action: string, whom: string, question: string) {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: action }).click();
    await dialog.getByRole('combobox').fill(whom);
    await page
      .locator('.assign-option')
      .filter({ has: page.getByText(whom, { exact: true }) })
      .click();
    await dialog.getByRole('textbox').fill(question);
    await dialog.getByRole('button', { name: action }).click();
    await expect(dialog).toHaveCount(0);
  }
});

test('a copy, a mention and a file reach whom they should, and a page named .pdf does not', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.wuxi');
  const orderId = await ordered(manager, '澜砚', 'leased-line');
  const page = await signedOn('operations.wuxi');
  const task = await taskOf(page, orderId);
  await page.goto(`/app/inbox/all/${task}?tab=attachments`);
  const input = page.locator('input[type=file]');
  let sent = 0;
  page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));
  await input.setInputFiles({
    name: '图纸.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  });
  await expect(page.getByText('不接受 图纸.pdf 的类型')).toBeVisible();
  expect(sent).toBe(0);
  await input.setInputFiles({
    name: '图纸.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 drawing'),
  });
  await expect(page.getByRole('link', { name: '图纸.pdf' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '图纸.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('图纸.pdf');

  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '抄送' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('account-manager.wuxi');
  await page
    .locator('.assign-option')
    .filter({ hasText: /(^|[^-])account-manager\.wuxi/ })
    .first()
    .click();
  await dialog.getByRole('textbox').fill('请知悉');
  await dialog.getByRole('button', { name: '抄送' }).click();
  await expect(page.getByText('已抄送给')).toBeVisible();

  await page.getByRole('tab', { name: '评论' }).click();
  const comment = page.getByLabel('写评论');
  await comment.pressSequentially('请看 @');
  await expect(page.locator('.assign-option').first()).toBeVisible();
  const allowed = (await (
    await page.request.get(`/api/tasks/${task}/people`, { params: { purpose: 'mention' } })
  ).json()) as { id: string; name: string }[];
  for (const option of await page.locator('.assign-option b').allInnerTexts()) {
    expect(allowed.map(({ name }) => name)).toContain(option);
  }
  const colleague = allowed.find(({ id }) => id === 'operations2.wuxi')!;
  await page.locator('.assign-option').filter({ hasText: colleague.name }).first().click();
  await page.getByRole('button', { name: '发表' }).click();
  await expect(page.locator('.comments li')).toHaveCount(1);

  const mentioned = await signedOn(colleague.id);
  await mentioned.goto('/app/');
  await mentioned.getByRole('button', { name: /^通知/ }).click();
  await mentioned
    .getByRole('button', { name: /“验收工单”的评论中提到您/ })
    .first()
    .click();
  await expect(mentioned).toHaveURL(new RegExp(task));

  await manager.goto(`/app/inbox/cc/${task}`);
  await expect(manager.getByText('您可以查看此任务')).toBeVisible();
  await expect(manager.getByRole('button', { name: '领取' })).toHaveCount(0);
});

test('a step is taken back, and returned to whoever did it before, with the reason', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.nanjing');
  const orderId = await ordered(manager, '雨花石商业', 'mobile-mail');
  const page = await signedOn('si.local');
  const visit = await taskOf(page, orderId);
  const day = new Date(Date.now() + 3 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await post(page, `/api/tasks/${visit}/complete`, {
    data: { decision: 'confirm', visitDate: day, visitHours: 'morning' },
  });
  await expect.poll(() => taskOf(page, orderId), { timeout: 60_000 }).not.toBe(visit);

  // the next step is one's own and untouched: what was said is taken back
  const dialog = page.getByRole('dialog');
  await page.goto(`/app/inbox/done/${visit}`);
  await page.getByRole('button', { name: '撤回' }).click();
  await dialog.getByRole('textbox').fill('日期写错了');
  await dialog.getByRole('button', { name: '撤回' }).click();
  await expect(page.getByText('已撤回，任务回到您手中')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('确认预约');
  const again = await taskOf(page, orderId);
  await post(page, `/api/tasks/${again}/complete`, {
    data: { decision: 'confirm', visitDate: day, visitHours: 'afternoon' },
  });
  await expect.poll(() => taskOf(page, orderId), { timeout: 60_000 }).not.toBe(again);

  await page.goto(`/app/inbox/all/${await taskOf(page, orderId)}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('上门安装');
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '退回' }).click();
  await expect(dialog.getByRole('radio', { name: /确认预约/ })).toBeChecked();
  await dialog.getByRole('button', { name: '退回' }).click();
  await expect(dialog.getByText('请写明原因')).toBeVisible();
  await dialog.getByRole('textbox').fill('客户改期');
  await dialog.getByRole('button', { name: '退回' }).click();
  await expect(page.getByText('已退回，由')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('确认预约');
  await expect(page.getByText(/办理人 /)).toBeVisible();
});
