// How soon after completing a task the next one's header stands there: node next-task.mjs <address> <person>
// Prints a line of JSON: milliseconds from the keys to the header, and from the server's answer to the header, sorted.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [address, person] = process.argv.slice(2);
const { chromium } = createRequire(resolve("src/main/frontend/package.json"))("playwright-core");
const TASKS = 12;

const browser = await chromium.launch({ executablePath: process.env.ESOP_CHROMIUM ?? "/usr/bin/chromium" });
try {
  const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  await page.goto(`${address}/app/login`);
  await page.locator("#username").fill(person);
  await page.locator("#password").fill("esop-demo");
  await page.locator("form.login-form button[type=submit]").click();
  await page.waitForURL((url) => !url.pathname.endsWith("/login"), { timeout: 60_000 });
  await page.goto(`${address}/app/inbox/group`);
  await page.locator(".task a").first().click({ timeout: 60_000 });
  const fromKeys = [];
  const fromAnswer = [];
  for (let done = 0; done < TASKS; done++) {
    await page.getByRole("button", { name: "领取" }).last().click({ timeout: 60_000 });
    await page.getByText("领取后即可提交").waitFor({ state: "hidden" });
    const field = page.getByLabel("核对结果");
    await field.fill("一致");
    await page.evaluate(watch);
    await field.press("Control+Enter");
    const late = new Promise((_, refuse) => setTimeout(() => refuse(new Error("no next task")), 30_000).unref());
    const seen = await Promise.race([page.evaluate(() => window.next), late]);
    fromKeys.push(Math.round(seen.header - seen.keys));
    fromAnswer.push(Math.round(seen.header - seen.answer));
  }
  // the first ones load what is lazy
  console.log(JSON.stringify({ fromKeys: sorted(fromKeys), fromAnswer: sorted(fromAnswer) }));
} finally {
  await browser.close();
}

function sorted(times) {
  return times.slice(2).sort((a, b) => a - b);
}

/** In the page: notes when the keys are pressed, when the completion was answered and when another customer's header is painted. */
function watch() {
  const customer = () => document.querySelector(".detail-head h1")?.title;
  const before = customer();
  let keys = 0;
  addEventListener("keydown", (event) => event.key === "Enter" && (keys = performance.now()), {
    capture: true,
    once: false,
  });
  performance.clearResourceTimings();
  window.next = new Promise((done) => {
    const look = () => {
      const now = customer();
      if (!now || now === before) {
        requestAnimationFrame(look);
        return;
      }
      const header = performance.now();
      const answered = () => performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/complete"));
      const tell = () => (answered() ? done({ keys, header, answer: answered().responseEnd }) : setTimeout(tell, 20));
      tell();
    };
    look();
  });
}
