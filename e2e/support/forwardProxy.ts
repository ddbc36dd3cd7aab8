import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { generate } from 'selfsigned'

export type OnRequest = (url: URL, request: IncomingMessage, response: ServerResponse) => void

export interface ForwardProxy {
  readonly port: number
  close(): Promise<void>
}

/** The first byte of a TLS record that opens a handshake. */
const TLS_HANDSHAKE = 0x16

/**
 * A forward proxy without a way out: whatever address a browser asks it for, over http or https, is handed to
 * `onRequest` as if that were the whole internet.
 */
export const startForwardProxy = async (onRequest: OnRequest): Promise<ForwardProxy> => {
  const open = new Set<Socket>()
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  })

  const answer = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const target = request.url ?? '/'
    const origin = `${scheme}://${request.headers.host ?? 'unknown.invalid'}`
    if (URL.canParse(target, origin)) onRequest(new URL(target, origin), request, response)
    else response.writeHead(400).end()
  }

  const plain = createHttpServer(answer('http'))
  const secure = createHttpsServer({ key, cert }, answer('https'))
  // A connection that is closed while a browser asks over it has the browser ask once more by itself, and the record of
  // what a page asked for would show a request too many.
  for (const server of [plain, secure]) server.keepAliveTimeout = 0

  // A tunnel may carry either: browsers also open one for WebSockets without TLS.
  plain.on('connect', (_request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    socket.once('readable', () => {
      const first = socket.read(1) as Buffer | null
      if (!first) return
      socket.unshift(first)
      const server = first[0] === TLS_HANDSHAKE ? secure : plain
      server.emit('connection', socket)
    })
  })

  plain.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  // A page that goes away mid-handshake is everyday life here, not news.
  secure.on('tlsClientError', () => undefined)
  for (const server of [plain, secure]) server.on('clientError', (_error, socket) => socket.destroy())

  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))

  return {
    port: (plain.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        plain.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
