import { readFileSync } from 'node:fs';

/** Columns: document, operation, complaint (each with * as wildcard), reason. */
export function falseAlarms(file) {
  const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter((line) => line && !line.startsWith('#'));
  const entries = rows.map((line) => {
    const [spec, operation, complaint, reason] = line.split('\t');
    if (!reason) throw new Error(`${file}: a line without reason: ${line}`);
    return { patterns: [spec, operation, complaint].map(pattern), line, hits: 0 };
  });
  return {
    excuses(...values) {
      const entry = entries.find(({ patterns }) => patterns.every((each, i) => each.test(values[i])));
      if (entry) entry.hits++;
      return entry !== undefined;
    },
    unused: () => entries.filter(({ hits }) => !hits).map(({ line }) => line),
  };
}

const pattern = (glob) =>
  new RegExp(`^${glob.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
