import { customerId, expect, post, test } from './people';

test('fifty at once: a result for each, what failed stays selected, and nothing is completed unseen', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager.nanjing');
  const customer = await customerId(page, '澄江化工');
  await Promise.all(
    Array.from({ length: 52 }, (_, number) =>
      post(page, '/api/opportunities', {
        customerId: customer,
        name: `园区专线 ${number + 1}`,
        expectedRevenue: 20_000,
      }),
    ),
  );
  await page.goto('/app/inbox/mine?q=澄江化工');
  await expect(page.locator('.task')).toHaveCount(50);
  await page.locator('.task-choice').first().check();
  await page.getByRole('button', { name: '选中本页 50 项' }).click();
  await page.getByRole('button', { name: /选中全部/ }).click();
  await expect(page.locator('.bulk')).toContainText('已选 52 项');

  await page.locator('.bulk').getByRole('button', { name: '放回' }).click();
  await expect(page.locator('.bulk progress')).toBeVisible();
  await expect(page.getByText('52 项成功')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.bulk')).toHaveCount(0);

  await page.goto('/app/inbox/group?q=澄江化工');
  await expect(page.locator('.task')).toHaveCount(50);
  await page.locator('.task-choice').first().check();
  await page.getByRole('button', { name: '选中本页 50 项' }).click();
  const colleague = await signedOn('account-manager2.nanjing');
  await colleague.goto('/app/inbox/group?q=澄江化工');
  const taken = (await colleague.locator('.task a').nth(4).getAttribute('href'))!
    .split('/')
    .pop()!
    .split('?')[0];
  await post(colleague, `/api/tasks/${taken}/claim`, {});
  await page.locator('.bulk').getByRole('button', { name: '领取' }).click();
  await expect(page.getByText('49 项成功')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.bulk')).toContainText('已选 1 项');
  await expect(page.locator('.bulk-failed')).toContainText(/领取/);

  await page.goto('/app/inbox/mine?q=澄江化工');
  await page.locator('.task-choice').first().check();
  await page.locator('.task-choice').nth(1).check();
  await page.locator('.bulk').getByRole('button', { name: '办结', exact: true }).click();
  await page.getByRole('button', { name: '确认办结 2 项' }).click();
  await expect(page.locator('.bulk-failed')).toContainText('2 项未成功，仍选中', { timeout: 15_000 });
  await expect(page.locator('.bulk-failed')).toContainText('必填');
});

test('the same words are said of all that is selected', async ({ signedOn }) => {
  const page = await signedOn('account-manager.nanjing');
  const customer = await customerId(page, '澄江化工');
  for (const name of ['厂区监控', '厂区专线'])
    await post(page, '/api/opportunities', { customerId: customer, name, expectedRevenue: 20_000 });
  await page.goto('/app/inbox/mine?q=澄江化工');
  await page.locator('.task-choice').first().check();
  await page.locator('.task-choice').nth(1).check();
  const bar = page.locator('.bulk');
  await bar.getByRole('button', { name: '更多' }).click();
  await expect(bar.getByRole('menuitem')).toHaveText(['委派', '抄送', '跟进日期', '评论']);
  await bar.getByRole('menuitem', { name: '评论' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '评论' }).click();
  await expect(dialog).toContainText('请写评论');
  await dialog.getByRole('textbox').fill('停产检修，节后再联系');
  await dialog.getByRole('button', { name: '评论' }).click();
  await expect(page.getByText('2 项成功')).toBeVisible({ timeout: 30_000 });
  await page.locator('.task a').first().click();
  await page.getByRole('tab', { name: '评论' }).click();
  await expect(page.getByText('停产检修，节后再联系')).toBeVisible();

  await page.locator('.task-choice').first().check();
  await bar.getByRole('button', { name: '更多' }).click();
  await bar.getByRole('menuitem', { name: '跟进日期' }).click();
  await dialog.getByRole('button', { name: '跟进日期' }).click();
  await expect(dialog).toContainText('请选择日期');
});

test('a long one goes on without its page, says how far it is, and is stopped', async ({ signedOn }) => {
  const page = await signedOn('account-manager.nanjing');
  await page.goto('/app/inbox');
  const ids = Array.from({ length: 5_000 }, () => crypto.randomUUID());
  const run = await post<{ id: number }>(page, '/api/tasks/bulk-runs', { action: 'claim', ids });
  await page.evaluate((id) => localStorage.setItem('esop.bulk-run', String(id)), run.id);
  await page.goto('/app/inbox/mine');
  await expect(page.locator('.bulk')).toContainText(/\d+ \/ 5000/);
  await page.locator('.bulk').getByRole('button', { name: '停止' }).click();
  await expect(page.locator('.bulk')).toContainText('已选 5000 项', { timeout: 30_000 });
  await expect(page.locator('.bulk-failed')).toContainText(/另有 \d+ 项/);
  const end = (await (await page.request.get(`/api/tasks/bulk-runs/${run.id}`)).json()) as Record<
    string,
    number
  >;
  expect(end.stopped).toBeGreaterThan(0);
  expect(end.failed! + end.stopped!).toBe(5_000);
});
