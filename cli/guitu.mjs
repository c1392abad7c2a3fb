#!/usr/bin/env node
// Runs the TypeScript sources of this checkout as they are; `npx guitu …` and `npm start` come through here.
import { register } from 'tsx/esm/api'

register()
await import('./main.ts')
