import { expect, ordered, taskOf, test } from './people';

test('a colleague who stands in sees the task under both names, does it, and sees why it came there', async ({
  signedOn,
}) => {
  const seller = await signedOn('account-manager.suzhou');
  const orderId = await ordered(seller, '听砚', 'leased-line');
  const absent = await signedOn('operations.suzhou');
  const task = await taskOf(absent, orderId);

  // who goes away enters who stands in
  await absent.goto('/app/inbox');
  await absent.getByRole('button', { name: /用户菜单/ }).click();
  await absent.getByRole('menuitem', { name: '代理与在岗' }).click();
  await expect(absent.getByText('没有登记')).toBeVisible();
  await absent.getByRole('button', { name: '登记不在岗或代理' }).click();
  const dialog = absent.getByRole('dialog');
  await dialog.getByLabel('代理人').fill('hall.suzhou');
  await absent.getByTitle(/金晚晴/).click();
  await dialog.getByLabel('说明').fill('出差');
  await dialog.getByRole('button', { name: /登\s*记/ }).click();
  await expect(absent.getByRole('row', { name: /金晚晴/ })).toContainText('生效中');
  await expect(absent.getByText(/登记不在岗至/)).toBeVisible();

  // who stands in finds it, tagged, and takes it
  const substitute = await signedOn('hall.suzhou');
  await substitute.goto(`/app/inbox/substituted/${task}`);
  await expect(substitute.locator('.task').filter({ hasText: '代理' }).first()).toBeVisible();
  await substitute.getByRole('button', { name: /领取/ }).first().click();
  await expect(substitute.locator('.detail-meta')).toContainText('代理 梁致远');

  // why it came to the group: the table with its row lit
  await substitute.getByRole('button', { name: '为什么派给我' }).click();
  const why = substitute.getByRole('dialog');
  await expect(why.locator('tr[data-lit=true]').first()).toContainText('signOffWorkOrder');
  await expect(why).toContainText('工单验收由运营支撑负责');
  await substitute.keyboard.press('Escape');

  await substitute.getByLabel('通过').check();
  await substitute.getByRole('button', { name: /提交办理结果/ }).click();
  await expect(substitute.getByText('已办结：验收工单')).toBeVisible();

  // both names stand in the history
  await absent.goto(`/app/inbox/all/${task}?tab=history`);
  await expect(absent.getByText('代 梁致远').first()).toBeVisible();

  // it is ended before its last day
  await absent.goto('/app/me/substitution');
  await absent.getByRole('button', { name: /^结束 梁致远/ }).click();
  await absent
    .getByRole('dialog')
    .getByRole('button', { name: /结\s*束/ })
    .click();
  await expect(absent.getByRole('row', { name: /金晚晴/ })).toContainText('已提前结束');
  await substitute.goto('/app/inbox/substituted');
  await expect(substitute.getByText('没有需要代办的任务')).toBeVisible();
});
