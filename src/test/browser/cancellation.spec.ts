import type { Page } from '@playwright/test';
import { expect, ordered, post, taskOf, test } from './people';

test('a customer without an agreement ends a service, from its order to the finished cancellation', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager.nanjing');
  const order = await ordered(page, '江北轨道', 'vpmn');
  await completed(page, order);

  await page.goto(`/app/orders/${order}?tab=held`);
  await page
    .getByRole('row', { name: new RegExp(order) })
    .getByRole('link', { name: '撤销' })
    .click();
  await expect(page.getByRole('heading', { name: '新建撤销' })).toBeVisible();
  await expect(page.getByText('没有合同约束或已到期，提交后直接办理撤销。')).toBeVisible();
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('请填写原因，不超过 500 字')).toBeVisible();
  await page.getByRole('textbox', { name: /撤销原因/ }).fill('厂区搬迁，改用新号码');
  await page.getByRole('button', { name: '提交' }).click();

  await expect(page.getByRole('heading', { name: /江北轨道装备有限公司 的业务撤销/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('业务已全部撤销', { timeout: 90_000 });
  await expect(page.locator('.order-title').getByText('已撤销', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: '流程图' }).click();
  await expect(page.locator('.djs-container .djs-shape').first()).toBeVisible();

  await page.getByRole('link', { name: '事项全程' }).click();
  await expect(page.locator('.matter-stations')).toContainText(order);
  await expect(page.locator('.matter-stations')).toContainText('业务撤销');

  await page.goto('/app/cancellations');
  await page.getByPlaceholder('单号、客户、产品、订购或合同').fill('江北轨道');
  await expect(page.getByRole('row', { name: /江北轨道装备有限公司/ }).first()).toBeVisible();
});

async function completed(page: Page, order: string) {
  await expect
    .poll(
      async () =>
        ((await (await page.request.get(`/api/orders/${order}`)).json()) as { state: string }).state,
      {
        timeout: 60_000,
      },
    )
    .toBe('completed');
}

test('a manager changes what binds a customer, and who ends its services starts from the agreement', async ({
  signedOn,
}) => {
  const page = await signedOn('manager.suzhou');
  const deal = await bound(page, '教职工短号网半年试用');
  await page.goto(`/app/opportunities/${deal.id}?tab=agreement`);
  const share = page.getByRole('spinbutton', { name: /违约金比例/ });
  await share.fill('120');
  await share.press('Tab');
  await expect(share).toHaveValue('100.0');
  await share.fill('37.5');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  await page.reload();
  await expect(share).toHaveValue('37.5');

  const seller = await signedOn('account-manager.suzhou');
  await seller.goto(`/app/opportunities/${deal.id}?tab=agreement`);
  await expect(seller.getByRole('spinbutton', { name: /违约金比例/ })).toBeDisabled();
  await seller.getByRole('link', { name: '办理撤销' }).click();
  await expect(seller.getByRole('heading', { name: '新建撤销' })).toBeVisible();
  await expect(seller.getByText(deal.customerName).first()).toBeVisible();
  await expect(
    seller.getByRole('list', { name: '要撤销的订购' }).getByRole('checkbox').first(),
  ).toBeVisible();

  // what somebody else already works on is not taken back, but may be asked for
  await seller.getByRole('textbox', { name: /撤销原因/ }).fill('改用自有交换机');
  await seller.getByRole('button', { name: '提交' }).click();
  await expect(seller).toHaveURL(/\/cancellations\/SC\w+/);
  const id = /SC\w+/.exec(seller.url())![0];
  await post(seller, `/api/tasks/${await taskOf(seller, id)}/complete`, {
    data: { retention: 'leaves', retentionNote: '提出免一个月月租，客户仍要走' },
  });
  const proposal = await taskOf(seller, id);
  await post(seller, `/api/tasks/${proposal}/complete`, {
    data: { choice: 'waive', waived: 1, waiverReason: '还有十条专线在网' },
  });
  const approver = await signedOn('approver.suzhou');
  const approval = await taskOf(approver, id);
  await post(approver, `/api/tasks/${approval}/claim`, {});
  await seller.goto(`/app/inbox/done/${proposal}`);
  await seller.getByRole('button', { name: '撤回' }).click();
  const dialog = seller.getByRole('dialog');
  await dialog.getByRole('textbox').fill('减免金额写错了');
  await dialog.getByRole('button', { name: '撤回' }).click();
  await expect(dialog.getByRole('alert')).toContainText(/下一步已由 .+ 领取/);
  await dialog.getByRole('button', { name: '请对方退回' }).click();
  await expect(seller.getByText(/^已告知/)).toBeVisible();
  await approver.goto(`/app/inbox/mine/${approval}?tab=comments`);
  await expect(approver.getByText(/请退回上一步：减免金额写错了/)).toBeVisible();
});

/** An opportunity whose agreement is in force, once the demo's story has come so far. */
async function bound(page: Page, name: string): Promise<{ id: string; customerName: string }> {
  const get = async <T>(path: string) => (await (await page.request.get(path)).json()) as T;
  let deal: { id: string; customerName: string } | undefined;
  await expect
    .poll(
      async () => {
        deal = (await get<{ items: { id: string; customerName: string }[] }>(`/api/opportunities?q=${name}`))
          .items[0];
        if (!deal) return false;
        const { agreement } = await get<{ agreement?: { inForce: boolean } }>(
          `/api/opportunities/${deal.id}`,
        );
        return agreement?.inForce;
      },
      { timeout: 90_000 },
    )
    .toBe(true);
  return deal!;
}
