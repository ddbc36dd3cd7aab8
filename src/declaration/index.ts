export { fillDeclarations as run } from './fillDeclarations'
