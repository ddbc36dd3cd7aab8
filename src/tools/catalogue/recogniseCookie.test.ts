import { describe, expect, test } from 'vitest'
import { recogniseCookie } from './recogniseCookie'

const ids = (name: string, domain?: string) => recogniseCookie(name, domain).map(({ service }) => service.id)

describe('a record is recognised', () => {
  test.each([
    ['_ga', ['ga4', 'ua']],
    ['_ga_1A2B3C4D5E', ['ga4']],
    ['_gid', ['ua']],
    ['_gat_gtag_UA_12345_1', ['ua']],
    ['__utmz', ['ga-classic']],
    ['_fbp', ['meta-pixel']],
    ['_pk_id.1.1fff', ['matomo', 'piwikpro']],
    ['_hjSessionUser_123456', ['hotjar']],
    ['_gcl_au', ['google-ads']],
    ['VISITOR_INFO1_LIVE', ['youtube']],
    ['NID', ['google-ads', 'google-maps']],
    ['rc::d-1234567890', ['recaptcha']],
    ['cmplz_marketing', ['cmp-others']],
    ['MCPopupClosed', ['mailchimp']],
  ])('%s by its name', (name, expected) => {
    expect(ids(name).sort()).toEqual([...expected].sort())
  })

  test.each([
    'PHPSESSID',
    '__Secure-PHPSESSID',
    'JSESSIONID',
    'ASP.NET_SessionId',
    'ASPSESSIONIDQQABCDEF',
    '.AspNetCore.Antiforgery.w5W7x28NAIs',
    'wordpress_logged_in_0123456789abcdef0123456789abcdef',
    'wordpress_test_cookie',
    'wp_woocommerce_session_0123456789abcdef0123456789abcdef',
    'woocommerce_items_in_cart',
    'woocommerce_cart_hash',
    'laravel_session',
    'XSRF-TOKEN',
    'MoodleSession',
    'fe_typo_user',
    'SSESS0123456789abcdef0123456789abcdef',
    'PrestaShop-0123456789abcdef',
    '__cf_bm',
    'CookieConsent',
    '_forum_session',
  ])('%s as strictly necessary', (name) => {
    const found = recogniseCookie(name)
    expect(found[0]?.cookie.category).toBe('necessary')
    expect(found[0]?.service.category).toBe('necessary')
  })

  test('as optional, although its service is necessary', () => {
    expect(recogniseCookie('woocommerce_recently_viewed')[0]).toMatchObject({
      service: { id: 'woocommerce', category: 'necessary' },
      cookie: { category: 'functional' },
    })
    expect(recogniseCookie('sbjs_first')[0]?.cookie.category).toBe('marketing')
  })

  test('in small letters too, where the browser knows none of that name', () => {
    expect(ids('phpsessid')).toEqual(['php'])
    expect(ids('visitor_info1_live')).toEqual(['youtube'])
    expect(ids('nid')).toEqual([])
  })
})

describe('a blank of a list', () => {
  test.each(['_ga_*', '_ga_<id>', '_ga_{container-id}', '_ga_[ID]', '_ga_#', '_ga_…', '_ga_...', '_ga_XXXXXXXXXX', '_ga_xxxxx'])(
    '%s stands for what differs',
    (name) => {
      expect(ids(name)).toEqual(['ga4'])
    },
  )

  test('may stand for several', () => {
    expect(new Set(ids('_hj*'))).toEqual(new Set(['hotjar']))
    expect(ids('_hj*').length).toBeGreaterThan(10)
    expect(ids('__utm*')[0]).toBe('ga-classic')
    expect(ids('wordpress_logged_in_*')[0]).toBe('wordpress')
    expect(ids('wp-settings-*')).toContain('wordpress')
  })

  test.each([
    ['wp-settings', 'wordpress'],
    ['wordpress_logged_in_', 'wordpress'],
    ['_hjSessionUser_', 'hotjar'],
    ['_ga_', 'ga4'],
    ['_pk_ses', 'matomo'],
  ])('may be left out: %s', (name, id) => {
    expect(ids(name)[0]).toBe(id)
  })

  test('is not left out of a mere word', () => {
    expect(ids('wordpress')).toEqual([])
    expect(ids('Drupal')).toEqual([])
    expect(ids('wp-set')).toEqual([])
  })

  test('says nothing when hardly anything stands before it', () => {
    expect(ids('*')).toEqual([])
    expect(ids('_*')).toEqual([])
    expect(ids('<ime>')).toEqual([])
  })
})

describe('a name that many have', () => {
  test.each([
    ['fr', 'facebook.com', ['facebook-social', 'meta-pixel']],
    ['sessionid', 'instagram.com', ['instagram-embed']],
    ['MR', 'c.clarity.ms', ['clarity']],
    ['MR', 'bat.bing.com', ['uet']],
    ['uid', 'track.adform.net', ['adform']],
    ['m', 'm.stripe.com', ['stripe']],
    ['player', '.vimeo.com', ['vimeo']],
    ['ts', 'https://www.paypal.com', ['paypal']],
  ])('%s counts only on %s', (name, domain, expected) => {
    expect(ids(name, domain).sort()).toEqual(expected)
    expect(ids(name)).toEqual([])
    expect(ids(name, 'drustvo.si')).toEqual([])
    expect(recogniseCookie(name, domain).every(({ ambiguous }) => ambiguous)).toBe(true)
  })

  test('does not count on a domain that only ends alike', () => {
    expect(ids('fr', 'notfacebook.com')).toEqual([])
    expect(ids('fr', 'facebook.com.example')).toEqual([])
    expect(ids('fr', 'https://www.facebook.com/klub')).toEqual(['facebook-social', 'meta-pixel'])
  })

  test.each(['email', 'messages', 'csrftoken', 'klaro', 'elementor', '0123456789abcdef0123456789abcdef'])(
    '%s says nothing where it has no domain but the site’s',
    (name) => {
      expect(ids(name)).toEqual([])
    },
  )
})

describe('a domain', () => {
  test('tells services with the same name apart', () => {
    expect(ids('__cf_bm', 'vimeo.com')).toEqual(['vimeo'])
    expect(ids('__cf_bm', '.hcaptcha.com')).toEqual(['hcaptcha'])
    expect(ids('__cf_bm')[0]).toBe('cloudflare')
    expect(ids('MUID', 'bing.com').sort()).toEqual(['clarity', 'uet'])
    expect(ids('MUID', 'www.clarity.ms')).toEqual(['clarity'])
  })

  test('that does not fit hides no tracker', () => {
    expect(ids('YSC', 'youtube-nocookie.com')).toEqual(['youtube'])
    expect(ids('_ga', 'www.drustvo.si')).toEqual(['ga4', 'ua'])
  })

  test('leaves open what several services set', () => {
    expect(recogniseCookie('_ga').every(({ ambiguous }) => ambiguous)).toBe(true)
    expect(recogniseCookie('_fbp').map(({ ambiguous }) => ambiguous)).toEqual([false])
  })
})

test('what is unknown, empty or no name at all is nothing', () => {
  for (const name of ['', ' ', 'moj_piskotek', 'ga', '_gax', 'x_ga', 'toString', '__proto__', '_ga_'.repeat(100_000), '(_ga', '[', '\\'])
    expect(recogniseCookie(name), name.slice(0, 20)).toEqual([])
})
