// entities-named
// 中文：一句话里提到了哪些实体？给出这句话的各个片段，返回与其名称、别名或拼音相同的实体、名称以其开头的地方，以及全部部门（部门常用简称）。
// English: Which entities does a sentence name? Given its pieces, those with an equal name, alias or pinyin, places whose names begin with one, and every department, for those go by many short names.
// Parameters:
//   $pieces: list of strings. Pieces of the sentence, as written; at most 1,000.
//   $keys: list of strings. Its Latin words, lower case, alone and joined.
// Columns:
//   id: string
//   type: string. Place, Project, Indicator, Department, Deadline, Document, Function, Level.
//   name: string
//   aliases: list of strings
//   pinyin: list of strings
//   forms: list of strings. The pieces and keys that name it in full.
//   beginnings: list of strings. For a place: those that its name, an alias or its pinyin begins with.
//   firstDay: string or null. A deadline's first day, ISO.
//   lastDay: string or null. A deadline's last day, ISO.
//   governs: list of strings. For a place: the jurisdictions of plans in force that it is, or that lie within it.
OPTIONAL MATCH (plan:Plan)-[:HAS_REVISION]->(:Revision {inForce: true})
WITH collect(DISTINCT plan.jurisdiction) AS seats
MATCH (n:Entity)
WITH n, seats, [l IN labels(n) WHERE l <> 'Entity' AND l <> 'Town' | l] AS types,
     [x IN $pieces WHERE n.name = x OR x IN coalesce(n.aliases, [])] AS written,
     [k IN $keys WHERE k IN coalesce(n.pinyin, [])] AS spelled
WITH n, seats, types, written + spelled AS forms,
     CASE WHEN n:Place THEN
       [x IN $pieces WHERE n.name STARTS WITH x] +
       [k IN $keys WHERE any(y IN n.pinyin WHERE y STARTS WITH k)]
     ELSE [] END AS beginnings
WHERE size(forms) > 0 OR size(beginnings) > 0 OR n:Department
RETURN n.id AS id, coalesce(types[0], n.type) AS type, n.name AS name, coalesce(n.aliases, []) AS aliases,
       coalesce(n.pinyin, []) AS pinyin, forms, beginnings, n.start AS firstDay, n.end AS lastDay,
       CASE WHEN n:Place THEN
         [seat IN seats WHERE 'place:' + seat = n.id OR 'place:' + seat STARTS WITH n.id + '/']
       ELSE [] END AS governs
ORDER BY id
