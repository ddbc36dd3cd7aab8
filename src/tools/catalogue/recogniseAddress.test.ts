import { describe, expect, test } from 'vitest'
import { catalogue } from './catalogue'
import { recogniseAddress } from './recogniseAddress'

describe('an address is recognised', () => {
  test.each([
    ['https://www.googletagmanager.com/gtag/js?id=G-ABC1234567', 'ga4'],
    ['https://www.googletagmanager.com/gtag/js?id=UA-12345-1', 'ua'],
    ['https://www.googletagmanager.com/gtag/js?id=AW-123456789', 'google-ads'],
    ['https://www.googletagmanager.com/gtag/js', 'ga4'],
    ['https://www.googletagmanager.com/gtm.js?id=GTM-ABC123', 'gtm'],
    ['https://www.googletagmanager.com/ns.html?id=GTM-ABC123', 'gtm'],
    ['https://region1.google-analytics.com/g/collect?v=2', 'ga4'],
    ['https://www.google-analytics.com/analytics.js', 'ua'],
    ['https://ssl.google-analytics.com/ga.js', 'ga-classic'],
    ['https://connect.facebook.net/sl_SI/sdk.js#xfbml=1', 'facebook-social'],
    ['https://connect.facebook.net/en_US/fbevents.js', 'meta-pixel'],
    ['https://www.facebook.com/tr?id=123&ev=PageView&noscript=1', 'meta-pixel'],
    ['https://www.facebook.com/plugins/page.php?href=x', 'facebook-social'],
    ['//www.youtube.com/embed/abc', 'youtube'],
    ['www.youtube-nocookie.com/embed/abc?rel=0', 'youtube'],
    ['https://player.vimeo.com/video/123', 'vimeo'],
    ['https://www.google.com/maps/embed?pb=!1m18', 'google-maps'],
    ['https://www.google.com/maps/d/u/0/embed?mid=1', 'google-maps'],
    ['https://www.google.com/recaptcha/api.js', 'recaptcha'],
    ['https://challenges.cloudflare.com/turnstile/v0/api.js', 'turnstile'],
    ['https://hcaptcha.com/1/api.js', 'hcaptcha'],
    ['https://js.hcaptcha.com/1/api.js', 'hcaptcha'],
    ['https://drustvo.us1.list-manage.com/subscribe/post?u=1&id=2', 'mailchimp'],
    ['https://fonts.googleapis.com/css2?family=Roboto', 'google-fonts'],
    ['https://use.typekit.net/abc1def.css', 'adobe-fonts'],
    ['https://analitika.drustvo.si/matomo.js', 'matomo'],
    ['https://drustvo.si/stat/piwik.php?idsite=1', 'matomo'],
    ['https://drustvo.si/podstran/wp-content/themes/a/style.css', 'wordpress'],
    ['https://drustvo.si/wp-content/plugins/woocommerce/assets/js/a.js', 'woocommerce'],
    ['https://e.issuu.com/embed.html?u=obcina', 'issuu'],
    ['https://open.spotify.com/embed/track/1', 'spotify'],
    ['https://www.tiktok.com/embed.js', 'tiktok-embed'],
    ['https://platform.twitter.com/widgets.js', 'x-embed'],
    ['https://slo.hit.gemius.pl/gplayer.js', 'gemius'],
    ['https://js-eu1.hs-scripts.com/1234567.js', 'hubspot'],
    ['HTTPS://WWW.YOUTUBE.COM/embed/abc', 'youtube'],
  ])('%s as %s', (address, id) => {
    expect(recogniseAddress(address)?.id).toBe(id)
  })

  test('by each beginning that the catalogue has', () => {
    for (const { id, scripts } of catalogue)
      for (const script of scripts) {
        const address = `https://${script.replace(/^\*\./, 'a.').replace(/^\*/, 'drustvo.si').replace('/*/', '/sl_SI/')}`
        expect(recogniseAddress(address)?.id, address).toBe(id)
      }
  })
})

test.each([
  'https://drustvo.si/',
  'https://www.youtube.com/watch?v=abc',
  'https://www.google.com/search?q=maps',
  'https://notyoutube.com/embed/abc',
  'https://www.youtube.com.evil.example/embed/abc',
  'https://drustvo.si/?u=https://www.youtube.com/embed/abc',
  'https://google-analytics.com.example/g/collect',
  'https://drustvo.si/moj-matomo.js',
  'javascript:alert(1)',
  'data:text/html,www.youtube.com/embed/',
  'mailto:info@drustvo.si',
  'https://',
  '//',
  '',
  'https://[',
  ' ',
])('%s is none of them', (address) => {
  expect(recogniseAddress(address)).toBeUndefined()
})
