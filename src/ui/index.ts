export { checkInventory } from '../check/checkInventory'
export { materialOf } from '../check/materialOf'
export { mount } from './mount'
