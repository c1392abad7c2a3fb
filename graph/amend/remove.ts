/** What the removing clauses of an amendment take out of its plan. Pure. */

import { wordingKey } from '../diff/text.ts'
import type { EntityRecord } from '../model.ts'
import { formsOf, namedIn } from './names.ts'
import { REMOVABLE, type Retiring, type Standing } from './retired.ts'

/** What may follow the name of a thing that is itself meant. */
const AFTER =
  /^(?:项目|工程|建设|任务|指标|目标|要求|等|的|和|与|及|以及|不|从|予以|由|暂缓|停止|终止|调出|移出|删除|取消|撤销|已|[^\p{Script=Han}A-Za-z\d]|$)/u

/** “甲水库与乙水厂连通管”: both are the ends of a third thing. */
const TIES = /^[与和][^，。；、]{0,30}?(?:连通|连接|联通|互通|联络|之间)/

/** Whether the words speak of the thing itself: 甲水库至乙水厂输水管线 and 甲水库扩建 are other things than 甲水库. */
const standsAlone = ({ name, aliases }: EntityRecord, words: string): boolean => {
  const forms = [name, ...aliases].filter((form) => words.includes(form))
  return (
    forms.length === 0 ||
    forms.some((form) =>
      [...occurrences(words, form)].some(
        (at) =>
          AFTER.test(words.slice(at + form.length)) &&
          !TIES.test(words.slice(at + form.length)) &&
          !/[至到—]$/.test(words.slice(0, at)),
      ),
    )
  )
}

/** “删除“甲溪水库扩建工程””, in marks of quotation: takes out the thing of this very name; false where there is none. */
export const removeNamed = (standing: readonly Standing[], words: string, retired: Retiring): boolean => {
  const key = wordingKey(words)
  const ids = standing.flatMap(({ entities }) =>
    entities.filter((one) => REMOVABLE.includes(one.type) && formsOf(one).includes(key)).map(({ id }) => id),
  )
  takeOut(standing, new Set(ids), retired)
  return ids.length > 0
}

const occurrences = function* (words: string, form: string): Generator<number> {
  for (let at = words.indexOf(form); at >= 0; at = words.indexOf(form, at + 1)) yield at
}

/** Takes out what the words name; false where they name nothing that is in force. */
export const remove = (standing: readonly Standing[], words: string, retired: Retiring): boolean => {
  const all = standing.flatMap(({ entities }) => entities)
  const things = namedIn(all, words).filter(
    (entity) => REMOVABLE.includes(entity.type) && standsAlone(entity, words),
  )
  const ids = new Set(things.map(({ id }) => id))
  takeOut(standing, ids, retired)
  return ids.size > 0 || removeRelation(standing, words, retired)
}

const takeOut = (standing: readonly Standing[], ids: ReadonlySet<string>, retired: Retiring): void => {
  for (const { revision, entities, statements } of standing) {
    const own = entities.filter(({ id }) => ids.has(id)).map(({ id }) => id)
    retired.entities.set(revision.id, new Set([...(retired.entities.get(revision.id) ?? []), ...own]))
    for (const { id, subject, object } of statements)
      if (ids.has(subject) || ids.has(object)) retired.statements.add(id)
  }
}

/** “乙河镇不再列入工业型城镇”: no thing goes, but what is said of one in relation to another, both named. */
const removeRelation = (standing: readonly Standing[], words: string, retired: Retiring): boolean => {
  const named = new Set(
    namedIn(
      standing.flatMap(({ entities }) => entities),
      words,
    ).map(({ id }) => id),
  )
  const gone = standing
    .flatMap(({ statements }) => statements)
    .filter(({ subject, object }) => named.has(subject) && named.has(object))
  for (const { id } of gone) retired.statements.add(id)
  return gone.length > 0
}
