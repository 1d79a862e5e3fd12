// Checks of the page in a browser; see .ci/page.
//
//   node page.mjs NODE_TOOLS CHROMIUM SCREENSHOTS [--key KEY] URL...
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const [tools, chromium, folder, ...rest] = process.argv.slice(2);
const key = rest[0] === "--key" ? rest.splice(0, 2)[1] : undefined;
const require = createRequire(tools + "/");
const playwright = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [390, 768, 1440];
const SCHEMES = ["light", "dark"];

let failed = 0;
function check(name, ok, detail = "") {
  if (!ok) failed = 1;
  console.log(`${ok ? "ok   " : "FAIL "} ${name}${ok || !detail ? "" : "\n      " + detail}`);
}
async function attempt(name, test) {
  try {
    const detail = await test();
    check(name, !detail, detail || "");
  } catch (error) {
    check(name, false, String(error).slice(0, 600));
  }
}

const browser = await playwright.chromium.launch({
  executablePath: chromium,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

/** A page in a browser of its own, with everything that it complains about. */
async function open(url, options) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => trouble.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const target = new URL(request.url());
    if (target.protocol !== "data:" && target.origin !== new URL(url).origin) {
      trouble.push(`request to ${target.origin}`);
    }
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      console.error("policy", event.violatedDirective, event.blockedURI),
    );
  });
  const response = await page.goto(url);
  return { context, page, trouble, response };
}

/** Opens every entry; of the operations, as many as a person would. */
const openAll = (page) =>
  page.evaluate(() => {
    let rows = 0;
    for (const one of document.querySelectorAll("details")) {
      rows += one.querySelectorAll(".operations > li").length;
      one.open = rows < 200;
    }
  });

async function accessible(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return result.violations
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`)
    .join("\n      ");
}

const sideways = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return "";
    const wide = [...document.querySelectorAll("body *")].find(
      (one) => one.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return `${root.scrollWidth} > ${root.clientWidth}: ${wide?.outerHTML.slice(0, 160)}`;
  });

/** Goes through the page with Tab: everything that can be used has its turn, and shows it. */
async function keyboard(page) {
  const expected = await page.evaluate(() => {
    const usable = [...document.querySelectorAll("a[href], button, input, summary")].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
    usable.forEach((one, i) => (one.dataset.turn = i));
    document.activeElement.blur();
    return usable.length;
  });
  for (let turn = 0; turn < expected; turn++) {
    await page.keyboard.press("Tab");
    const wrong = await page.evaluate((turn) => {
      const active = document.activeElement;
      if (active.dataset.turn !== String(turn)) {
        const missed = document.querySelector(`[data-turn="${turn}"]`);
        return `instead of ${missed.outerHTML.slice(0, 100)}: ${active.outerHTML.slice(0, 100)}`;
      }
      const style = getComputedStyle(active);
      const box = active.getBoundingClientRect();
      if (parseFloat(style.outlineWidth) < 2 || style.outlineStyle === "none") {
        return `no focus ring: ${active.outerHTML.slice(0, 100)}`;
      }
      const name = active.getAttribute("aria-label") || active.textContent.trim() || active.labels?.[0]?.textContent;
      if (!name) return `no name: ${active.outerHTML.slice(0, 100)}`;
      return box.bottom < 0 || box.top > innerHeight ? `not in view: ${active.outerHTML.slice(0, 100)}` : "";
    }, turn);
    if (wrong) return wrong;
  }
  return "";
}

/** Every button, one after the other: the clipboard has the text of its snippet, and the page says so. */
async function copies(page) {
  const buttons = await page.locator("button.copy").all();
  if (buttons.length < 10) return `only ${buttons.length} buttons`;
  for (const button of buttons) {
    await page.evaluate(() => navigator.clipboard.writeText("nothing"));
    await button.click();
    await page.waitForFunction((one) => one.textContent === "Copied", await button.elementHandle());
    const [clipboard, shown] = await page.evaluate(
      async (one) => [await navigator.clipboard.readText(), document.getElementById(one.dataset.copies).textContent],
      await button.elementHandle(),
    );
    if (clipboard !== shown) return `${JSON.stringify(clipboard)} instead of ${JSON.stringify(shown)}`;
  }
  await page.waitForFunction(() => document.getElementById("live").textContent === "Copied");
  return "";
}

async function searches(page) {
  if (await page.locator("#key").count()) {
    await page.fill("#query", "list");
    await page.press("#query", "Enter");
    await page.waitForSelector("#said.wrong");
    if (!/needs a key/.test(await page.textContent("#said"))) return await page.textContent("#said");
    if (!key) return "";
    await page.fill("#key", key);
  }
  await page.focus("#query");
  await page.keyboard.type("list users");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /found/.test(document.getElementById("said").textContent));
  const hits = await page.locator("#hits > li").count();
  if (!hits) return "no hits: " + (await page.textContent("#said"));
  const first = page.locator("#hits > li").first();
  for (const part of [".operation code", ".operation .tag", ".route"]) {
    if (!(await first.locator(part).first().textContent())) return `a hit without ${part}`;
  }
  if (!/^[A-Z]+ \//.test(await first.locator(".route").textContent())) return "a hit without a route";
  const stored = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  if (stored) return "something was stored";
  await page.fill("#query", " ");
  await page.press("#query", "Enter");
  return (await page.locator("#said.wrong").count()) ? "" : "an empty query is not explained";
}

async function tellsWhenTheServerIsGone(page) {
  await page.route("**/mcp", (route) => route.abort());
  await page.fill("#query", "list users");
  await page.press("#query", "Enter");
  await page.waitForSelector("#said.wrong");
  await page.unroute("**/mcp");
  const said = await page.textContent("#said");
  return /cannot be reached/.test(said) ? "" : said;
}

async function filters(page) {
  const all = await page.locator("#operations li").count();
  const started = Date.now();
  await page.fill("#filter", "delete");
  await page.waitForFunction(() => document.getElementById("filtered").textContent);
  const took = Date.now() - started;
  const said = await page.textContent("#filtered");
  const shown = await page.locator("#operations li:visible").count();
  const match = await page.locator("#operations li:visible", { hasText: /delete/i }).count();
  if (!shown || shown === all || match !== shown) return `${shown} of ${all}, ${match} match`;
  if (!said.includes(shown.toLocaleString("en"))) return said;
  await page.fill("#filter", "no such operation anywhere");
  await page.waitForFunction(() => document.getElementById("filtered").textContent.startsWith("0 of"));
  await page.fill("#filter", "");
  await page.waitForFunction(() => !document.getElementById("filtered").textContent);
  return took > 1500 ? `took ${took} ms` : "";
}

/** Everything that needs a script is absent or explained, and everything else can be opened and read. */
async function withoutScript(url, name) {
  const { context, page, trouble } = await open(url, {
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  });
  const wrong = [...trouble];
  if (await page.locator("button:visible, input:visible").count()) wrong.push("controls that do nothing");
  if (!(await page.locator("[data-no-script]:visible").count())) wrong.push("the box is not explained");
  for (const id of ["connect", "access", "sign-in", "tools", "operations", "verify"]) {
    if (!(await page.locator(`#${id} h2:visible`).count())) wrong.push(`no section ${id}`);
  }
  await page.locator("#connect details summary").nth(1).click();
  if (!(await page.locator("#connect details").nth(1).locator("pre:visible").count())) wrong.push("nothing opens");
  await page.screenshot({ path: join(folder, `${name}-no-script.png`), fullPage: true });
  await context.close();
  return wrong.join("; ");
}

for (const endpoint of rest) {
  const url = new URL("./", endpoint).href;
  const name = new URL(url).port;
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const at = `${width} px, ${colorScheme}`;
      const { context, page, trouble } = await open(url, { viewport: { width, height: 900 }, colorScheme });
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
      await attempt(`${at}: axe`, () => accessible(page));
      await attempt(`${at}: no sideways scrolling`, () => sideways(page));
      await attempt(`${at}: keyboard`, () => keyboard(page));
      await openAll(page);
      await attempt(`${at}: axe, everything open`, () => accessible(page));
      await attempt(`${at}: no sideways scrolling, everything open`, () => sideways(page));
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}-open.png`), fullPage: true });
      check(`${at}: console and requests`, trouble.length === 0, trouble.join("\n      "));
      await context.close();
    }
  }
  const { context, page, trouble } = await open(url, {
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  if (await page.locator("#try").count()) {
    await attempt("search box", () => searches(page));
    const refused = trouble.splice(0).filter((line) => !/status of 401/.test(line));
    check("search box: console and requests", refused.length === 0, refused.join("; "));
    await attempt("search box without the server", () => tellsWhenTheServerIsGone(page));
    trouble.length = 0;
  }
  if (await page.locator("#filter").count()) await attempt("filter", () => filters(page));
  await openAll(page);
  await attempt("copy buttons", () => copies(page));
  check("console and requests", trouble.length === 0, trouble.join("; "));
  await context.close();
  await attempt("without JavaScript", () => withoutScript(url, name));
}

await browser.close();
process.exit(failed);
