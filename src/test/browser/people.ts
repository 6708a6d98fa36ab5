import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

interface Screen {
  language?: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

interface People {
  /** Somebody at their own screen, which is switched off when the story ends. */
  signedOn: (person: string, screen?: Screen) => Promise<Page>;
}

export const test = base.extend<People>({
  signedOn: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, { language = 'zh-CN', theme = 'light', width = 1366, height = 768 } = {}) => {
      const liked = JSON.stringify({ language, theme });
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        // there once, not at every load: a language chosen later by a click stays
        storageState: {
          cookies: [],
          origins: [{ origin: baseURL!, localStorage: [{ name: 'esop.preferences', value: liked }] }],
        },
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.request.get('/api/login-info');
      const answer = await page.request.post('/login', {
        form: { username: person, password: 'esop-demo' },
        headers: { 'X-ESOP-XSRF': await token(page) },
      });
      expect(answer.ok(), `${person}: ${answer.status()}`).toBe(true);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

export async function signOn(page: Page, person: string, password = 'esop-demo') {
  await page.locator('#username').fill(person);
  await page.locator('#password').fill(password);
  await page.locator('form.login-form button[type=submit]').click();
}

export async function post<T>(page: Page, path: string, data: unknown): Promise<T> {
  const response = await page.request.post(path, { data, headers: { 'X-ESOP-XSRF': await token(page) } });
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true);
  return (await response.json()) as T;
}

export async function discardDraft(page: Page) {
  await page.request.delete('/api/orders/draft', { headers: { 'X-ESOP-XSRF': await token(page) } });
}

async function token(page: Page): Promise<string> {
  return (await page.context().cookies()).find(({ name }) => name === 'ESOP-XSRF')?.value ?? '';
}

/** The first customer of that name whom the person at the screen may see. */
export async function customerId(page: Page, name: string): Promise<string> {
  const found = await page.request.get('/api/customers', { params: { q: name } });
  const { items } = (await found.json()) as { items: { id: string }[] };
  return items[0]!.id;
}

/** An order entered by the person at the screen, without the screen. */
export async function ordered(page: Page, customer: string, ...offerings: string[]): Promise<string> {
  const { id } = await post<{ id: string }>(page, '/api/orders', {
    customerId: await customerId(page, customer),
    items: offerings.map((offeringId) => ({ offeringId, action: 'add', quantity: 1, characteristics: {} })),
  });
  return id;
}

/** The task of an order, once it lies in the inbox of the person at the screen. */
export async function taskOf(page: Page, orderId: string): Promise<string> {
  let id = '';
  await expect
    .poll(
      async () => {
        const answer = await page.request.get('/api/tasks', { params: { view: 'all', q: orderId } });
        const { items } = (await answer.json()) as { items: { id: string }[] };
        id = items[0]?.id ?? '';
        return id;
      },
      { timeout: 60_000 },
    )
    .not.toBe('');
  return id;
}
