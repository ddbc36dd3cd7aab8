export { checkedInventory } from '../check/checkedInventory'
export { mount } from './mount'
