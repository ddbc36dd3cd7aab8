import { describe, expect, test } from 'vitest'
import { recogniseSnippet } from './recogniseSnippet'

const read = (code: string) => recogniseSnippet(code).map(({ service, account }) => [service.id, account].filter(Boolean).join(' '))

describe('a snippet as vendors hand it out', () => {
  test.each<[string, string, string[]]>([
    [
      'gtag',
      `<!-- Google tag (gtag.js) -->
<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC1234567"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
  gtag('config', 'G-ABC1234567');
  gtag('config', 'AW-123456789');
</script>`,
      ['ga4 G-ABC1234567', 'google-ads AW-123456789'],
    ],
    [
      'gtag with an old id',
      `<script async src="https://www.googletagmanager.com/gtag/js?id=UA-12345678-1"></script>
<script>gtag('config', 'UA-12345678-1', { 'anonymize_ip': true });</script>`,
      ['ua UA-12345678-1'],
    ],
    [
      'a conversion',
      `<script>gtag('event', 'conversion', {'send_to': 'AW-123456789/AbC-D_efG'});</script>`,
      ['google-ads AW-123456789'],
    ],
    [
      'analytics.js',
      `<script>(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;})(window,document,'script','https://www.google-analytics.com/analytics.js','ga');
ga('create', 'UA-12345678-1', 'auto'); ga('send', 'pageview');</script>`,
      ['ua UA-12345678-1'],
    ],
    [
      'ga.js',
      `<script>var _gaq = _gaq || []; _gaq.push(['_setAccount', 'UA-12345678-1']); _gaq.push(['_trackPageview']);
ga.src = ('https:' == document.location.protocol ? 'https://ssl' : 'http://www') + '.google-analytics.com/ga.js';</script>`,
      ['ga-classic UA-12345678-1'],
    ],
    [
      'Tag Manager',
      `<script>(function(w,d,s,l,i){w[l]=w[l]||[];j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;})(window,document,'script','dataLayer','GTM-ABC1234');</script>
<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-ABC1234" height="0" width="0"></iframe></noscript>`,
      ['gtm GTM-ABC1234'],
    ],
    [
      'Meta Pixel',
      `<script>!function(f,b,e,v,n,t,s){}(window, document,'script','https://connect.facebook.net/en_US/fbevents.js');
fbq('init', '1234567890123456'); fbq('track', 'PageView');</script>
<noscript><img src="https://www.facebook.com/tr?id=1234567890123456&ev=PageView&noscript=1"/></noscript>`,
      ['meta-pixel 1234567890123456'],
    ],
    [
      'Matomo',
      `<script>var _paq = window._paq = window._paq || []; _paq.push(['trackPageView']);
(function() { var u="//analitika.drustvo.si/"; _paq.push(['setTrackerUrl', u+'matomo.php']); _paq.push(['setSiteId', '7']); g.src=u+'matomo.js'; })();</script>`,
      ['matomo 7'],
    ],
    [
      'Hotjar',
      `<script>(function(h,o,t,j,a,r){h.hj=h.hj||function(){}; h._hjSettings={hjid:1234567,hjsv:6};})(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');</script>`,
      ['hotjar 1234567'],
    ],
    [
      'Clarity',
      `<script>(function(c,l,a,r,i,t,y){t.src="https://www.clarity.ms/tag/"+i;})(window, document, "clarity", "script", "abcdefghij");</script>`,
      ['clarity abcdefghij'],
    ],
    ['TikTok', `<script>ttq.load('C4ABCDEFGHIJ12345678'); ttq.page();</script>`, ['tiktok C4ABCDEFGHIJ12345678']],
    [
      'LinkedIn',
      `<script>_linkedin_partner_id = "123456"; b.src = "https://snap.licdn.com/li.lms-analytics/insight.min.js";</script>`,
      ['linkedin 123456'],
    ],
    [
      'X',
      `<script>!function(e,t,n,s,u,a){u.src='https://static.ads-twitter.com/uwt.js'}(window,document,'script'); twq('config','o1abc');</script>`,
      ['x o1abc'],
    ],
    [
      'Snapchat',
      `<script>snaptr('init', '12345678-aaaa-bbbb-cccc-1234567890ab', {}); snaptr('track', 'PAGE_VIEW');</script>`,
      ['snapchat 12345678-aaaa-bbbb-cccc-1234567890ab'],
    ],
    ['Pinterest', `<script>pintrk('load', '2612345678901'); pintrk('page');</script>`, ['pinterest 2612345678901']],
    [
      'Microsoft Advertising',
      `<script>(function(w,d,t,r,u){w[u]=w[u]||[];f=function(){var o={ti:"12345678"};o.q=w[u],w[u]=new UET(o)};})(window,document,"script","//bat.bing.com/bat.js","uetq");</script>`,
      ['uet 12345678'],
    ],
    [
      'Yandex',
      `<script>(function(m,e,t,r,i,k,a){})(window, document, "script", "https://mc.yandex.ru/metrika/tag.js", "ym"); ym(12345678, "init", {});</script>`,
      ['yandex-metrica 12345678'],
    ],
    [
      'tawk.to',
      `<script>var Tawk_API=Tawk_API||{}; s1.src='https://embed.tawk.to/5f0123456789abcdef012345/default';</script>`,
      ['tawk 5f0123456789abcdef012345/default'],
    ],
    [
      'Crisp',
      `<script>window.$crisp=[];window.CRISP_WEBSITE_ID="12345678-aaaa-bbbb-cccc-1234567890ab";(function(){s.src="https://client.crisp.chat/l.js";})();</script>`,
      ['crisp 12345678-aaaa-bbbb-cccc-1234567890ab'],
    ],
    [
      'Intercom',
      `<script>window.intercomSettings = { api_base: "https://api-iam.intercom.io", app_id: "abc12def" };</script>
<script>(function(){s.src='https://widget.intercom.io/widget/abc12def';})();</script>`,
      ['intercom abc12def'],
    ],
    [
      'HubSpot',
      `<script type="text/javascript" id="hs-script-loader" async defer src="//js-eu1.hs-scripts.com/1234567.js"></script>`,
      ['hubspot 1234567'],
    ],
    [
      'Mailchimp',
      `<script id="mcjs">!function(c,h,i,m,p){}(document,"script","https://chimpstatic.com/mcjs-connected/js/users/0123456789abcdef0123456789/abcdef.js");</script>`,
      ['mailchimp 0123456789abcdef0123456789'],
    ],
    ['MailerLite', `<script>ml('account', '123456');</script>`, ['mailerlite 123456']],
    ['Smartsupp', `<script>var _smartsupp = {}; _smartsupp.key = '0123456789abcdef0123456789abcdef01234567';</script>`, ['smartsupp 0123456789abcdef0123456789abcdef01234567']],
    [
      'reCAPTCHA',
      `<script src="https://www.google.com/recaptcha/api.js?render=abc"></script><div class="g-recaptcha" data-sitekey="x"></div>`,
      ['recaptcha'],
    ],
    ['hCaptcha', `<div class="h-captcha" data-sitekey="x"></div>`, ['hcaptcha']],
    [
      'Turnstile',
      `<script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async defer></script><div class="cf-turnstile"></div>`,
      ['turnstile'],
    ],
    ['Stripe', `<script src="https://js.stripe.com/v3/"></script><script>Stripe('pk_live_abc123')</script>`, ['stripe pk_live_abc123']],
    [
      'AdSense',
      `<script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-1234567890123456" crossorigin="anonymous"></script>`,
      ['adsense ca-pub-1234567890123456'],
    ],
    ['YouTube', `<iframe width="560" src="https://www.youtube.com/embed/abc?rel=0&amp;start=1" allowfullscreen></iframe>`, ['youtube']],
    ['YouTube, held back', `<iframe data-src="//www.youtube-nocookie.com/embed/abc"></iframe>`, ['youtube']],
    ['Vimeo', `<iframe src="https://player.vimeo.com/video/1?h=2"></iframe>`, ['vimeo']],
    ['Maps', `<iframe src="https://www.google.com/maps/embed?pb=!1m18!1m12"></iframe>`, ['google-maps']],
    ['Spotify', `<iframe src="https://open.spotify.com/embed/track/1"></iframe>`, ['spotify']],
    ['Issuu', `<iframe src="//e.issuu.com/embed.html?d=glasilo&u=obcina"></iframe>`, ['issuu']],
    [
      'Facebook',
      `<div class="fb-page" data-href="https://www.facebook.com/klub"></div><script src="https://connect.facebook.net/sl_SI/sdk.js#xfbml=1"></script>`,
      ['facebook-social'],
    ],
    [
      'Instagram',
      `<blockquote class="instagram-media"></blockquote><script async src="//www.instagram.com/embed.js"></script>`,
      ['instagram-embed'],
    ],
    [
      'fonts',
      `<style>@import url(https://fonts.googleapis.com/css?family=Lato);</style><link rel="stylesheet" href="https://use.typekit.net/abc1def.css">`,
      ['adobe-fonts abc1def', 'google-fonts'],
    ],
    ['an escaped address', `{"url":"https:\\/\\/player.vimeo.com\\/video\\/1"}`, ['vimeo']],
    ['an address alone', ' https://www.youtube.com/embed/abc ', ['youtube']],
    ['files of the site', `<link href="/wp-content/themes/a/style.css"><script src="stat/matomo.js"></script>`, ['wordpress', 'matomo']],
  ])('%s', (_name, code, expected) => {
    expect(read(code)).toEqual(expected)
  })

  test('in one head, each once', () => {
    const head = `<script>fbq('init', '1234567890'); fbq('init', '999999'); fbq('track', 'x')</script>
      <script src="https://www.googletagmanager.com/gtag/js?id=G-AAAA111111"></script>
      <script>gtag('config', 'G-AAAA111111'); gtag('config', 'G-BBBB222222')</script>`
    expect(read(head)).toEqual(['meta-pixel 1234567890', 'ga4 G-AAAA111111'])
  })

  test('Matomo’s with the host that its files lie on', () => {
    const [found] = recogniseSnippet(`_paq.push(['setTrackerUrl', 'https://stat.drustvo.si/matomo.php']); _paq.push(['setSiteId', 3])`)
    expect(found).toMatchObject({ account: '3', host: 'stat.drustvo.si' })
    const [old] = recogniseSnippet(
      `_paq.push(['x']); var u=(("https:" == document.location.protocol) ? "https" : "http") + "://stat.drustvo.si/piwik/";`,
    )
    expect(old).toMatchObject({ service: { id: 'matomo' }, host: 'stat.drustvo.si' })
  })
})

describe('nothing is read into', () => {
  test.each([
    ['a link', '<a href="https://www.youtube.com/embed/abc">video</a> <a class="x" href="https://calendly.com/klub">termin</a>'],
    ['prose', 'Uporabljamo https://player.vimeo.com/video/1 in G-SHOCK, 5G-MREŽA ter GTM-1.'],
    ['text', 'Google Analytics, Facebook in YouTube'],
    ['a site’s own code', '<script src="/js/glavni.js"></script><img src="/slike/youtube.png"><script>function ga(){}</script>'],
    ['an empty text', ''],
    ['emoji of WordPress', '<script>window._wpemojiSettings = {"baseUrl":"https:\\/\\/s.w.org\\/images"};</script>'],
  ])('%s', (_name, code) => {
    expect(read(code)).toEqual([])
  })
})

test('time grows with the length of the code', () => {
  const pieces = ['src="//a.si/', '_paq.push(', "app_id: 'abc12'", 'uetq ti:', '<a ', "class='x ", 'https://', "'G-", '[', 'FB.init({', 'u="']
  const best = (length: number) => {
    const codes = pieces.map((piece) => piece.repeat(length / piece.length))
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      for (const code of codes) recogniseSnippet(code)
      return performance.now() - start
    })
    return Math.min(...times)
  }
  best(10_000)
  expect(best(200_000) / best(20_000)).toBeLessThan(40)
})
