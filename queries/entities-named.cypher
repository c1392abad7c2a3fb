// entities-named
// 中文：一句话里提到了哪些实体？给出这句话的各个片段，返回与其名称、别名或拼音相同的实体，以及名称以其开头的地方。
// English: Which entities does a sentence name? Given its pieces, those with an equal name, alias or pinyin, and places whose names begin with one.
// Parameters:
//   $pieces: list of strings. Pieces of the sentence, as written; at most 1,000.
//   $keys: list of strings. Its Latin words, lower case, alone and joined.
// Columns:
//   id: string
//   type: string. Place, Project, Indicator, Department, Deadline, Document, Function, Level.
//   name: string
//   forms: list of strings. The pieces and keys that name it in full.
//   firstDay: string or null. A deadline's first day, ISO.
//   lastDay: string or null. A deadline's last day, ISO.
//   beginnings: list of strings. For a place: those that its name, an alias or its pinyin begins with.
MATCH (n:Entity)
WITH n, [l IN labels(n) WHERE l <> 'Entity' AND l <> 'Town' | l] AS types,
     [x IN $pieces WHERE n.name = x OR x IN coalesce(n.aliases, [])] AS written,
     [k IN $keys WHERE k IN coalesce(n.pinyin, [])] AS spelled
WITH n, types, written + spelled AS forms,
     CASE WHEN n:Place THEN
       [x IN $pieces WHERE n.name STARTS WITH x] +
       [k IN $keys WHERE any(y IN n.pinyin WHERE y STARTS WITH k)]
     ELSE [] END AS beginnings
WHERE size(forms) > 0 OR size(beginnings) > 0
RETURN n.id AS id, coalesce(types[0], n.type) AS type, n.name AS name, forms, beginnings, n.start AS firstDay, n.end AS lastDay
ORDER BY id
