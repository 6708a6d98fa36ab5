import type { Page } from '@playwright/test';
import { customerId, expect, post, test } from './people';

async function handedOver(page: Page, need: string): Promise<string> {
  const { id } = await post<{ id: string }>(page, '/api/intakes', {
    customerId: await customerId(page, '玄湖中学'),
    kind: 'new-order',
    offeringIds: ['leased-line'],
    need,
    contactPhone: '13800002222',
  });
  return id;
}

test('the hotline takes in what a customer wants without a mouse, and the draft survives', async ({
  signedOn,
}) => {
  const page = await signedOn('hotline');
  await page.goto('/app/intake');
  const customer = page.getByRole('combobox', { name: /客户/ });
  await expect(customer).toBeVisible();
  await page.keyboard.press('/');
  await expect(customer).toBeFocused();
  await page.keyboard.type('玄湖');
  await expect(page.getByText('玄湖中学', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已建档客户')).toBeVisible();
  await expect(page.getByRole('heading', { name: '客户情况' })).toBeVisible();

  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('radio', { name: '新订' })).toBeChecked();
  await expect(page.getByText('交由客户经理办理')).toBeVisible();
  await expect(page.getByText('由该客户的客户经理办理')).toBeVisible();
  await page.getByRole('textbox', { name: /客户要求/ }).focus();
  await page.keyboard.type('图书馆要一条专线');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('13800003333');
  await expect(page.getByText(/草稿已存/)).toBeVisible();

  await page.reload();
  await expect(page.getByText('已恢复上次未提交的内容')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /客户要求/ })).toHaveValue('图书馆要一条专线');
  await page.getByRole('textbox', { name: /客户要求/ }).focus();
  await page.keyboard.press('Control+Enter');

  const done = page.getByRole('status').filter({ hasText: '已预受理，客户经理会联系客户' });
  await expect(done).toContainText(/IN\d{10}/);
  await expect(customer).toBeFocused();
  await expect(customer).toHaveValue('');
  await done.getByRole('link', { name: '打开' }).click();
  await expect(page.getByText('图书馆要一条专线')).toBeVisible();
  await expect(page.getByText('预受理，流转至客户经理')).toBeVisible();
});

test('an enquiry of somebody unknown is answered while they speak', async ({ signedOn }) => {
  const page = await signedOn('hall.nanjing');
  await page.goto('/app/intake');
  await page.getByRole('combobox', { name: /客户/ }).fill(`路边咖啡馆 ${Date.now()}`);
  await expect(page.getByText('找不到就按所填名称受理')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(page.getByText('本渠道可办理')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('必填')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /客户要求/ })).toBeFocused();
  await page.keyboard.type('短号多少钱');
  await page.getByRole('combobox', { name: /办理结果/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /结果说明/ }).focus();
  await page.keyboard.type('每人每月五元');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: '已办结' })).toBeVisible();
});

test('the manager finds all of it, orders with nothing typed twice, and the hotline sees the order', async ({
  signedOn,
}) => {
  const hotline = await signedOn('hotline');
  const id = await handedOver(hotline, '实验楼专线');
  const manager = await signedOn('account-manager.nanjing', { language: 'en', theme: 'dark' });
  await manager.goto(`/app/intakes?q=${id}`);
  await manager.getByRole('link', { name: id }).click();
  await expect(manager.getByText('13800002222').first()).toBeVisible();
  await manager.getByRole('button', { name: 'Order', exact: true }).click();
  await expect(manager.getByText('玄湖中学').first()).toBeVisible();
  await expect(manager.getByRole('textbox', { name: /Note/ })).toHaveValue(/实验楼专线/);
  await manager
    .getByRole('button', { name: /Place the order|Submit|Order/ })
    .last()
    .click();
  await expect(manager).toHaveURL(/\/orders\/PO/);

  await hotline.goto(`/app/intakes/${id}`);
  await expect(hotline.getByText('已办结').first()).toBeVisible();
  await expect(hotline.getByRole('link', { name: /^PO/ })).toBeVisible();
});

test('it is returned with a reason, and the customer withdraws it', async ({ signedOn }) => {
  const hotline = await signedOn('hotline');
  const id = await handedOver(hotline, '食堂专线');
  const manager = await signedOn('account-manager.nanjing');
  await manager.goto(`/app/intakes/${id}`);
  await manager.getByRole('button', { name: '更多' }).click();
  await manager.getByRole('menuitem', { name: '退回' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByRole('button', { name: '退回' }).click();
  await expect(dialog.getByText('请写明原因')).toBeVisible();
  await dialog.getByLabel('原因').fill('校方要求寒假施工');
  await dialog.getByRole('button', { name: '退回' }).click();
  await expect(manager.getByText('退回 1 次')).toBeVisible();

  await hotline.goto(`/app/intakes/${id}`);
  await hotline.getByRole('button', { name: '更多' }).click();
  await hotline.getByRole('menuitem', { name: '客户撤回' }).click();
  await hotline.getByRole('dialog').getByLabel('原因').fill('明年再说');
  await hotline.getByRole('dialog').getByRole('button', { name: '客户撤回' }).click();
  await expect(hotline.getByText('明年再说').first()).toBeVisible();
  await expect(hotline.getByText('已撤回').first()).toBeVisible();
});
