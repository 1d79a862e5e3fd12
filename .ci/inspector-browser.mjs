// The Inspector's page in Chromium, connected directly; see .ci/inspector-browser.
//
//   node inspector-browser.mjs NODE_TOOLS INSPECTOR_TOOLS CHROMIUM SCREENSHOTS URL
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

const [tools, older, chromium, folder, url] = process.argv.slice(2);
const playwright = createRequire(tools + "/")("playwright-core");
const PORT = "16274";

const program = "node_modules/@modelcontextprotocol/inspector/client/bin/client.js";
const inspector = spawn(process.execPath, [join(older, program)], {
  env: { ...process.env, CLIENT_PORT: PORT, HOST: "127.0.0.1", MCP_AUTO_OPEN_ENABLED: "false" },
  stdio: ["ignore", "pipe", "inherit"],
});
await new Promise((started, failed) => {
  inspector.stdout.once("data", started);
  inspector.once("exit", () => failed(new Error("the Inspector does not start")));
});

const browser = await playwright.chromium.launch({
  executablePath: chromium,
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    // Loopback origins are always allowed: these two are not.
    "--host-resolver-rules=MAP *.test 127.0.0.1",
  ],
});

let failed = 0;
async function attempt(name, test) {
  try {
    await test();
    console.log(`ok    ${name}`);
  } catch (error) {
    failed = 1;
    console.log(`FAIL  ${name}\n      ${String(error).slice(0, 600)}`);
  }
}

/** The Inspector at an origin of its own, about to connect to the server directly. */
async function open(host) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript((server) => {
    localStorage.setItem("lastConnectionType", "direct");
    localStorage.setItem("lastTransportType", "streamable-http");
    localStorage.setItem("lastSseUrl", server);
  }, url);
  const page = await context.newPage();
  const asked = [];
  page.on("response", (response) => {
    if (response.url().startsWith(new URL(url).origin)) asked.push(response);
  });
  await page.goto(`http://${host}:${PORT}/`);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  return { page, context, asked };
}

await attempt("an allowed origin connects directly, lists the tools and runs search", async () => {
  const { page, context, asked } = await open("inspector.test");
  await page.getByText("Connected", { exact: true }).waitFor({ timeout: 20_000 });
  await page.getByRole("tab", { name: "Tools" }).click();
  await page.getByRole("button", { name: "List Tools" }).click();
  await page.getByText("Search operations", { exact: true }).click();
  await page.getByLabel("query", { exact: true }).fill("list users");
  await page.getByRole("button", { name: /^Run Tool/ }).click();
  await page.getByText(/users_list/).first().waitFor({ timeout: 20_000 });
  await page.screenshot({ path: join(folder, "inspector.png") });
  if (!asked.length) throw new Error("the browser did not ask the server itself");
  await context.close();
});

await attempt("another origin is refused, and the Inspector says so", async () => {
  const { page, context, asked } = await open("other.test");
  await page.getByText(/Connection Error|Error/).first().waitFor({ timeout: 20_000 });
  await page.screenshot({ path: join(folder, "inspector-refused.png") });
  if (await page.getByText("Connected", { exact: true }).count()) throw new Error("it has connected");
  if (asked.some((response) => response.ok())) throw new Error("a response was readable");
  await context.close();
});

await browser.close();
inspector.kill();
process.exit(failed);
