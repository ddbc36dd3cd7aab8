export { checkInventory } from './checkInventory'
export { materialOf } from './materialOf'
