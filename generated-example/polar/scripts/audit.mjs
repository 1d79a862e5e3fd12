// Compares last week's sales with the week before, through the open API. Needs Node 18, no packages.
const [server = 'http://127.0.0.1:8080', ...names] = process.argv.slice(2);

async function call(tool, args) {
  const headers = { 'Content-Type': 'application/json' };
  if (process.env.POLAR_API_KEY) headers.Authorization = `Bearer ${process.env.POLAR_API_KEY}`;
  const response = await fetch(`${server}/tools/${tool}`, {
    method: 'POST', headers, body: JSON.stringify(args),
  });
  const json = await response.json();
  if (response.ok) return json;
  for (const one of json.errors ?? []) console.error(one.pointer ?? '', one.detail);
  throw new Error(`${json.status} ${json.title}: ${json.detail}`);
}

const audit = await call('audit_performance', {
  metric_names: names.length ? names : ['total_sales'], time_range: 'last_7_days',
});
for (const metric of audit.metrics) {
  console.log(`${metric.name}: ${metric.value} (before: ${metric.previous}), most: ${metric.moved_most}`);
}
