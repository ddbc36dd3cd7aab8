import type { Draft } from '../state/draft'
import { textAt } from '../state/json'
import type { Both } from '../tools'
import { type Marked, markedServices } from './marks'
import { snippetOf } from './snippet'

const sentenceOf = ({ id, name, category, isLoaded }: Marked): Both =>
  isLoaded
    ? {
        sl: `- **${name}**: kodo, ki jo imate zdaj na strani, odstranite. Storitev po privolitvi naloži gradnik sam.`,
        en: `- **${name}**: take the code that you have now off the page. The widget loads the service after consent.`,
      }
    : category === 'embeds'
      ? {
          sl: `- **${name}**: v kodi okvira (iframe) zamenjajte \`src\` z \`data-src\` in dodajte \`data-privolim="${id}"\`.`,
          en: `- **${name}**: in the code of the frame replace \`src\` by \`data-src\` and add \`data-privolim="${id}"\`.`,
        }
      : {
          sl: `- **${name}**: v značko \`<script>\` te storitve dodajte \`type="text/plain" data-privolim="${id}"\`.`,
          en: `- **${name}**: in the \`<script>\` tag of this service add \`type="text/plain" data-privolim="${id}"\`.`,
        }

const marks = ({ inventory }: Draft): Both => {
  const sentences = markedServices(inventory).map(sentenceOf)
  return sentences.length
    ? { sl: sentences.map(({ sl }) => sl).join('\n'), en: sentences.map(({ en }) => en).join('\n') }
    : {
        sl: 'Popis nima nobene storitve, ki bi potrebovala privolitev, zato kode strani ni treba spreminjati.',
        en: 'The inventory has no service that needs consent, so the code of the page stays as it is.',
      }
}

const fence = (text: string, language = 'html') => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``

/** The file that a person opens first. */
export const readme = (draft: Draft): Both => {
  const name = textAt(draft.inventory, ['site', 'name'])
  const snippet = snippetOf(draft.look)
  const { sl, en } = marks(draft)
  return {
    sl: `# Privolim${name && ` za stran ${name}`}

V tem paketu je vse, kar potrebujete. Za namestitev zadošča dostop do datotek na strežniku.

## 1. Naložite datoteke

V korensko mapo spletnega mesta naložite mapo \`privolim\` z vsemi datotekami v njej in datoteko \`piskotki.json\`.

## 2. Dodajte značko

Na vsako stran, v \`<head>\`, pred vse druge skripte (besedilo je tudi v datoteki \`vstavi-v-head.html\`):

${fence(snippet)}

Če uporabljate WordPress ali Joomlo, odprite \`wordpress.md\` oziroma \`joomla.md\`.

## 3. Označite, kar čaka na privolitev

${sl}

## 4. Objavite izjavo o piškotkih

V politiko zasebnosti vstavite \`<div data-privolim-declaration></div>\`; gradnik na to mesto izpiše tabelo. Če želite
besedilo brez skripte, vstavite vsebino datoteke iz mape \`izjava\`.

## 5. Dodajte pot nazaj

Na dno vsake strani dodajte povezavo, s katero si obiskovalec lahko premisli:

${fence('<a href="#privolim">Nastavitve piškotkov</a>')}

## 6. Po želji: naj pazi še strežnik

V mapi \`streznik\` so pravila, s katerimi strežnik sam zapre pot storitvam, ki jih obiskovalec ni dovolil. Navodila so
ob vsaki datoteki.

## Preverite

Stran odprite v zasebnem oknu. Primer brez vaše vsebine je v datoteki \`primer.html\`; odprite jo prek strežnika, ne
neposredno iz mape. Ko se nabor storitev spremeni, popravite \`piskotki.json\` in objavite novo izjavo.
`,
    en: `# Privolim${name && ` for ${name}`}

This package has all that you need. Access to the files on the server is enough.

## 1. Upload the files

Upload the folder \`privolim\` with all its files, and the file \`piskotki.json\`, to the root folder of the site.

## 2. Add the tag

On every page, in \`<head>\`, before all other scripts (also in \`vstavi-v-head.html\`):

${fence(snippet)}

With WordPress or Joomla open \`wordpress.md\` or \`joomla.md\`.

## 3. Mark what waits for consent

${en}

## 4. Publish the declaration

Put \`<div data-privolim-declaration></div>\` into the privacy policy; the widget writes the table there. For a text
without a script take a file of the folder \`izjava\`.

## 5. Add a way back

At the foot of every page add the link by which visitors may change their minds:

${fence('<a href="#privolim">Cookie settings</a>')}

## 6. If you like: the server watches too

The folder \`streznik\` has rules by which the server itself shuts the way to services that the visitor has not allowed.
The steps are beside each file.

## Check

Open the site in a private window. \`primer.html\` is an example without your content; open it through a server, not
straight from the folder. When the services change, correct \`piskotki.json\` and publish a new declaration.
`,
  }
}

const php = (snippet: string) => `add_action( 'wp_head', function () {
	echo <<<'PRIVOLIM'
${snippet.trimEnd()}

PRIVOLIM;
}, PHP_INT_MIN );`

export const wordpress = (draft: Draft): Both => {
  const code = fence(php(snippetOf(draft.look)), 'php')
  const { sl, en } = marks(draft)
  return {
    sl: `# WordPress

1. Mapo \`privolim\` in datoteko \`piskotki.json\` naložite v korensko mapo, tja, kjer je \`wp-config.php\` (FTP ali
   upravitelj datotek vašega gostovanja).
2. V datoteko \`functions.php\` podrejene teme dodajte spodnje vrstice. Iz glavne teme bi ob posodobitvi izginile.
   Namesto tega lahko uporabite vtičnik za vstavljanje kode v glavo strani, vendar mora biti značka pred vsemi skriptami.

${code}

3. Če imate vtičnik, ki skripte združuje ali odlaga, naj izpusti mapo \`/privolim/\` in skripte z atributom
   \`data-privolim\`. Po spremembi izpraznite predpomnilnik.
4. Označite, kar čaka na privolitev:

${sl}

5. Na stran s politiko zasebnosti dodajte blok »HTML po meri« z \`<div data-privolim-declaration></div>\`, v nogo pa
   povezavo \`<a href="#privolim">Nastavitve piškotkov</a>\`.
6. Dosedanji vtičnik za piškotke izklopite šele, ko novo vprašanje deluje.
`,
    en: `# WordPress

1. Upload the folder \`privolim\` and the file \`piskotki.json\` to the root folder, where \`wp-config.php\` is.
2. Add these lines to \`functions.php\` of the child theme; an update would take them out of the parent theme.

${code}

3. Where a plugin joins or defers scripts, have it leave out the folder \`/privolim/\` and scripts with
   \`data-privolim\`. Empty the cache afterwards.
4. Mark what waits for consent:

${en}

5. Add a block "Custom HTML" with \`<div data-privolim-declaration></div>\` to the privacy policy, and the link
   \`<a href="#privolim">Cookie settings</a>\` to the footer.
6. Switch the old cookie plugin off only when the new question works.
`,
  }
}

export const joomla = (draft: Draft): Both => {
  const code = fence(snippetOf(draft.look))
  const { sl, en } = marks(draft)
  return {
    sl: `# Joomla

1. Mapo \`privolim\` in datoteko \`piskotki.json\` naložite v korensko mapo, tja, kjer je \`configuration.php\`.
2. Odprite Sistem › Predloge strani › Predloge in datoteke vaše predloge. V datoteki \`index.php\` takoj za \`<head>\`,
   pred \`<jdoc:include type="metas" />\` oziroma \`<jdoc:include type="head" />\`, vstavite:

${code}

   Predloga Cassiopeia se ob posodobitvah prepiše, zato prej naredite podrejeno predlogo (Ustvari podrejeno predlogo).
3. Označite, kar čaka na privolitev:

${sl}

4. V članek s politiko zasebnosti vstavite \`<div data-privolim-declaration></div>\` (urejevalnik preklopite na kodo), v
   nogo pa modul po meri s povezavo \`<a href="#privolim">Nastavitve piškotkov</a>\`.
5. Izpraznite predpomnilnik: Sistem › Počisti predpomnilnik.
`,
    en: `# Joomla

1. Upload the folder \`privolim\` and the file \`piskotki.json\` to the root folder, where \`configuration.php\` is.
2. Open System › Site Templates › the files of your template. In \`index.php\`, right after \`<head>\` and before
   \`<jdoc:include type="metas" />\`, put:

${code}

   Updates overwrite Cassiopeia, so make a child template first.
3. Mark what waits for consent:

${en}

4. Put \`<div data-privolim-declaration></div>\` into the article with the privacy policy (editor switched to code), and
   the link \`<a href="#privolim">Cookie settings</a>\` into a custom module in the footer.
5. Clear the cache: System › Clear Cache.
`,
  }
}
