/** HTML as text where there is no parser: tags away, blocks on lines of their own, cells with a tab between them. */
export const withoutTags = (html: string) =>
  html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1>|$)/gi, '')
    .replace(/<\/t[dh]>\s*<t[dh]\b[^>]*>/gi, '\t')
    .replace(/<br\b[^>]*>|<\/?(?:p|div|tr|li|h[1-6]|table|ul|ol|dl|dt|dd|section)\b[^>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
