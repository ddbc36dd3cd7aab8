/** Where a held frame is to be fetched from; empty where it has its content in itself. */
export const addressOf = ({ dataset }: HTMLElement): string =>
  dataset.privolimSrc ?? dataset.src ?? dataset.privolimData ?? dataset.data ?? ''
