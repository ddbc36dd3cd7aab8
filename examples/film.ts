/** The film that the examples show once it may be shown. */
export const film = {
  src: 'https://www.youtube-nocookie.com/embed/breza',
  title: 'Pot na Triglav',
  width: '100%',
  height: 240,
}
