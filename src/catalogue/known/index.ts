import { advertising } from './advertising'
import { analytics } from './analytics'
import { chats } from './chats'
import { consentTools } from './consentTools'
import { embeds } from './embeds'
import { google } from './google'
import { newsletters } from './newsletters'
import { payments } from './payments'
import { platforms } from './platforms'
import { protection } from './protection'
import { social } from './social'
import { wordpress } from './wordpress'
import type { WrittenService } from './write'

/**
 * Services that sites have, a file for each group. The widget's own parts never import this: they know a few services
 * well (`../*.ts`), this is what tools recognise.
 */
export const known: readonly WrittenService[] = [
  advertising,
  analytics,
  chats,
  consentTools,
  embeds,
  google,
  newsletters,
  payments,
  platforms,
  protection,
  social,
  wordpress,
].flat()
