import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { GOOGLE } from './providers'
import { connectTagManager } from './vendors/connectTagManager'

/**
 * Google Tag Manager. A container sets nothing by itself but may load anything, so it is gated by the strictest
 * category that its tags serve: marketing, unless the site says that there is nothing but analytics in it. What the
 * tags set is to be declared by services of their own.
 */
const entry: Service = {
  id: 'google-tag-manager',
  name: 'Google Tag Manager',
  category: 'marketing',
  purpose: { sl: 'nalaganje oznak za merjenje in oglaševanje', en: 'loading tags for measuring and advertising' },
  provider: GOOGLE,
  hosts: ['www.googletagmanager.com'],
  cookies: [],
}

export const complete = completeFrom(
  ({ category }) => (category === 'analytics' ? { ...entry, category } : entry),
  connectTagManager,
)
