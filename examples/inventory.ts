/** What the three examples declare: one optional service, a film from YouTube. */
export const inventory = {
  site: { name: 'Planinsko društvo Breza' },
  controller: { name: 'Planinsko društvo Breza', email: 'info@breza.example' },
  policy: { url: '/zasebnost' },
  cookies: [{ name: 'seja', purpose: 'Ohranja prijavo člana.', duration: 'Trajanje seje' }],
  services: [{ use: 'youtube' }],
}
