import type { IncomingMessage, ServerResponse } from 'node:http'

export declare const createReceiver: (options: {
  /** Outside of what a web server shows. */
  folder: string
  /** The most bytes in the file of a month. */
  limit?: number
}) => (request: IncomingMessage, response: ServerResponse) => Promise<void>
