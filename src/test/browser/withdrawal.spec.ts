import { customerId, expect, ordered, post, test } from './people';

test('an order under way is withdrawn: its unit stops, what was done is taken back, and everybody sees it', async ({
  signedOn,
}) => {
  const sandbox = `http://localhost:${process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190'}`;
  const page = await signedOn('account-manager.wuxi');
  // construction goes on until somebody stops it
  await page.request.put(`${sandbox}/faults/eoms`, {
    data: {
      mode: 'by-hand',
      times: 1,
      operation: 'resourceOrder.create',
      containing: await customerId(page, '澜砚'),
    },
  });
  const order = await ordered(page, '澜砚', 'leased-line');
  await page.goto(`/app/orders/${order}`);
  const tree = page.getByRole('region', { name: '开通结构' });
  await expect(tree.getByRole('row').filter({ hasText: '工单' }).last()).toContainText('施工中', {
    timeout: 60_000,
  });

  await page.getByRole('button', { name: '撤单' }).click();
  const dialog = page.getByRole('dialog', { name: `撤销订单 ${order}` });
  await expect(dialog.getByText('办理中，将通知执行单位停工')).toBeVisible();
  await dialog.getByRole('button', { name: '撤单' }).click();
  await expect(dialog.getByText('请写明撤单原因')).toBeVisible();
  await dialog.getByLabel('撤单原因').fill('客户改迁新址');
  await dialog.getByRole('button', { name: '撤单' }).click();
  await expect(page.getByText(`订单 ${order} 开始撤单`)).toBeVisible();
  await expect(page.locator('.order-title')).toContainText('已撤销', { timeout: 60_000 });
  await expect(page.locator('.order-timeline')).toContainText('客户改迁新址');
  await expect(page.getByRole('button', { name: '撤单' })).toHaveCount(0);

  const operations = await signedOn('operations.wuxi');
  await operations.goto(`/app/orders/${order}?tab=rollbacks`);
  const rollback = operations.locator('.rollbacks');
  await expect(rollback).toContainText('已全部撤回');
  await expect(rollback.getByRole('row').filter({ hasText: '占用资源' })).toContainText('释放资源');
});

test('what is delivered is not withdrawn, and the way to its cancellation is shown', async ({ signedOn }) => {
  const sandbox = `http://localhost:${process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190'}`;
  const page = await signedOn('account-manager.wuxi');
  const customer = await customerId(page, '澜砚');
  await page.request.put(`${sandbox}/faults/boss`, { data: { mode: 'refuse', containing: customer } });
  const order = await ordered(page, '澜砚', 'leased-line', 'vpmn');
  const operations = await signedOn('operations.wuxi');
  let signOff: string | undefined;
  await expect
    .poll(
      async () => {
        const answer = await operations.request.get('/api/tasks', { params: { view: 'all', q: order } });
        const { items } = (await answer.json()) as { items: { id: string; activity: string }[] };
        signOff = items.find(({ activity }) => activity === 'signOffWorkOrder')?.id;
        return items.length === 2 && signOff;
      },
      { timeout: 60_000 },
    )
    .toBeTruthy();
  await page.request.delete(`${sandbox}/faults/boss`);
  await post(operations, `/api/tasks/${signOff}/claim`, {});
  await post(operations, `/api/tasks/${signOff}/complete`, { data: { signOff: 'accept' } });

  await page.goto(`/app/orders/${order}`);
  const tree = page.getByRole('region', { name: '开通结构' });
  await expect(tree.getByText('已完成').first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '撤单' }).click();
  const dialog = page.getByRole('dialog', { name: `撤销订单 ${order}` });
  await expect(dialog.getByText('可另下退订订单')).toBeVisible();
  await expect(dialog.getByLabel('撤单原因')).toHaveCount(0);
  await dialog.getByRole('link', { name: '为已开通的产品办理退订' }).click();
  await expect(page).toHaveURL(new RegExp(`/app/cancellations/new\\?customer=${customer}&order=${order}`));
});
