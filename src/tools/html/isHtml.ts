/** Tags that no plain text holds; one is enough. */
const TAG =
  /<(?:!doctype|html|head|body|table|tr|div|p|ul|ol|li|dl|h[1-6]|script|section|article|main|iframe|span|br)\b[^>]*>/i

/** Whether what was given is HTML, or a piece of it, and not plain text. */
export const isHtml = (text: string): boolean => TAG.test(text)
