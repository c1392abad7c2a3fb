#!/usr/bin/env node
// Runs the TypeScript sources of this checkout as they are; `npx guitu …` and `npm start` come through here.
import { register } from 'tsx/esm/api'

// Ctrl-C while the sources load; main.ts hears it from then on.
for (const name of ['SIGINT', 'SIGTERM'])
  process.on(name, () => {
    process.stderr.write('guitu: 已中断，什么都没有改动。 Interrupted; nothing was changed.\n')
    process.exit(130)
  })
register()
await import('./main.ts')
