// What a schema asks for once references, allOf and the first branch of oneOf/anyOf are merged.

const MERGED = ['properties', 'patternProperties'];

function combine(left, right) {
  const merged = { ...left };
  for (const [key, value] of Object.entries(right ?? {})) {
    if (MERGED.includes(key)) {
      merged[key] = { ...left[key] };
      for (const [name, schema] of Object.entries(value ?? {})) {
        const other = merged[key][name];
        merged[key][name] = other && other !== schema ? { allOf: [other, schema] } : schema;
      }
    }
    else if (key === 'required' && Array.isArray(value)) {
      merged.required = [...new Set([...(Array.isArray(left.required) ? left.required : []), ...value])];
    }
    else if (key === 'enum' && left.enum) merged.enum = left.enum.filter((item) => value.includes(item));
    else merged[key] = value;
  }
  return merged;
}

const FIRST = () => 0;

/**
 * The flattened schema; `{}` for true and for what cannot be resolved.
 *
 * @param choose takes the number of branches of a oneOf or anyOf, gives the index of one
 */
export function flatten(resolve, schema, choose = FIRST, depth = 0) {
  const own = resolve(schema);
  if (own === null || typeof own !== 'object' || depth > 12) return {};
  let { allOf, oneOf, anyOf, ...result } = own;
  for (const part of allOf ?? []) result = combine(flatten(resolve, part, choose, depth + 1), result);
  for (const branches of [oneOf, anyOf]) {
    if (!branches?.length) continue;
    const [branch, reference] = branchOf(resolve, branches, choose);
    result = combine(flatten(resolve, branch, choose, depth + 1), result);
    result = withDiscriminator(resolve, own.discriminator, reference, result);
  }
  return result;
}

function branchOf(resolve, branches, choose) {
  const usable = branches.filter((branch) => {
    const type = resolve(branch)?.type;
    return resolve(branch) && type !== 'null' && !(resolve(branch).not && !type);
  });
  const chosen = usable[choose(usable.length)];
  return [chosen ?? {}, chosen?.$ref];
}

/** The branch's name in the mapping, else the last step of its reference (Discriminator Object). */
function withDiscriminator(resolve, discriminator, reference, schema) {
  if (!discriminator?.propertyName || !reference) return schema;
  const mapped = Object.entries(discriminator.mapping ?? {}).find(
    ([, target]) => target === reference || reference.endsWith(`/${target}`),
  );
  const value = mapped?.[0] ?? reference.split('/').pop();
  const name = discriminator.propertyName;
  const own = flatten(resolve, schema.properties?.[name] ?? {});
  if (own.const !== undefined || (own.enum && !own.enum.includes(value))) return schema;
  return combine(schema, { required: [name], properties: { [name]: { const: value } } });
}

export function typeOf(schema) {
  const types = [schema.type].flat().filter((type) => type && type !== 'null');
  if (types.length) return types[0];
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return 'object';
  if (schema.items || schema.prefixItems) return 'array';
  if (schema.minimum !== undefined || schema.maximum !== undefined) return 'number';
  return 'any';
}

export const isNullable = (schema) =>
  (schema.nullable === true && schema.type) || [schema.type].flat().includes('null');
