import { expect, ordered, signOn, taskOf, test } from './people';

test('a filter is kept with its count, shared, renamed, deleted and brought back', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.nanjing');
  const orderId = await ordered(manager, '岚谷', 'leased-line');
  const page = await signedOn('operations.nanjing');
  await taskOf(page, orderId);
  await page.goto('/app/inbox/group');
  const views = page.getByRole('navigation', { name: '视图' });
  await expect(views.getByRole('link', { name: '待领取' })).toBeVisible();
  await expect(views.getByRole('button', { name: '保存当前筛选' })).toHaveCount(0);

  await page.getByPlaceholder('筛选客户、单号、步骤').fill(orderId);
  await views.getByRole('button', { name: '保存当前筛选' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('岚谷专线');
  await dialog.getByLabel('共享给').click();
  await page.getByTitle('南京业务运营').click();
  await dialog.getByRole('button', { name: '保存' }).click();
  const kept = views.getByRole('link', { name: /岚谷专线/ });
  await expect(kept).toContainText('1');
  await expect(kept).toHaveAttribute('aria-current', 'page');

  // a colleague sees it with their own count, and cannot change it
  const colleague = await signedOn('operations2.nanjing');
  await colleague.goto('/app/inbox');
  await colleague.getByRole('link', { name: /岚谷专线/ }).click();
  await expect(colleague).toHaveURL(new RegExp(`/inbox/group.*q=${orderId}`));
  await expect(colleague.locator('.task')).toHaveCount(1);
  await colleague.getByRole('button', { name: '筛选“岚谷专线”的操作' }).click();
  await expect(colleague.getByRole('menuitem', { name: '删除' })).toHaveCount(0);
  await colleague.getByRole('menuitem', { name: '打开待办时先显示' }).click();
  await expect(colleague.getByRole('link', { name: /岚谷专线 默认/ })).toBeVisible();
  await colleague.goto('/app/inbox');
  await expect(colleague).toHaveURL(new RegExp(`/inbox/group.*q=${orderId}`));

  await page.getByRole('button', { name: '筛选“岚谷专线”的操作' }).click();
  await page.getByRole('menuitem', { name: '修改、共享' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('岚谷的单子');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const renamed = views.getByRole('link', { name: /岚谷的单子/ });
  await expect(renamed).toBeVisible();
  await page.getByRole('button', { name: '筛选“岚谷的单子”的操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(renamed).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(renamed).toBeVisible();
});

test('what was typed is there on another machine, and goes along when the task is handed over', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.nanjing');
  const orderId = await ordered(manager, '钟麓', 'leased-line');
  const page = await signedOn('operations.nanjing');
  const task = await taskOf(page, orderId);
  await page.goto(`/app/inbox/all/${task}`);
  await page.getByRole('button', { name: '领取' }).first().click();
  await expect(page.getByText('办理人')).toBeVisible();
  await page.getByLabel('验收意见').fill('光功率正常，待客户确认');
  await expect(page.getByText('草稿已保存')).toBeVisible();

  // the page may be left without being asked, and another machine has it
  await page.close({ runBeforeUnload: true });
  const other = await signedOn('operations.nanjing');
  await other.goto(`/app/inbox/all/${task}`);
  await expect(other.getByLabel('验收意见')).toHaveValue('光功率正常，待客户确认');
  await expect(other.getByText(/已恢复您 .* 的草稿/)).toBeVisible();

  await other.getByRole('button', { name: '转办' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByRole('combobox').fill('魏');
  await other.getByTitle(/魏长川/).click();
  await dialog.getByRole('button', { name: '转办' }).click();
  await expect(dialog).toHaveCount(0);

  const colleague = await signedOn('operations2.nanjing');
  await colleague.goto(`/app/inbox/mine/${task}`);
  await expect(colleague.getByText(/孟行远 的草稿/)).toBeVisible();
  await expect(colleague.getByLabel('验收意见')).toHaveValue('');
  await colleague.getByRole('button', { name: '采用草稿' }).click();
  await expect(colleague.getByLabel('验收意见')).toHaveValue('光功率正常，待客户确认');
});

test('a form that cannot be saved asks before it is left; the session ends and nothing is lost', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.nanjing');
  const orderId = await ordered(manager, '澄江', 'leased-line');
  const page = await signedOn('operations.nanjing');
  const task = await taskOf(page, orderId);
  await page.goto(`/app/inbox/all/${task}`);
  await page.getByRole('button', { name: '领取' }).first().click();
  await expect(page.getByText('办理人')).toBeVisible();
  await page.route('**/draft', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await page.getByLabel('验收意见').fill('机房停电');
  await expect(page.getByText('草稿暂时无法保存')).toBeVisible();
  let asked = false;
  page.on('dialog', (question) => {
    asked = question.type() === 'beforeunload';
    void question.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(true);

  await page.unroute('**/draft');
  await page.context().clearCookies({ name: 'SESSION' });
  await page.getByLabel('验收意见').fill('机房停电，明日复测');
  await expect(page.locator('#username')).toBeVisible();
  await signOn(page, 'operations.nanjing');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await expect(page.getByLabel('验收意见')).toHaveValue('机房停电，明日复测');
});

test('a superior sees who has what, and a customer matter is one page from either end', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.nanjing');
  const orderId = await ordered(manager, '清枫里', 'leased-line');
  const page = await signedOn('operations.nanjing');
  const task = await taskOf(page, orderId);
  await page.goto(`/app/inbox/all/${task}`);
  await page.getByRole('button', { name: '领取' }).first().click();
  await expect(page.getByText('办理人')).toBeVisible();

  const superior = await signedOn('manager.nanjing');
  await superior.goto('/app/inbox');
  await superior.getByRole('link', { name: '团队任务' }).click();
  await superior.getByRole('link', { name: '孟行远' }).click();
  await superior.getByPlaceholder('筛选客户、单号、步骤').fill(orderId);
  await superior.locator('.task', { hasText: orderId }).click();
  await expect(superior.getByRole('heading', { level: 1 })).toContainText('验收工单');
  await superior.getByRole('tab', { name: '流程图' }).click();
  const diagram = superior.locator('.diagram-head');
  await diagram.getByRole('button', { name: '集团订单' }).click();
  await expect(diagram.getByRole('button')).toHaveCount(0);
  await expect(diagram).toContainText('集团订单');
  await superior.getByRole('tab', { name: '历史' }).click();
  await superior.getByRole('link', { name: '事项全程' }).click();
  await expect(superior.getByRole('heading', { name: '现在在谁手上' })).toBeVisible();
  await expect(superior.locator('.matter-now')).toContainText('孟行远');
  await expect(superior.locator('.matter-stations')).toContainText(orderId);
});

test('what one has begun is listed with who has it, and its open tasks are one click away', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager.nanjing');
  const orderId = await ordered(page, '岚谷', 'leased-line');
  await page.goto('/app/inbox');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: '我发起的' }).click();
  await expect(page).toHaveURL(/\/app\/started/);
  const row = page.getByRole('row', { name: new RegExp(orderId) });
  await expect(row).toContainText('互联网专线');
  await expect(row).toContainText('南京业务运营', { timeout: 60_000 });
  await page.getByRole('button', { name: '已结束' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: '办理中' }).click();
  await row.getByRole('link', { name: '互联网专线' }).click();
  await expect(page).toHaveURL(new RegExp(`/app/orders/${orderId}`));
  await page.goBack();
  await page.getByRole('link', { name: '在办任务' }).click();
  await expect(page).toHaveURL(/\/app\/inbox\/started/);
});
