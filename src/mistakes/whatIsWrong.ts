/** @param script a marked one that cannot be held, or must not be run, as it is written */
export const whatIsWrong = ({ type, dataset }: HTMLScriptElement): string => {
  if (type !== 'text/plain')
    return (
      'označena skripta je stekla pred privolitvijo, ker nima type="text/plain". Dopišite ga. ' +
      '(A marked script ran before consent, since it has no type="text/plain". Add it.)'
    )
  if (dataset.type === 'importmap')
    return (
      'zemljevida uvozov (importmap) ni mogoče zadržati. Odstranite oznako. ' +
      '(An import map cannot be held. Remove the mark.)'
    )
  return (
    'zadržana skripta kliče document.write, ki bi izbrisal stran, zato ne bo stekla. Uporabite drugo različico vstavka. ' +
    '(A held script calls document.write, which would wipe the page, so it is not run. Use another version of the snippet.)'
  )
}
