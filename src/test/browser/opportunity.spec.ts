import type { Page } from '@playwright/test';
import { customerId, expect, post, test } from './people';

async function put(page: Page, path: string, data: unknown) {
  const token = (await page.context().cookies()).find(({ name }) => name === 'ESOP-XSRF')?.value ?? '';
  const response = await page.request.put(path, { data, headers: { 'X-ESOP-XSRF': token } });
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true);
}

async function entered(page: Page, name: string): Promise<string> {
  const { id } = await post<{ id: string }>(page, '/api/opportunities', {
    customerId: await customerId(page, '泊云物流'),
    name,
    expectedRevenue: 80000,
  });
  return id;
}

test('a card moves only where its gate allows, by mouse and by keyboard, and says what is missing', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager.nanjing');
  const name = `专线扩容 ${Date.now()}`;
  const id = await entered(page, name);
  await page.goto(`/app/opportunities?q=${id}`);
  const card = page.locator(`.board-card[data-id=${id}]`);
  const column = (stage: string) => page.locator(`.board-column[data-stage=${stage}]`);
  await expect(column('discovery').locator(card)).toBeVisible();

  await card.dragTo(column('requirement'));
  const refusal = page.getByRole('alert').filter({ hasText: name });
  await expect(refusal).toContainText('客户购买意愿未确认');
  await expect(column('discovery').locator(card)).toBeVisible();

  await card.dragTo(column('contract'));
  await expect(page.getByText('一次只能推进或退回一个阶段')).toBeVisible();

  await card.getByRole('link', { name }).click();
  await expect(page.getByText('推进前还缺：')).toBeVisible();
  await page.getByRole('checkbox', { name: /客户有购买意愿/ }).check();
  await page.getByRole('radio', { name: '已落实' }).check();
  await page.getByRole('radio', { name: '满足', exact: true }).check();
  await page.getByRole('textbox', { name: /客户的时间要求/ }).fill('年底前');
  await page.getByRole('button', { name: '保存' }).first().click();
  await expect(page.getByText('推进前还缺：')).toHaveCount(0);

  await page.goto(`/app/opportunities?q=${id}`);
  await card.getByRole('link', { name }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(column('requirement').locator(card)).toBeVisible();

  await card.getByRole('link', { name }).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  const dialog = page.getByRole('dialog', { name: `退回“${name}”` });
  await dialog.getByRole('button', { name: '退回' }).click();
  await expect(dialog.getByText('请写明原因')).toBeVisible();
  await dialog.getByLabel('原因').fill('预算被取消');
  await dialog.getByRole('button', { name: '退回' }).click();
  await expect(column('discovery').locator(card)).toBeVisible();
});

test('an opportunity is entered, read in English and terminated', async ({ signedOn }) => {
  const page = await signedOn('account-manager.nanjing');
  await page.goto('/app/opportunities/new');
  // the button's spinner fades away in its own time
  const enter = page.getByRole('button', { name: /录入$/ });
  await enter.click();
  await expect(page.getByText('请选择客户，或填写客户名称')).toBeVisible();
  await page.getByRole('button', { name: '客户未建档' }).click();
  await page.getByLabel('客户名称').fill('筹备中的商场');
  await page.getByLabel('商机描述').fill('商场无线覆盖');
  await enter.click();
  await expect(page.getByRole('heading', { level: 1, name: '商场无线覆盖' })).toBeVisible();
  await expect(page.getByText('潜在客户')).toBeVisible();
  const address = page.url();

  const reader = await signedOn('manager.nanjing', { language: 'en', theme: 'dark' });
  await reader.goto(address);
  await expect(reader.getByText('Being dispatched')).toBeVisible();
  await reader.getByRole('button', { name: 'More' }).click();
  await reader.getByRole('menuitem', { name: 'Terminate' }).click();
  const dialog = reader.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The mall will not be built');
  await dialog.getByRole('button', { name: 'Terminate' }).click();
  await expect(reader.getByText('Terminated').first()).toBeVisible();
  await expect(reader.getByText('The mall will not be built').first()).toBeVisible();
});

const DISCOVERED = {
  customerWilling: true,
  budget: 'confirmed',
  ownResources: 'sufficient',
  timeWish: '年底前',
};

test('a card is dragged on and back, and of two people who move it one is told', async ({ signedOn }) => {
  const page = await signedOn('account-manager.nanjing');
  const name = `园区组网 ${Date.now()}`;
  const id = await entered(page, name);
  await put(page, `/api/opportunities/${id}/facts`, { facts: DISCOVERED });
  await page.goto(`/app/opportunities?q=${id}`);
  const card = page.locator(`.board-card[data-id=${id}]`);
  const column = (stage: string) => page.locator(`.board-column[data-stage=${stage}]`);

  await card.dragTo(column('requirement'));
  await expect(column('requirement').locator(card)).toBeVisible();

  await card.dragTo(column('discovery'));
  const dialog = page.getByRole('dialog', { name: `退回“${name}”` });
  await dialog.getByLabel('原因').fill('客户推迟立项');
  await dialog.getByRole('button', { name: '退回' }).click();
  await expect(column('discovery').locator(card)).toBeVisible();

  // a colleague reads it, and has nothing to move it with
  const colleague = await signedOn('account-manager2.nanjing');
  await colleague.goto(`/app/opportunities?view=city&q=${id}`);
  await expect(colleague.locator(`.board-card[data-id=${id}]`)).toHaveAttribute('draggable', 'false');

  // somebody else moves it while the page does not hear of it
  await page.route('**/api/opportunities**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await put(page, `/api/opportunities/${id}/facts`, { facts: { discoveryNote: '已电话确认' } });
  await card.getByRole('link', { name }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('alert').filter({ hasText: '已被他人修改' })).toContainText(name);
  await page.unrouteAll();
});

test('the keyboard is told what is missing, too', async ({ signedOn }) => {
  const page = await signedOn('account-manager.nanjing', { language: 'en' });
  const name = `Backup line ${Date.now()}`;
  const id = await entered(page, name);
  await page.goto(`/app/opportunities?q=${id}`);
  const card = page.locator(`.board-card[data-id=${id}]`);
  await card.getByRole('link', { name }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('alert').filter({ hasText: name }).getByRole('listitem')).toHaveCount(4);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: `Move ${name} on` })).toBeFocused();
});

test('an entry is changed, its history told, and the number of its contact asked for', async ({
  signedOn,
}) => {
  const page = await signedOn('account-manager.nanjing');
  const name = `视频会议 ${Date.now()}`;
  const id = await entered(page, name);
  await page.goto(`/app/opportunities/${id}`);
  await page.getByRole('button', { name: '修改信息' }).click();
  await page.getByLabel('商机描述').fill('');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('必填')).toBeVisible();
  await page.getByLabel('商机描述').fill(`${name} 二期`);
  await page.getByLabel('预期收益（元）').fill('95000');
  await page.getByLabel('联系电话').fill('13912345678');
  await page.getByRole('button', { name: '保存' }).click();

  await expect(page.getByRole('heading', { level: 1, name: `${name} 二期` })).toBeVisible();
  await expect(page.getByText('预期收益 80000 → 95000')).toBeVisible();
  await expect(page.getByText('13912345678')).toHaveCount(0);
  await page.getByRole('button', { name: '显示电话' }).click();
  await expect(page.getByRole('link', { name: '13912345678' })).toBeVisible();

  // what somebody else has written meanwhile is not overwritten
  await page.getByRole('button', { name: '修改信息' }).click();
  await page.getByLabel('需求描述').fill('八个会议室');
  await put(page, `/api/opportunities/${id}/facts`, { facts: DISCOVERED });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('商机已被他人修改')).toBeVisible();
  await expect(page.getByLabel('需求描述')).toHaveValue('八个会议室');
  await page.getByRole('button', { name: '载入最新内容' }).click();
  await expect(page.getByLabel('需求描述')).toHaveValue('');
});
