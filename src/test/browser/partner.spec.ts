import { expect, ordered, taskOf, test } from './people';

test('a partner without a system installs a mobile mailbox through its portal', async ({ signedOn }) => {
  const manager = await signedOn('account-manager.nanjing');
  const order = await ordered(manager, '泊云物流', 'mobile-mail');

  const page = await signedOn('si.local');
  await page.goto('/app');
  await expect(page).toHaveURL(/\/app\/partner$/);
  await expect(page.getByRole('navigation', { name: '主菜单' }).getByRole('link')).toHaveText(['工单']);
  const row = page.getByRole('row').filter({ hasText: '泊云物流' }).first();
  await expect(row).toContainText('已派发', { timeout: 60_000 });
  await expect(row).toContainText('未预约');
  await row.getByRole('link').click();

  const wanted = page.getByRole('region', { name: '安装内容' });
  await expect(wanted).toContainText('邮箱数');
  await expect(wanted).toContainText('20 个');
  await expect(page.getByRole('textbox', { name: '安装内容' })).toHaveValue(/单箱容量：5 GB/);

  const contact = page.locator('.hidden-contact');
  await expect(contact).toContainText('贺*');
  await expect(contact).toContainText('138****1074');
  await contact.getByRole('button', { name: '显示联系方式' }).click();
  await expect(contact.getByRole('link')).toHaveText('13800001074');

  const visit = page.getByRole('region', { name: '确认预约' });
  await visit.getByLabel('接单并预约').check();
  await visit.getByRole('button', { name: '提交' }).click();
  await expect(visit.getByRole('status')).toContainText('请先改正');
  await visit.getByRole('textbox', { name: '上门日期' }).fill(inDays(3));
  await page.keyboard.press('Tab');
  await visit.getByLabel('上午 9:00–12:00').check();
  await visit.getByRole('button', { name: '提交' }).click();

  const installation = page.getByRole('region', { name: '上门安装' });
  await expect(installation).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.partner-facts')).toContainText('09:00–12:00');
  await installation.getByLabel('已装好，客户已签字').check();
  await installation.getByLabel('客户签字人').fill('贺南舟');
  await installation.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('已报告完工，等待运营验收。')).toBeVisible({ timeout: 30_000 });

  const operations = await signedOn('operations.nanjing');
  await operations.goto(`/app/inbox/all/${await taskOf(operations, order)}`);
  await operations.getByRole('button', { name: '领取' }).first().click();
  const form = operations.locator('.task-form');
  await expect(form.getByLabel('客户签字人')).toHaveValue('贺南舟');
  await form.getByLabel('通过').check();
  await operations.getByRole('button', { name: /提交办理结果/ }).click();

  await manager.goto(`/app/orders/${order}`);
  await expect(manager.locator('.order-title')).toContainText('已完成', { timeout: 60_000 });
});

test('a partner’s people are asked to stop, say why they cannot, and stop when asked again', async ({
  signedOn,
}) => {
  const manager = await signedOn('account-manager.nanjing');
  const order = await ordered(manager, '清枫里', 'mobile-mail');
  const operations = await signedOn('operations.nanjing');
  await operations.goto(`/app/work-orders?q=${order}`);
  const row = operations.getByRole('row').filter({ hasText: order });
  await expect(row).toContainText('已派发', { timeout: 60_000 });
  await row.getByRole('button', { name: /手机邮箱/ }).click();
  const drawer = operations.getByRole('dialog').filter({ hasText: '执行单位' });
  const stop = async (action: string, reason: string) => {
    await drawer.getByRole('button', { name: action }).click();
    const dialog = operations.getByRole('dialog', { name: /(拉回|撤销)工单/ });
    await dialog.getByLabel('原因').fill(reason);
    await dialog.getByRole('button', { name: action }).click();
  };
  await stop('拉回', '地址写错');
  const log = drawer.getByRole('region', { name: '催单、撤单与拉回' });
  await expect(log).toContainText('地址写错');

  const page = await signedOn('si.local');
  await page.goto('/app/partner');
  await page.getByRole('button', { name: /通知/ }).click();
  await page
    .getByRole('button', { name: /请您停止一张工单.*地址写错/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/app\/partner\/WO/);
  await expect(page.getByRole('alert').filter({ hasText: '要拉回这张工单' })).toContainText('地址写错');
  const answer = page.getByRole('region', { name: '答复撤单请求' });
  await answer.getByLabel('不能停止', { exact: true }).check();
  await answer.getByRole('button', { name: '提交' }).click();
  await expect(answer.getByRole('status')).toContainText('请先改正');
  await answer.getByLabel('不能停止的原因').fill('人员已在途中');
  await answer.getByRole('button', { name: '提交' }).click();
  await expect(answer).toHaveCount(0);
  await expect(page.getByRole('region', { name: '确认预约' })).toBeVisible();
  await expect(log).toContainText('人员已在途中', { timeout: 30_000 });

  await stop('撤单', '客户不装了');
  await expect(page.getByRole('alert').filter({ hasText: '请您停止这张工单' })).toBeVisible({
    timeout: 30_000,
  });
  await page.goto('/app/partner');
  await expect(page.getByRole('row').filter({ hasText: '请求停止' })).toHaveCount(1);
  await page.goBack();
  await answer.getByLabel('同意，已停止').check();
  await answer.getByRole('button', { name: '提交' }).click();
  await expect(page.locator('.page-head')).toContainText('已撤销', { timeout: 30_000 });
  await expect(log.getByRole('listitem').first()).toContainText('已照办', { timeout: 30_000 });
});

function inDays(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(date);
}
