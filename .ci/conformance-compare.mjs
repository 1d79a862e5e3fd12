// Compares the results of the conformance suites with the lists of expected failures.
//
//   node conformance-compare.mjs RESULTS LIST.tsv...
//
// RESULTS holds a folder per suite, that one a folder per scenario with a checks.json. A line of a
// list is: scenario, check ("*" for all of the scenario's), reason; separated by tabs.

import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";

const [results, ...lists] = process.argv.slice(2);

const expected = lists
  .flatMap((list) => readFileSync(list, "utf8").split("\n"))
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => {
    const [scenario, check, reason] = line.split("\t");
    if (!reason) throw new Error(`a line without a reason: ${line}`);
    return { scenario, check, met: false };
  });

function matching(scenario, check) {
  return expected.filter(
    (line) => line.scenario === scenario && (line.check === "*" || line.check === check),
  );
}

let wrong = 0;
const suites = readdirSync(results, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const suite of suites) {
  const counts = { SUCCESS: 0, FAILURE: 0, WARNING: 0, SKIPPED: 0, INFO: 0 };
  let scenarios = 0;
  let unexpected = 0;
  for (const folder of readdirSync(join(results, suite.name))) {
    const file = join(results, suite.name, folder, "checks.json");
    if (!existsSync(file)) continue;
    scenarios++;
    const scenario = folder.replace(/^server-/, "").replace(/-\d{4}-\d\d-\d\dT.*$/, "");
    for (const check of JSON.parse(readFileSync(file, "utf8"))) {
      counts[check.status]++;
      if (check.status !== "FAILURE") continue;
      const lines = matching(scenario, check.id);
      lines.forEach((line) => (line.met = true));
      if (lines.length === 0) {
        unexpected++;
        console.log(`FAILS  ${suite.name}  ${scenario}  ${check.id}: ${check.errorMessage}`);
      }
    }
  }
  wrong += unexpected;
  if (scenarios === 0) {
    wrong++;
    console.log(`EMPTY  ${suite.name}: no scenario ran, see ${suite.name}.log`);
  }
  console.log(
    `${suite.name}: ${scenarios} scenarios; checks: ${counts.SUCCESS} passed, ` +
      `${counts.FAILURE - unexpected} failed as expected, ${unexpected} failed unexpectedly, ` +
      `${counts.WARNING} warnings, ${counts.SKIPPED} skipped`,
  );
}

for (const line of expected.filter((line) => !line.met)) {
  wrong++;
  console.log(`PASSES ${line.scenario}  ${line.check}: strike it off the list`);
}

if (suites.length === 0) {
  wrong++;
  console.log(`EMPTY  no results in ${results}`);
}
process.exit(wrong === 0 ? 0 : 1);
