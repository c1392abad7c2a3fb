/** Whether a core and a suffix make a place's name. */
import { type Book, formsAt, formsEnding } from './book.ts'
import {
  behindTown,
  besideWater,
  type Candidate,
  cutsWord,
  endsAtWord,
  endsInDivision,
  endsInListed,
  facilityList,
  hasName,
  holdsAct,
  holdsName,
  holdsOrdinaryWord,
  isCounted,
  isEnd,
  isJurisdiction,
  isKnownCore,
  isListed,
  number,
  startsClean,
  yard,
} from './candidate.ts'
import { namesConcept } from './edges.ts'
import { isGeneric, type PlaceWords } from './words.ts'

/** 甲、乙|两大|灌区 counts what is listed. */
const FEW = /[两二三四五六七八九十]大$/

const listed = /[，、；：（。]/

/** Towns are in the gazetteer: another one must stand in a list, behind a place, or open its clause (villages only). */
const isTownName = (candidate: Candidate, core: string, book: Book, words: PlaceWords): boolean => {
  const { edges, start, end, suffix } = candidate
  const plain =
    core.length <= 4 && !/[城集小乡农场入返下带还离回思望进出新]$/.test(core) && !number.test(core)
  if (!plain || holdsOrdinaryWord(candidate, words) || !startsClean(candidate, words, book)) return false
  const behind = formsEnding(book, edges.text, start).length > 0 || edges.text[start - 1] === '村'
  if (suffix.kind === 'village')
    return (
      behind ||
      start === 0 ||
      listed.test(edges.text[start - 1] ?? '') ||
      /村[和及与]$/.test(edges.text.slice(0, start)) ||
      edges.text[end] === '、' ||
      isEnd(candidate)
    )
  if (!book.hasTowns) return true
  const beside =
    edges.text[start - 1] === '、'
      ? formsEnding(book, edges.text, start - 1).some(isListed)
      : edges.text[end] === '、' && formsAt(book, edges.text, end + 1).some(isListed)
  return behind || beside || formsAt(book, edges.text, start).some((form) => form.known.origin === 'within')
}

/** Whether the candidate names a place, by how far its suffix carries. */
export const acceptable = (candidate: Candidate, book: Book, words: PlaceWords): boolean => {
  const { edges, start, suffixStart, end, suffix } = candidate
  const core = edges.text.slice(start, suffixStart)
  const name = edges.text.slice(start, end)
  if (core === '' || endsInDivision(candidate, book) || namesConcept(edges.text, end)) return false
  if (suffix.strength !== 'strong' && endsInListed(candidate, book, words)) return false
  if (suffix.strength === 'listed' && !besideWater(candidate, words)) return false
  // 甲河、丰产主义渠、乙河: a canal between rivers may have a long name
  if (suffix.text === '渠' && core.length <= 5 && startsClean(candidate, words, book)) return true
  const among = edges.text[start - 1] === '、' && suffix.kind === 'water' && besideWater(candidate, words)
  if (among && core.length <= 3 && !words.ordinary.has(name)) return true
  if (suffix.kind === 'water' || suffix.kind === 'mountain')
    return (
      !facilityList.test(edges.text.slice(end)) &&
      core.length <= 3 &&
      !words.ordinary.has(name) &&
      (core.length === 2 || !words.ordinary.has(name.slice(-2))) &&
      !/^(?:一|[二两三四五六七八九十](?:$|[河江湖山]))/.test(core) &&
      (core.length === 1 || !isGeneric(core, words)) &&
      !holdsOrdinaryWord(candidate, words) &&
      endsAtWord(candidate) &&
      startsClean(candidate, words, book)
    )
  // 甲镇|段农村黑臭水体: 农村 is no village
  if (suffix.kind === 'village' && /[农乡]$/.test(core)) return false
  if (suffix.kind === 'village' && core.length >= 2 && core.length <= 3 && behindTown(candidate, book))
    return true
  if (FEW.test(core) || isGeneric(core, words) || core.length < 2 || isCounted(candidate)) return false
  switch (suffix.strength) {
    case 'name':
      return isTownName(candidate, core, book, words)
    case 'local':
      return core.length <= 3 && behindTown(candidate, book) && !(suffix.text === '场' && yard.test(core))
    case 'brief':
      return (
        core.length <= 4 &&
        !facilityList.test(edges.text.slice(end)) &&
        startsClean(candidate, words, book) &&
        (isKnownCore(core, book) || !(holdsOrdinaryWord(candidate, words) || holdsAct(candidate)))
      )
    case 'point':
      return core.length <= 6 && !words.ordinary.has(name.slice(-2)) && !holdsAct(candidate)
    case 'strong':
      if (suffix.text === '流域' && !/[河江湖溪水沟海]$/.test(core)) return false
      if (edges.text[start - 1] === '”') return false
      // 新|皂片|区 is 新皂片区 where the document has a town of that name
      if (isKnownCore(core, book)) return true
      if (cutsWord(candidate)) return false
      return (
        (!number.test(core) || behindTown(candidate, book)) &&
        ((core.length <= 4 && !holdsAct(candidate)) || hasName(candidate, book))
      )
    default:
      return holdsName(candidate, book, words) && !/(?:试点|示范)$/.test(core) && !isJurisdiction(core, book)
  }
}
