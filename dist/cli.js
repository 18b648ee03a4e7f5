#!/usr/bin/env node
process.getBuiltinModule(`node:module`).enableCompileCache?.();const{run:e}=await import(`./chunks/cli-run2.js`);process.exitCode=await e(process);export{};