export { fillDeclarations as update } from './fillDeclarations'
