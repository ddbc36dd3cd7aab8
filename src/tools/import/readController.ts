import { plain } from '../text/plain'
import type { ImportedController } from './types'

const EMAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g
const PUBLIC_PROVIDER = /@(gmail|hotmail|yahoo|outlook|siol|t-2|amis|live)\./i

const WORD = String.raw`[\p{Lu}][\p{L}.]{0,30}`
const STREET = String.raw`(?:${WORD}|\d{1,2}\.)(?:[ ](?:${WORD}|\p{L}{1,20})){0,4}[ ]\d{1,4}[ ]?[a-zA-Z]?`
const PLACE = String.raw`\d{4}[ ]${WORD}(?:[ ](?:pri|na|ob|v|pod)[ ]${WORD}|[ -]${WORD}){0,3}`
const ADDRESS = new RegExp(String.raw`(${STREET})(?:,?[ ]?\n{0,2}|,[ ]?|[ ]?[-–][ ])(?:SI[ -]?)?(${PLACE})`, 'gu')

const TAX = /(?:davčn\w{1,3}(?: št(?:evilka|\.)?)?|ID(?: št\.)? za DDV|identifikacijsk\w{1,3} številk\w|VAT)[^\d\n]{0,30}?(?:SI ?)?(\d{8})(?!\d)/iu
const REGISTRATION = /matičn\w{1,3}(?: št(?:evilka|\.)?)?[^\d\n]{0,30}?(\d{10}|\d{7})(?!\d)/iu
const PHONE = /(?:tel(?:efon)?\w{0,3}|gsm|mobitel|t)\s?[.:]?\s?(?:št\w*\.?:?\s?)?(\(?(?:\+|0)[\d\s()/-]{7,20}\d)/iu

/** »Jibe d.o.o.«: what a name of a company ends with. */
const WITH_FORM = new RegExp(String.raw`(${WORD}(?:[ ,&]{1,2}[\p{L}\d.&-]{1,30}){0,5}?[ ,]{1,2}(?:d\. ?o\. ?o\.?|d\. ?d\.|s\. ?p\.|z\. ?o\. ?o\.|z\. ?b\. ?o\.|so\. ?p\.))`, 'u')

/** Of the supervisory authority, which policies name too. */
const AUTHORITY = /Dunajska cesta 22|Zaloška (?:cesta )?59|@ip-rs\.si/

/** A name at the end of what stands before an address on its line: after the last verb or preposition in small letters. */
const nameBefore = (line: string): string | undefined => {
  const words = line.replace(/[\s,:–-]+$/, '').split(/\s+/)
  const company = WITH_FORM.exec(words.slice(-8).join(' '))?.[1]
  if (company) return company.replace(/^.*(?<!\p{L})(?:družba|podjetje|zavod|ustanova)\s+(?=\p{Lu})/u, '')
  return line.length <= 90 && /^\p{Lu}/u.test(line) ? line.replace(/[\s,:–-]+$/, '') : undefined
}

/** What a line says of itself is no name: »Sedež:«, »Kontakt:«. */
const LABEL = /^[\p{L} .-]{2,30}:\s*/u

const nameAt = (text: string, index: number): string | undefined => {
  const lines = text.slice(Math.max(0, index - 600), index).split('\n').map((line) => line.trim())
  const own = lines.pop()!.replace(LABEL, '')
  if (own) return nameBefore(own)
  const above = lines.findLast((line) => line && !line.endsWith(':'))
  return above === undefined ? undefined : nameBefore(above.replace(LABEL, ''))
}

/** An address of the organisation rather than of a person. */
const COMMON_BOX = /^(info|pisarna|tajnistvo|obcina|kontakt|office|uprava|drustvo|klub)@/i

/** Who the document says is the controller, as far as it can be read. */
export const readController = (document: string): ImportedController => {
  const text = plain(document).replace(/[ \t]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/,\n\n/g, ',\n')
  const emails = (text.match(EMAIL) ?? []).filter((one) => !AUTHORITY.test(one)).map((one) => one.replace(/\.$/, ''))
  const email = emails.find((one) => COMMON_BOX.test(one)) ?? emails.find((one) => !PUBLIC_PROVIDER.test(one)) ?? emails[0]
  const address = [...text.matchAll(ADDRESS)].find(([found]) => !AUTHORITY.test(found))
  const name = (address && nameAt(text, address.index)) ?? WITH_FORM.exec(text)?.[1]
  const [taxNumber, registrationNumber, phone] = [TAX, REGISTRATION, PHONE].map((pattern) => pattern.exec(text)?.[1]?.trim())
  const anyPhone = phone ?? /\+386[\s\d()/-]{7,16}\d/.exec(text)?.[0]
  return {
    ...(name && { name: name.replace(/\s+/g, ' ') }),
    ...(address && { address: `${address[1]!.trim()}, ${address[2]!.trim()}` }),
    ...(email && { email }),
    ...(anyPhone && { phone: anyPhone.replace(/\s+/g, ' ') }),
    ...(taxNumber && { taxNumber }),
    ...(registrationNumber && { registrationNumber }),
  }
}
