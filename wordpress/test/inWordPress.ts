import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What there is and what is done before anything is looked at. */
export interface Scene {
  readonly locale?: string
  /** What the database has. */
  readonly options?: Readonly<Record<string, string>>
  /** The header. */
  readonly cookie?: string
  /** Others, one after the other. */
  readonly cookies?: readonly string[]
  /** The form, and who sends it with what nonce. */
  readonly post?: Readonly<Record<string, unknown>>
  readonly rights?: readonly string[]
  readonly nonce?: string
  /** Of the link's shortcode. */
  readonly attributes?: Readonly<Record<string, string>>
  readonly uninstall?: true
}

export interface Outcome {
  readonly head: string
  readonly page: string
  readonly declaration: string
  readonly link: string
  readonly menu: readonly string[]
  readonly registered: boolean
  readonly type: string
  readonly has: Readonly<Record<string, boolean>>
  /** What is granted by each of `cookies`, of preferences, statistics and marketing. */
  readonly granted?: readonly (readonly string[])[]
  readonly options: Readonly<Record<string, string>>
  readonly redirect?: string
  readonly refused?: string
}

const STUBS = fileURLToPath(new URL('stubs.php', import.meta.url))

/** Runs the plugin in stand-ins for WordPress; whatever PHP complains of is an error. */
export const inWordPress = (php: string, scene: Scene): Outcome => {
  const settings = ['-d', 'display_errors=stderr', '-d', 'error_reporting=-1']
  const { stdout, stderr } = spawnSync(php, [...settings, STUBS], { input: JSON.stringify(scene), encoding: 'utf8' })
  if (stderr) throw new Error(stderr)
  return JSON.parse(stdout) as Outcome
}
