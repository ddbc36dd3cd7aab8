/** Types that keep a script from running, as the six tools document them; Klaro wants them on other elements, too. */
export const isInert = (element: Element): boolean => /^(text\/plain|opt-in)$/i.test(element.getAttribute('type') ?? '')
