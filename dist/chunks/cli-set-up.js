import{At as e,Bt as t,Ht as n,Lt as r,Ot as i,Pt as a,Vt as o,Y as s,_ as c,g as ee,jt as te,kt as l,o as ne,w as re}from"./cli-run.js";import{t as ie}from"./cli-find-root2.js";import{i as u,n as d,r as f,t as p}from"./cli-plan.js";import{n as m,r as ae,t as oe}from"./cli-text-style.js";import{t as h}from"./cli-find-templates2.js";import{t as se}from"./cli-repository2.js";import{createHash as ce,randomBytes as le}from"node:crypto";import{dirname as g,join as _,posix as v}from"node:path";import{mkdir as ue,readFile as de,rename as fe,rm as pe,rmdir as y,stat as b,unlink as me,writeFile as he}from"node:fs/promises";async function ge(e,{changes:t}){let n=await _e(e,t),r=[];try{for(let{change:t,temporary:i}of n){let n=_(e,t.path);i===null?(await me(n),await C(e,g(t.path))):await fe(i,n),r.push(t.path)}}catch(e){await x(n);let t=r.length===0?`Nothing was written`:`Already written: ${r.join(`, `)}`;throw new l(`${w(e)}. ${t}; run the same command again once that is mended.`)}}async function _e(e,t){let n=[],r=[];try{for(let i of t)await ve(e,i),n.push({change:i,temporary:await ye(e,i,r)});return n}catch(e){await x(n);for(let e of r.reverse())await y(e).catch(()=>{});throw e instanceof l?e:new l(`${w(e)}. Nothing was written.`)}}async function x(e){for(let{temporary:t}of e)t!==null&&await pe(t,{force:!0})}async function ve(e,{path:t,before:n}){let r=_(e,t);if(await de(r,`utf8`).catch(()=>null)!==n)throw new l(`\`${t}\` changed while it was read. Nothing was written; run the command again.`);if(n!==null&&!((await b(r)).mode&146))throw new l(`\`${t}\` is read-only. Nothing was written; allow writing and run the command again.`)}async function ye(e,{path:t,after:n,before:r},i){if(n===null)return null;let a=_(e,t),o=await ue(g(a),{recursive:!0});if(o!==void 0)for(let e of S(o,g(a)))i.push(e);let s=_(g(a),`.ai-worklog-${le(6).toString(`hex`)}.tmp`),c=r===null?438:(await b(a)).mode;try{await he(s,n,{flag:`wx`,mode:c})}catch(e){throw await pe(s,{force:!0}),e}return s}function S(e,t){return t===e||g(t)===t?[t]:[...S(e,g(t)),t]}async function C(e,t){if(t!==`.`){try{await y(_(e,t))}catch{return}await C(e,g(t))}}function w(e){if(!(e instanceof Error))return String(e);let t=`code`in e?e.code:null,n=`path`in e&&typeof e.path==`string`?` \`${e.path}\``:``;return t===`EACCES`||t===`EPERM`?`Cannot write${n}: permission denied`:t===`EROFS`?`Cannot write${n}: the file system is read-only`:t===`ENOSPC`?`Cannot write${n}: no space is left`:`Cannot write${n}: ${e.message}`}const T=[`AGENTS.md`,`CLAUDE.md`,`.claude/CLAUDE.md`,`.github/copilot-instructions.md`,`GEMINI.md`,`.junie/guidelines.md`,`.cursorrules`,`.windsurfrules`,`.clinerules`,`.roorules`],E=[{folder:`.cursor/rules`,path:`.cursor/rules/ai-worklog.mdc`,head:`---
description: How to document AI use when opening or updating a pull request
globs:
alwaysApply: true
---

`},{folder:`.windsurf/rules`,path:`.windsurf/rules/ai-worklog.md`,head:`---
trigger: always_on
---

`},{folder:`.clinerules`,path:`.clinerules/ai-worklog.md`,head:``},{folder:`.roo/rules`,path:`.roo/rules/ai-worklog.md`,head:``}],D=`AGENTS.md`;function O(e,t){let n=RegExp(`<!-- ai-worklog:begin ${t} ([0-9a-f]{8}) -->\\r?\\n`).exec(e);if(n===null)return null;let r=n.index+n[0].length,i=e.indexOf(A(t),r);return i<0?null:{start:n.index,end:i+A(t).length,isEdited:j(e.slice(r,i))!==n[1]}}function k(e,t){return`<!-- ai-worklog:begin ${e} ${j(t)} -->\n${t}${A(e)}`}function be(e,t,n){let r=oe(e),i=ae(t,r);return n===null?Se(e)?`${e}${r}${i}${r}`:`${e}${r}${r}${i}`:e.slice(0,n.start)+i+e.slice(n.end)}function xe(e,t){let n=e.slice(0,t.start),r=e.slice(t.end);return r===``?n.replace(/\r?\n\r?\n$/,``):n.replace(/\r?\n$/,``)+r.replace(/^\r?\n/,``)}function Se(e){return e===``||e===`﻿`||e.endsWith(`
`)}function A(e){return`<!-- ai-worklog:end ${e} -->`}function j(e){return ce(`sha256`).update(m(e)).digest(`hex`).slice(0,8)}const Ce=new Map(Object.entries({"init/agents.md":`## Document AI use in pull requests

When you open or update a pull request, its description says how AI was used. Before \`gh pr create\`:

1. Write the description to a file outside the repository, such as \`/tmp/BODY.md\`.
2. Where Node.js is available, run \`npx ai-worklog draft --update /tmp/BODY.md\`: it adds the section below from this session's transcript. Otherwise write the section yourself.
3. Read what it says. Put in causes, reasons and resolutions that are missing, and take out what is wrong.
4. Run \`gh pr create --title "…" -F /tmp/BODY.md\`, or \`gh pr edit -F /tmp/BODY.md\`.

The section looks like this:

\`\`\`markdown
## AI worklog

### Tools

- Claude Code 2.1.40 (claude-opus-4-6): implementation and tests

### Prompts

1. > Add retries with exponential backoff to \`src/http/client.ts\`.
2. > Use full jitter, and make the random source injectable.

### Failed attempts

- **Error:** \`TypeError: client.retry is not a function\`
  **Cause:** it assumed the API of another library
  **Resolution:** read \`docs/http.md\` first

### Manual corrections

- **What:** removed the \`p-retry\` dependency
  **Why:** no dependency for thirty lines
  **File:** \`package.json\`

### Human review

- [ ] I have read and understood every changed line
\`\`\`

- Tools: name, version and model of every AI tool that took part, and what for.
- Prompts: what the human asked, in order and word for word. Leave out secrets and personal data.
- Failed attempts: what went wrong on the way (failing commands and tests, wrong assumptions, rejected proposals): error, cause, resolution.
- Manual corrections: what a human changed in your output, and why.
- Never invent. Leave out what you do not know; write \`None\` under a heading only when it is true.
- Human review is for the human: do not tick its boxes.
`,"init/policy.yml":`# yaml-language-server: $schema=https://raw.githubusercontent.com/ai-worklog/ai-worklog/v1/schema/policy.v1.schema.json
#
# What pull requests say about AI use. Every key is optional and explained in
# https://github.com/ai-worklog/ai-worklog/blob/v1/docs/policy.md

# observe: only record. warn: also annotate. enforce: also fail on findings of severity \`error\`.
# Begin with \`warn\`, look at a few weeks of results, then enforce.
mode: warn

require:
  # true: every pull request says whether AI was used, even if it only says “None”.
  statement: false

  # Where AI was used, each of these is answered. “None” is an answer.
  sections: [tools, prompts, failures, corrections, review]

# Whom and what nothing is asked of. Bots that update dependencies are exempt by default.
# exempt:
#   override: ai-worklog-override # a maintainer's label
#   size: { lines: 5, files: 1 }

# What the record keeps of the prompts: full, length or omit.
# privacy:
#   prompts: full

# off, notice, warning or error.
# rules:
#   failure-detail: error
#   correction-reason: error
`,"workflows/warn.yml":`name: AI worklog
on:
  pull_request:
    types: [opened, edited, reopened, synchronize]
permissions: {}
jobs:
  ai-worklog:
    name: AI worklog
    runs-on: ubuntu-latest
    permissions:
      contents: read # the policy
      pull-requests: read # the live description, the commits and the files
    steps:
      - uses: ai-worklog/ai-worklog@v1
`})),M=e=>Ce.get(e);function N({name:e,content:t},n=``){return`${n}${k(e,t)}\n`}function P(e,t,n){let{part:r,path:i,name:a,content:o}=e,s=O(t,a);return s?.isEdited&&!n?u(r,i,`left`,I):f(r,i,t,be(t,k(a,o),s))}function F({part:e,path:t,name:n},r,i,a=``){let o=O(r,n);if(o===null)return{changes:[],notes:[]};if(o.isEdited&&!i)return u(e,t,`left`,I);let s=m(r.slice(0,o.start))===a&&m(r.slice(o.end))===`
`;return f(e,t,r,s?null:xe(r,o))}const I="somebody edited our block, so it is left alone (`--force` overwrites or removes it)",we={part:`agents`,async install(e,{force:t}){let n=await Te(e),r=await Oe(e),i=[...Ee(n,t)];for(let n of r)i.push(await ke(e,n,t));if(i.length>0)return p(i);let a=await e.read(D);return a.kind===`unusable`?u(`agents`,D,`left`,a.reason):f(`agents`,D,null,N(L(D)))},async uninstall(e,{force:t}){let n=/* @__PURE__ */ new Set,r=[],i=[...T.map(e=>({path:e,head:``})),...E];for(let{path:a,head:o}of i){let i=await e.read(a);i.kind!==`text`||n.has(i.path)||(n.add(i.path),r.push(F(L(i.path),i.text,t,o)))}return p(r)}};async function Te(e){let t=[];for(let n of T){if((await e.list(v.dirname(n))).includes(`${v.basename(n)}/`))continue;let r=await e.read(n);r.kind===`missing`||r.kind===`unusable`&&!r.isThere||t.push({path:n,state:r})}return t}function Ee(e,t){let n=new Set(e.flatMap(({state:e})=>e.kind===`text`?e.path:[])),r=/* @__PURE__ */ new Map;return e.map(({path:e,state:i})=>{if(i.kind===`unusable`)return u(`agents`,e,`left`,i.reason);let a=r.get(i.path);if(a!==void 0)return u(`agents`,e,`kept`,`is the same file as ${a}`);r.set(i.path,e);let o=De(i.path,i.text,n);return o!==null&&O(i.text,`agents`)===null?u(`agents`,e,`kept`,`imports ${o}, which has the block`):P(L(i.path),i.text,t)})}function De(e,t,n){for(let[,r=``]of t.matchAll(/(?:^|\s)@(?:\.\/)?([\w./-]+\.md)\b/g)){let t=v.normalize(v.join(v.dirname(e),r));if(t!==e&&n.has(t))return t}return null}async function Oe(e){let t=[];for(let{folder:n,path:r,head:i}of E)(await e.list(v.dirname(n))).includes(`${v.basename(n)}/`)&&t.push({path:r,head:i});return t}async function ke(e,{path:t,head:n},r){let i=await e.read(t);return i.kind===`unusable`?u(`agents`,t,`left`,i.reason):i.kind===`text`?P(L(i.path),i.text,r):f(`agents`,t,null,N(L(t),n))}function L(e){return{part:`agents`,path:e,name:`agents`,content:M(`init/agents.md`)}}function R(e){return`in=$(cat); case $in in *gh*' pr '*) printf %s "$in" | ${`npx --no-install --offline ai-worklog hook ${e} 2>/dev/null`} || :;; esac; exit 0`}function Ae(e){return`in=$(cat); case $in in *gh*' pr '*) printf %s "$in" | ${`npx --no-install --offline ai-worklog hook ${e} || [ $? -ne 2 ] || exit 2`};; esac; exit 0`}function je(e){return`$in = [Console]::In.ReadToEnd(); if ($in -match 'gh.* pr ') { $in | npx --no-install --offline ai-worklog hook ${e} 2>$null }; exit 0`}const z=(e,t={})=>({type:`command`,command:R(e),timeout:20,...t}),B=[{id:`claude-code`,name:`Claude Code`,path:`.claude/settings.json`,list:[`hooks`,`PreToolUse`],base:{},entry:{matcher:`Bash`,hooks:[z(`claude-code`)]},traces:[`.claude/`,`CLAUDE.md`]},{id:`codex-cli`,name:`Codex CLI`,path:`.codex/hooks.json`,list:[`hooks`,`PreToolUse`],base:{},entry:{matcher:`Bash`,hooks:[z(`codex-cli`)]},traces:[`.codex/`]},{id:`gemini-cli`,name:`Gemini CLI`,path:`.gemini/settings.json`,list:[`hooks`,`BeforeTool`],base:{},entry:{matcher:`run_shell_command`,hooks:[z(`gemini-cli`,{timeout:2e4,name:`ai-worklog`})]},traces:[`.gemini/`,`GEMINI.md`]},{id:`copilot-cli`,name:`GitHub Copilot`,path:`.github/hooks/ai-worklog.json`,list:[`hooks`,`preToolUse`],base:{version:1},entry:{type:`command`,bash:R(`copilot-cli`),powershell:je(`copilot-cli`),timeoutSec:20},traces:[`.github/hooks/`,`.github/copilot-instructions.md`]},{id:`cursor`,name:`Cursor`,path:`.cursor/hooks.json`,list:[`hooks`,`beforeShellExecution`],base:{version:1},entry:{command:R(`cursor`),timeout:20},traces:[`.cursor/`,`.cursorrules`]},{id:`windsurf`,name:`Windsurf`,path:`.windsurf/hooks.json`,list:[`hooks`,`pre_run_command`],base:{},entry:{command:Ae(`windsurf`),show_output:!1},traces:[`.windsurf/`,`.windsurfrules`]}];async function Me(e){let t=[];for(let n of B)for(let r of n.traces)(r.endsWith(`/`)?(await e.list(r)).length>0:(await e.read(r)).kind===`text`)&&!t.includes(n)&&t.push(n);return t.length>0?t:B.slice(0,1)}const Ne={part:`hooks`,async install(e,{hookAgents:t}){let n=t===null?await Me(e):B.filter(({id:e})=>t.includes(e));return p(await Promise.all(n.map(t=>Fe(e,t))))},async uninstall(e){return p(await Promise.all(B.map(t=>Ie(e,t))))}};async function Pe(e){let{hasEntry:t}=await import(`./cli-json-entry.js`);for(let n of B){let r=await e.read(n.path);if(r.kind===`text`&&t(r.text,n))return!0}return!1}async function Fe(e,t){let{createSettings:n,putEntry:r}=await import(`./cli-json-entry.js`),i=await e.read(t.path);if(i.kind===`unusable`)return u(`hooks`,t.path,`left`,i.reason);if(i.kind===`missing`)return f(`hooks`,t.path,null,n(t));let a=r(i.text,t);return a===null?u(`hooks`,t.path,`left`,V):f(`hooks`,i.path,i.text,a)}async function Ie(e,t){let{createSettings:n,dropEntry:r,hasEntry:i}=await import(`./cli-json-entry.js`),a=await e.read(t.path);if(a.kind!==`text`||!i(a.text,t))return{changes:[],notes:[]};let o=r(a.text,t);if(o===null)return u(`hooks`,t.path,`left`,V);let s=a.text.replaceAll(`\r
`,`
`)===n(t);return f(`hooks`,a.path,a.text,s?null:o)}const V=`is not the JSON of settings with hooks, so add the hook by hand (see docs/init.md)`;function H(e){return M(`init/policy.yml`).replace(/^mode: warn$/m,`mode: ${e}`)}async function U(e,t,n,r){let i=await e.read(n);return i.kind===`unusable`?u(t,n,`left`,i.reason):i.kind===`missing`?f(t,n,null,r):u(t,n,`kept`,`is there already`)}async function W(e,t,n,r,i){let a=await e.read(n);return a.kind===`text`?!i&&!r.includes(m(a.text))?u(t,n,`left`,"somebody edited it, so it is left alone (`--force` removes it)"):f(t,n,a.text,null):{changes:[],notes:[]}}const G=`.github/ai-worklog.yml`,Le=[`observe`,`warn`,`enforce`],Re={part:`policy`,install:(e,{mode:t})=>U(e,`policy`,G,H(t)),uninstall:(e,{force:t})=>W(e,`policy`,G,Le.map(H),t)},K=`.github/pull_request_template.md`,ze={part:`template`,async install(e,{force:t}){let n=await h(e);return n.length===0?q(e,K,t):p(await Promise.all(n.map(n=>q(e,n,t))))},async uninstall(e,{force:t}){let n=await h(e);return p(await Promise.all(n.map(async n=>{let r=await e.read(n);return r.kind===`text`?F(J(r.path),r.text,t):{changes:[],notes:[]}})))}};async function q(e,t,n){let r=await e.read(t);return r.kind===`unusable`?u(`template`,t,`left`,r.reason):r.kind===`missing`?f(`template`,t,null,N(J(t))):O(r.text,`template`)===null&&Be(r.text)?u(`template`,r.path,`kept`,`already asks about AI, so no second question is added`):P(J(r.path),r.text,n)}function J(e){return{part:`template`,path:e,name:`template`,content:a()}}function Be(e){return re(s({body:``,templates:[{path:K,text:e,problem:null}]})).template.state!==`none`}const Y=`.github/workflows`,X=`${Y}/ai-worklog.yml`,Ve=()=>M(`workflows/warn.yml`),He={part:`workflow`,async install(e){let t=await Ue(e);return t===null?U(e,`workflow`,X,Ve()):u(`workflow`,t,`kept`,t===X?`is there already`:`already runs the check, so no second workflow is added`)},uninstall:(e,{force:t})=>W(e,`workflow`,X,[Ve()],t)};async function Ue(e){let{parse:t}=await import(`./cli-browser2.js`);for(let n of await e.list(Y)){if(!/\.ya?ml$/.test(n))continue;let i=await e.read(`${Y}/${n}`);if(i.kind===`text`)try{let e=t(i.text,{maxAliasCount:100});if(r(e)&&We(e))return`${Y}/${n}`}catch{}}return null}function We(e){let n=t(e,`jobs`);return Object.values(n??{}).filter(r).some(e=>Ge(e)||o(e,`steps`).some(Ge))}function Ge(e){return/^ai-worklog\/ai-worklog(?:\/\.github\/workflows\/[^@]+)?@/i.test(n(e,`uses`)??``)}const Ke=[He,Re,ze,we,Ne];async function Z(e,t){let n=[];for(let r of Ke)t.parts.includes(r.part)&&n.push(await(t.isUninstall?r.uninstall:r.install)(e,t));return p(n)}async function qe(t,n){let{formatDiff:r}=await import(`./cli-format-diff.js`),i=e(te(r(t)));return ne(n)?i.split(`
`).map($e).join(`
`):i}function Je({changes:e,notes:t},n){let r=e.map(e=>`${Qe(e)} ${e.path}\n`).join(``),i=n?`There is nothing of ours to remove.
`:`Everything is set up already.
`,a=t.some(({kind:e})=>e===`left`),o=e.length===0||n?``:"\nNext: look at them (`git status`), then commit and push them.\nOn a branch, `ai-worklog draft --update BODY.md` writes the section for you.\n";return $((r||(a?``:i))+Q(t)+o)}function Ye({changes:e,notes:t}){return e.length===0?$(`${Xe(t)}Everything is set up.\n`):$(`${e.map(({path:e,before:t})=>`${t===null?`missing`:`out of date`}: ${e}\n`).join(``)}${Xe(t)}\nRun \`ai-worklog init\` to mend this.\n`)}function Q(e){return $(e.map(e=>`${e.kind===`left`?`Left`:`Kept`} ${Ze(e)}\n`).join(``))}function Xe(e){return Q(e.filter(({kind:e})=>e===`left`))}function Ze({path:e,text:t}){return e===null?t:`${e}: ${t}`}function Qe({before:e,after:t}){return e===null?`Created`:t===null?`Removed`:`Changed`}function $e(e){return/^(?:\+\+\+|---|diff )/.test(e)?`\u001B[1m${e}\u001B[22m`:e.startsWith(`+`)?`\u001B[32m${e}\u001B[39m`:e.startsWith(`-`)?`\u001B[31m${e}\u001B[39m`:e.startsWith(`@@`)?`\u001B[36m${e}\u001B[39m`:e}function $(t){return e(te(t))}const et=[`observe`,`warn`,`enforce`],tt=d.filter(e=>e!==`hooks`);function nt(e){let t=ee(`init`,e,[`only`,`hooks-for`,`mode`],[`hooks`,`yes`,`dry-run`,`check`,`uninstall`,`force`]);if(t.files.length>0)throw new l(`\`init\` takes no files, got \`${t.files.join(` `)}\`; run it inside the repository`);let n=e=>t.flags.has(e);if(n(`check`)&&(n(`dry-run`)||n(`uninstall`)||n(`yes`)))throw new l("`--check` only looks, so it does not go with `--dry-run`, `--uninstall` and `--yes`");let r=rt(t,`only`,d),i=rt(t,`hooks-for`,B.map(({id:e})=>e)),a=n(`hooks`)||i!==null,o=r??(a?[...tt]:null);return{parts:o!==null&&a&&!o.includes(`hooks`)?[...o,`hooks`]:o,hookAgents:i,mode:c(t,`mode`,et,null),action:n(`check`)?`check`:n(`dry-run`)?`dry-run`:`write`,isUninstall:n(`uninstall`),isAgreed:n(`yes`),force:n(`force`)}}function rt({values:e},t,n){let r=e[t]?.flatMap(e=>e.split(`,`).map(e=>e.trim()));return r===void 0?null:r.map(e=>{let r=n.find(t=>t===e);if(r!==void 0)return r;let i=n.map(e=>`\`${e}\``).join(`, `);throw new l(`\`--${t}\` takes ${i} with commas between, got \`${e}\``)})}async function it(e,t){let n=nt(e),r=n.action===`write`&&!n.isAgreed;if(r&&!ct(t))throw new l("`init` asks before it writes, and this is no terminal: add `--yes` to write, or `--dry-run` to see what it would do");let a=await se(await ie(process.cwd())),o={parts:n.parts??await at(a,n),mode:n.mode??`warn`,force:n.force,hookAgents:n.hookAgents,isUninstall:n.isUninstall};if(n.action===`check`)return ot(await Z(a,o),t);let s=await Z(a,r?await st(n,o,t):o);if(n.action===`dry-run`)return await i(t.stdout,await qe(s.changes,t)),await i(t.stderr,Q(s.notes)),0;if(r&&s.changes.length>0){let{confirmChanges:e}=await import(`./cli-ask.js`);if(!await e(await qe(s.changes,t),s.changes.length,t))return await i(t.stdout,`Nothing was written.
`),0}return await ge(a.root,s),await i(t.stdout,Je(s,n.isUninstall)),0}async function at(e,{isUninstall:t}){return t||await Pe(e)?d:tt}async function ot(e,t){return await i(t.stdout,Ye(e)),e.changes.length===0?0:1}async function st(e,t,n){if(e.isUninstall||e.parts!==null)return t;let{askChoices:r}=await import(`./cli-ask.js`);return{...t,...await r(t,e.mode===null,n)}}function ct({stdin:e,stdout:t}){return`isTTY`in e&&e.isTTY===!0&&t.isTTY===!0}export{it as setUp};