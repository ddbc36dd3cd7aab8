import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { routeOf } from '../route'
import { App } from './App'

/** @returns what belongs into `#app` */
export const render = (path: string): Promise<string> => renderToString(createSSRApp(App, { first: routeOf(path) }))
