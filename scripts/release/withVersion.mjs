const inJson = (change) => (text) => {
  const json = JSON.parse(text)
  change(json)
  return `${JSON.stringify(json, undefined, 2)}\n`
}

/** Each file that names the version, and how it is put there. */
export const VERSIONED = {
  'package.json': (version, isPublic) =>
    inJson((json) => {
      json.version = version
      if (isPublic) delete json.private
    }),
  'package-lock.json': (version) =>
    inJson((json) => {
      json.version = version
      json.packages[''].version = version
    }),
  'wordpress/privolim/privolim.php': (version) => (text) => text.replace(/^( \* Version: ).*$/m, (_, label) => label + version),
  'wordpress/privolim/readme.txt': (version) => (text) => text.replace(/^(Stable tag: ).*$/m, (_, label) => label + version),
}

/**
 * @param text of the file
 * @param isPublic whether npm may publish the package from now on
 */
export const withVersion = (name, text, version, isPublic = false) => VERSIONED[name](version, isPublic)(text)
