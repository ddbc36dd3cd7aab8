/** What the three examples declare: one optional service, a film from YouTube. */
export const inventory = {
  site: { name: 'Planinsko društvo Breza' },
  controller: { name: 'Planinsko društvo Breza', email: 'info@breza.example' },
  policy: { url: '/zasebnost' },
  cookies: [{ name: 'seja', purpose: 'Ohranja prijavo člana.', duration: 'Trajanje seje' }],
  services: [
    {
      id: 'youtube',
      name: 'YouTube',
      category: 'embeds',
      purpose: 'predvajanje filma',
      provider: { name: 'Google Ireland Limited', country: 'IE/US', privacyUrl: 'https://policies.google.com/privacy', transfer: 'DPF' },
      hosts: ['www.youtube-nocookie.com'],
      cookies: [{ name: 'yt-remote-device-id', storage: 'localStorage', purpose: 'Hrani nastavitve predvajalnika.', duration: 'Neomejeno' }],
    },
  ],
}
