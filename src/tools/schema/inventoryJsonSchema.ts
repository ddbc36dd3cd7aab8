import { fieldsOf, OBJECTS, PATTERNS } from '../../check/shape'

type Schema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of the inventory, for editors: made from the very shape that inventories are checked against. The one
 * difference is that a `{ use }` entry may leave out what the catalogue completes.
 */
export const inventoryJsonSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Privolim inventory',
  description: 'What a site declares: controller, policy, services with their cookies.',
  ...schemaOf('inventory'),
})

const schemaOf = (kind: string): Schema => {
  if (kind.endsWith('*')) return { type: 'array', items: schemaOf(kind.slice(0, -1)) }
  if (OBJECTS[kind]) return objectOf(kind)
  if (kind === 'texts') return { type: 'object', additionalProperties: schemaOf('text') }
  if (kind === 'flag') return { type: 'boolean' }
  const pattern = PATTERNS[kind]!.source
  // A choice of values is offered by editors; a pattern is not.
  const values = /^\^\(([\w|]+)\)\$$/.exec(pattern)?.[1]
  const string = { type: 'string', ...(values ? { enum: values.split('|') } : { pattern }) }
  return kind === 'text' ? { anyOf: [string, { type: 'object', minProperties: 1, additionalProperties: schemaOf('words') }] } : string
}

const objectOf = (kind: string): Schema => {
  const fields = fieldsOf(kind)
  const required = fields.filter((field) => field.required).map(({ name }) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field.kind)])),
    ...(kind === 'service' ? { anyOf: [{ required: ['use'] }, { required }] } : { required }),
  }
}
