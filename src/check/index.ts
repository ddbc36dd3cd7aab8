export { checkedInventory } from './checkedInventory'
