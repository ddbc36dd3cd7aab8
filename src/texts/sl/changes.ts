/** What has changed since the visitor's last choice. */
export const changes = {
  'reask.changed': 'Seznam piškotkov se je od vaše zadnje izbire spremenil. Novo: {services}. Prosimo, izberite znova.',
}
