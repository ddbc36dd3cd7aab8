/** What the site asks about: a service of each optional category, the same for every widget. */
const SERVICES = [
  { id: 'chat', name: 'Chat', category: 'functional', purpose: { en: 'talking to visitors', sl: 'pogovor z obiskovalci' } },
  { id: 'counter', name: 'Counter', category: 'analytics', purpose: { en: 'counting visits', sl: 'merjenje obiska' } },
  { id: 'adverts', name: 'Adverts', category: 'marketing', purpose: { en: 'advertising', sl: 'oglaševanje' } },
  { id: 'player', name: 'Player', category: 'embeds', purpose: { en: 'showing videos', sl: 'prikaz posnetkov' } },
]

/** Heads of the five categories, for widgets that want them from the site. */
export const CATEGORIES = {
  necessary: 'Strictly necessary',
  functional: 'Functional',
  analytics: 'Analytics',
  marketing: 'Marketing',
  embeds: 'Embedded content',
}

/** What is said of the one cookie that needs no consent. */
export const SESSION = { id: 'session', name: 'Session', cookies: ['PHPSESSID'] }

/** The services with so many cookies among them. */
export const servicesWith = (cookies) =>
  SERVICES.map((service, index) => ({
    ...service,
    cookies: Array.from(
      { length: Math.ceil((cookies - index) / SERVICES.length) },
      (_, number) => `_${service.id}_${number}`,
    ),
  }))

/** So many scripts in document order, dealt out to the services in turn. The host is one of two. */
export const scriptsOf = (count) =>
  Array.from({ length: count }, (_, number) => ({
    number,
    service: SERVICES[number % SERVICES.length].id,
    host: number % 2,
    path: `/script/${number}.js`,
  }))

// 7 and 26 have no divisor in common: every delay comes, scattered, and the same in each run.
/** After how many milliseconds a script is answered: 5 to 30. */
export const delayOf = (number) => 5 + ((number * 7) % 26)
