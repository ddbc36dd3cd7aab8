export { fillDeclarations } from './fillDeclarations'
