// Where a credential may stand, by the security requirements of an operation.

export const SECRET = 'judgeSecret0123456789';

/** header and cookie names in lower case */
function placeOf(scheme) {
  if (scheme.type === 'apiKey') return `${scheme.in} ${scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name} ${SECRET}`;
  if (scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic') {
    return `header authorization Basic ${Buffer.from(`${SECRET}:`).toString('base64')}`;
  }
  if (scheme.type === 'mutualTLS') return undefined;
  return `header authorization Bearer ${SECRET}`;
}

export function securityOf(document, resolve) {
  const schemes = new Map(
    Object.entries(document.components?.securitySchemes ?? {}).map(([name, raw]) => [name, resolve(raw)]),
  );
  const keyNames = new Set(
    [...schemes.values()]
      .filter((scheme) => scheme.type === 'apiKey')
      .map((scheme) => `${scheme.in} ${scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name}`),
  );

  /** Whether a parameter is really the credential, declared twice. */
  const isCredential = (parameter) =>
    keyNames.has(`${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`);

  /** The complaint about the credentials found, if any. `found`: their places as `placeOf` has them. */
  function complaint(operation, found) {
    const alternatives = operation.security.map((together) =>
      [...new Set(Object.keys(together).map((name) => placeOf(schemes.get(name) ?? {})).filter(Boolean))].sort(),
    );
    const sent = [...found].sort().join(' + ');
    const real = alternatives.filter((places) => places.length);
    if (!real.length) return sent ? `credential-unasked: ${sent}` : undefined;
    if (real.some((places) => places.join(' + ') === sent)) return undefined;
    return `credential: sent [${sent}], expected one of ${JSON.stringify(real)}`;
  }

  return { isCredential, complaint, keyNames };
}
