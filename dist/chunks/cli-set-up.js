import{At as e,Bt as t,Et as n,Ht as r,L as i,Lt as a,Pt as o,S as s,Vt as c,h as ee,jt as te,kt as l,m as ne,o as re,q as ie}from"./cli-run.js";import{n as ae,t as oe}from"./cli-stage-file.js";import{t as se}from"./cli-find-root2.js";import{i as u,n as d,r as f,t as p}from"./cli-plan.js";import{n as m,r as ce,t as le}from"./cli-text-style.js";import{t as h}from"./cli-find-templates2.js";import{t as ue}from"./cli-repository2.js";import{createHash as de}from"node:crypto";import{dirname as g,join as _,posix as v}from"node:path";import{mkdir as fe,readFile as pe,rename as me,rm as he,rmdir as y,stat as ge,unlink as _e}from"node:fs/promises";async function ve(e,{changes:t}){let n=await ye(e,t),r=[];for(let{change:t,temporary:i}of n){let a=_(e,t.path);try{i===null?(await _e(a),await S(e,g(t.path))):await me(i,a)}catch(e){await b(n);let i=r.length===0?`Nothing was written`:`Already written: ${r.join(`, `)}`;throw new l(`${C(t,e)}. ${i}; run the same command again once that is mended.`,{cause:e})}r.push(t.path)}}async function ye(e,t){let n=[],r=[];for(let i of t)try{await be(e,i),n.push({change:i,temporary:await xe(e,i,r)})}catch(e){await b(n);for(let e of r.reverse())await y(e).catch(()=>{});throw e instanceof l?e:new l(`${C(i,e)}. Nothing was written.`,{cause:e})}return n}async function b(e){for(let{temporary:t}of e)t!==null&&await he(t,{force:!0})}async function be(e,{path:t,before:n}){let r=_(e,t);if(await pe(r,`utf8`).catch(()=>null)!==n)throw new l(`\`${t}\` changed while it was read. Nothing was written; run the command again.`);if(n!==null&&!((await ge(r)).mode&146))throw new l(`\`${t}\` is read-only. Nothing was written; allow writing and run the command again.`)}async function xe(e,{path:t,after:n},r){if(n===null)return null;let i=_(e,t),a=await fe(g(i),{recursive:!0});if(a!==void 0)for(let e of x(a,g(i)))r.push(e);return oe(i,n)}function x(e,t){return t===e||g(t)===t?[t]:[...x(e,g(t)),t]}async function S(e,t){if(t!==`.`){try{await y(_(e,t))}catch{return}await S(e,g(t))}}function C({path:e},t){return`Cannot write \`${e}\`: ${ae(t)}`}const w=[`AGENTS.md`,`CLAUDE.md`,`.claude/CLAUDE.md`,`.github/copilot-instructions.md`,`GEMINI.md`,`.junie/guidelines.md`,`.cursorrules`,`.windsurfrules`,`.clinerules`,`.roorules`],T=[{folder:`.cursor/rules`,path:`.cursor/rules/ai-worklog.mdc`,head:`---
description: How to document AI use when opening or updating a pull request
globs:
alwaysApply: true
---

`},{folder:`.windsurf/rules`,path:`.windsurf/rules/ai-worklog.md`,head:`---
trigger: always_on
---

`},{folder:`.clinerules`,path:`.clinerules/ai-worklog.md`,head:``},{folder:`.roo/rules`,path:`.roo/rules/ai-worklog.md`,head:``}],E=`AGENTS.md`;function D(e,t){let n=e.search(j(t)),r=n<0?-1:e.indexOf(M(t),n);if(r<0)return null;let i=[...e.slice(0,r).matchAll(j(t))].at(-1);if(i===void 0)return null;let a=N(e.slice(i.index+i[0].length,r))!==i[1];return{start:i.index,end:r+M(t).length,isEdited:a}}function O(e,t,n){let r=n===null?e:e.slice(0,n.start)+e.slice(n.end);return r.search(j(t))>=0||r.includes(M(t))}function k(e,t){return`<!-- ai-worklog:begin ${e} ${N(t)} -->\n${t}${M(e)}`}function Se(e,t,n){let r=le(e),i=ce(t,r);return n===null?we(e)?`${e}${r}${i}${r}`:`${e}${r}${r}${i}`:e.slice(0,n.start)+i+e.slice(n.end)}function Ce(e,t){let n=e.slice(0,t.start),r=e.slice(t.end),i=/-->(\r?\n)/.exec(e.slice(t.start))?.[1]??`
`;return r===``?A(n,i+i):A(n,i)+(r.startsWith(i)?r.slice(i.length):r)}function A(e,t){return e.endsWith(t)?e.slice(0,-t.length):e}function we(e){return e===``||e===`﻿`||e.endsWith(`
`)}function j(e){return RegExp(`<!-- ai-worklog:begin ${e} ([0-9a-f]{8}) -->\\r?\\n`,`g`)}function M(e){return`<!-- ai-worklog:end ${e} -->`}function N(e){return de(`sha256`).update(m(e)).digest(`hex`).slice(0,8)}const Te=new Map(Object.entries({"init/agents.md":`## Document AI use in pull requests

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
`})),P=e=>Te.get(e);function Ee(e,t){let n=i(m(e));return n.state!==`read`||n.tree.children.some(e=>e.type===`html`&&e.value.startsWith(`<!-- ai-worklog:begin ${t} `))}function F({name:e,content:t},n=``){return`${n}${k(e,t)}\n`}function I(e,t,n){let{part:r,path:i,name:a,content:o}=e,s=D(t,a);if(O(t,a,s))return u(r,i,`left`,z);if(s?.isEdited&&!n)return u(r,i,`left`,R);let c=Se(t,k(a,o),s);return s===null&&!Ee(c,a)?u(r,i,`left`,De):f(r,i,t,c)}function L({part:e,path:t,name:n},r,i,a=``){let o=D(r,n);if(O(r,n,o))return u(e,t,`left`,z);if(o===null)return{changes:[],notes:[]};if(o.isEdited&&!i)return u(e,t,`left`,R);let s=m(r.slice(0,o.start))===a&&m(r.slice(o.end))===`
`;return f(e,t,r,s?null:Ce(r,o))}const R="somebody edited our block, so it is left alone (`--force` overwrites or removes it)",z="has one of our two marks without the other, or our block twice: remove what is left over, then run `ai-worklog init` again",De="leaves a code fence, a comment or an HTML element open, which would hide our block: close it, then run `ai-worklog init` again",Oe={part:`agents`,async install(e,{force:t}){let n=await ke(e),r=await Ne(e),i=[...Ae(n,t)];for(let n of r)i.push(await Pe(e,n,t));if(i.length>0)return p(i);let a=await e.read(E);return a.kind===`unusable`?u(`agents`,E,`left`,a.reason):f(`agents`,E,null,F(B(E)))},async uninstall(e,{force:t}){let n=/* @__PURE__ */ new Set,r=[],i=[...w.map(e=>({path:e,head:``})),...T];for(let{path:a,head:o}of i){let i=await e.read(a);i.kind!==`text`||n.has(i.path)||(n.add(i.path),r.push(L(B(i.path),i.text,t,o)))}return p(r)}};async function ke(e){let t=[];for(let n of w){if((await e.list(v.dirname(n))).includes(`${v.basename(n)}/`))continue;let r=await e.read(n);r.kind===`missing`||r.kind===`unusable`&&!r.isThere||t.push({path:n,state:r})}return t}function Ae(e,t){let n=new Map(e.flatMap(({state:e})=>e.kind===`text`?[[e.path,e.text]]:[])),r=/* @__PURE__ */ new Map;return e.map(({path:e,state:i})=>{if(i.kind===`unusable`)return u(`agents`,e,`left`,i.reason);let a=r.get(i.path);if(a!==void 0)return u(`agents`,e,`kept`,`is the same file as ${a}`);r.set(i.path,e);let o=D(i.text,`agents`)===null?je(i.path,n):i.path;return o===i.path?I(B(i.path),i.text,t):u(`agents`,e,`kept`,`imports ${o}, which has the block`)})}function je(e,t){let n=[];for(let r=e;;){n.push(r);let e=t.get(r)??``,i=D(e,`agents`)===null?Me(r,e,t):null;if(i===null)return r;let a=n.includes(i)?n.slice(n.indexOf(i)):[];if(a.length>0)return[...t.keys()].find(e=>a.includes(e))??r;r=i}}function Me(e,t,n){for(let[,r=``]of t.matchAll(/(?:^|\s)@(?:\.\/)?([\w./-]+\.md)\b/g)){let t=v.normalize(v.join(v.dirname(e),r));if(t!==e&&n.has(t))return t}return null}async function Ne(e){let t=[];for(let{folder:n,path:r,head:i}of T)(await e.list(v.dirname(n))).includes(`${v.basename(n)}/`)&&t.push({path:r,head:i});return t}async function Pe(e,{path:t,head:n},r){let i=await e.read(t);return i.kind===`unusable`?u(`agents`,t,`left`,i.reason):i.kind===`text`?I(B(i.path),i.text,r):f(`agents`,t,null,F(B(t),n))}function B(e){return{part:`agents`,path:e,name:`agents`,content:P(`init/agents.md`)}}function V(e){return`in=$(cat); case $in in *gh*' pr '*) printf %s "$in" | ${`npx --no-install --offline ai-worklog hook ${e} 2>/dev/null`} || :;; esac; exit 0`}function Fe(e){return`in=$(cat); case $in in *gh*' pr '*) printf %s "$in" | ${`npx --no-install --offline ai-worklog hook ${e} || [ $? -ne 2 ] || exit 2`};; esac; exit 0`}function Ie(e){return`$in = [Console]::In.ReadToEnd(); if ($in -match 'gh.* pr ') { $in | npx --no-install --offline ai-worklog hook ${e} 2>$null }; exit 0`}const H=(e,t={})=>({type:`command`,command:V(e),timeout:20,...t}),U=[{id:`claude-code`,name:`Claude Code`,path:`.claude/settings.json`,list:[`hooks`,`PreToolUse`],base:{},entry:{matcher:`Bash`,hooks:[H(`claude-code`)]},traces:[`.claude/`,`CLAUDE.md`]},{id:`openai-codex`,name:`Codex CLI`,path:`.codex/hooks.json`,list:[`hooks`,`PreToolUse`],base:{},entry:{matcher:`Bash`,hooks:[H(`openai-codex`)]},traces:[`.codex/`]},{id:`gemini-cli`,name:`Gemini CLI`,path:`.gemini/settings.json`,list:[`hooks`,`BeforeTool`],base:{},entry:{matcher:`run_shell_command`,hooks:[H(`gemini-cli`,{timeout:2e4,name:`ai-worklog`})]},traces:[`.gemini/`,`GEMINI.md`]},{id:`copilot-cli`,name:`GitHub Copilot`,path:`.github/hooks/ai-worklog.json`,list:[`hooks`,`preToolUse`],base:{version:1},entry:{type:`command`,bash:V(`copilot-cli`),powershell:Ie(`copilot-cli`),timeoutSec:20},traces:[`.github/hooks/`,`.github/copilot-instructions.md`]},{id:`cursor`,name:`Cursor`,path:`.cursor/hooks.json`,list:[`hooks`,`beforeShellExecution`],base:{version:1},entry:{command:V(`cursor`),timeout:20},traces:[`.cursor/`,`.cursorrules`]},{id:`windsurf`,name:`Windsurf`,path:`.windsurf/hooks.json`,list:[`hooks`,`pre_run_command`],base:{},entry:{command:Fe(`windsurf`),show_output:!1},traces:[`.windsurf/`,`.windsurfrules`]}];async function Le(e){let t=[];for(let n of U)for(let r of n.traces)(r.endsWith(`/`)?(await e.list(r)).length>0:(await e.read(r)).kind===`text`)&&!t.includes(n)&&t.push(n);return t.length>0?t:U.slice(0,1)}const Re={part:`hooks`,async install(e,{hookAgents:t}){let n=t===null?await Le(e):U.filter(({id:e})=>t.includes(e));return p(await Promise.all(n.map(t=>Be(e,t))))},async uninstall(e){return p(await Promise.all(U.map(t=>Ve(e,t))))}};async function ze(e){let{hasEntry:t}=await import(`./cli-json-entry.js`);for(let n of U){let r=await e.read(n.path);if(r.kind===`text`&&t(r.text,n))return!0}return!1}async function Be(e,t){let{createSettings:n,putEntry:r}=await import(`./cli-json-entry.js`),i=await e.read(t.path);if(i.kind===`unusable`)return u(`hooks`,t.path,`left`,i.reason);if(i.kind===`missing`)return f(`hooks`,t.path,null,n(t));let a=r(i.text,t);return a===null?u(`hooks`,t.path,`left`,W):f(`hooks`,i.path,i.text,a)}async function Ve(e,t){let{createSettings:n,dropEntry:r,hasEntry:i}=await import(`./cli-json-entry.js`),a=await e.read(t.path);if(a.kind!==`text`||!i(a.text,t))return{changes:[],notes:[]};let o=r(a.text,t);if(o===null)return u(`hooks`,t.path,`left`,W);let s=a.text.replaceAll(`\r
`,`
`)===n(t);return f(`hooks`,a.path,a.text,s?null:o)}const W=`is not the JSON of settings with hooks, so add the hook by hand (see docs/init.md)`;function G(e){return P(`init/policy.yml`).replace(/^mode: warn$/m,`mode: ${e}`)}async function K(e,t,n,r){let i=await e.read(n);return i.kind===`unusable`?u(t,n,`left`,i.reason):i.kind===`missing`?f(t,n,null,r):u(t,n,`kept`,`is there already`)}async function q(e,t,n,r,i){let a=await e.read(n);return a.kind===`text`?!i&&!r.includes(m(a.text))?u(t,n,`left`,"somebody edited it, so it is left alone (`--force` removes it)"):f(t,n,a.text,null):{changes:[],notes:[]}}const He=`.github/ai-worklog.yml`,Ue=[`observe`,`warn`,`enforce`],We={part:`policy`,install:(e,{mode:t})=>K(e,`policy`,He,G(t)),uninstall:(e,{force:t})=>q(e,`policy`,He,Ue.map(G),t)},Ge=`.github/pull_request_template.md`,Ke={part:`template`,async install(e,{force:t}){let n=await h(e);return n.length===0?qe(e,Ge,t):p(await Promise.all(n.map(n=>qe(e,n,t))))},async uninstall(e,{force:t}){let n=await h(e);return p(await Promise.all(n.map(async n=>{let r=await e.read(n);return r.kind===`text`?L(J(r.path),r.text,t):{changes:[],notes:[]}})))}};async function qe(e,t,n){let r=await e.read(t);return r.kind===`unusable`?u(`template`,t,`left`,r.reason):r.kind===`missing`?f(`template`,t,null,F(J(t))):D(r.text,`template`)===null&&Je(r.text)?u(`template`,r.path,`kept`,`already asks about AI, so no second question is added`):I(J(r.path),r.text,n)}function J(e){return{part:`template`,path:e,name:`template`,content:o()}}function Je(e){return s(ie({body:``,templates:[{path:Ge,text:e,problem:null}]})).template.state!==`none`}const Y=`.github/workflows`,X=`${Y}/ai-worklog.yml`,Ye=()=>P(`workflows/warn.yml`),Xe={part:`workflow`,async install(e){let t=await Ze(e);return t===null?K(e,`workflow`,X,Ye()):u(`workflow`,t,`kept`,t===X?`is there already`:`already runs the check, so no second workflow is added`)},uninstall:(e,{force:t})=>q(e,`workflow`,X,[Ye()],t)};async function Ze(e){let{parse:t}=await import(`./cli-browser2.js`);for(let n of await e.list(Y)){if(!/\.ya?ml$/.test(n))continue;let r=await e.read(`${Y}/${n}`);if(r.kind===`text`)try{let e=t(r.text,{maxAliasCount:100});if(a(e)&&Qe(e))return`${Y}/${n}`}catch{}}return null}function Qe(e){let n=t(e,`jobs`);return Object.values(n??{}).filter(a).some(e=>$e(e)||c(e,`steps`).some($e))}function $e(e){return/^ai-worklog\/ai-worklog(?:\/\.github\/workflows\/[^@]+)?@/i.test(r(e,`uses`)??``)}const et=[Xe,We,Ke,Oe,Re];async function tt(e,t){let n=[];for(let r of et)t.parts.includes(r.part)&&n.push(await(t.isUninstall?r.uninstall:r.install)(e,t));return p(n)}async function nt(e,t){let{formatDiff:n}=await import(`./cli-format-diff.js`),r=n(e),i=r.split(`
`).map(rt),a=i.join(`
`)===r;return{text:(re(t)?i.map(lt):i).join(`
`),isExact:a}}function rt(e){return e.endsWith(`\r`)?`${Q(e.slice(0,-1))}\r`:Q(e)}function it({changes:e,notes:t},n){let r=e.map(e=>`${ct(e)} ${e.path}\n`).join(``),i=n?`There is nothing of ours to remove.
`:`Everything is set up already.
`,a=t.some(({kind:e})=>e===`left`),o=e.length===0||n?``:"\nNext: look at them (`git status`), then commit and push them.\nOn a branch, `ai-worklog draft --update BODY.md` writes the section for you.\n";return Q((r||(a?``:i))+Z(t)+o)}function at({changes:e,notes:t}){let n=ot(t);return e.length===0?`${n}Everything ${n===``?`is`:`else is`} set up.\n`:Q(`${e.map(({path:e,before:t})=>`${t===null?`missing`:`out of date`}: ${e}\n`).join(``)}${n}\nRun \`ai-worklog init\` to mend this.\n`)}function Z(e){return Q(e.map(e=>`${e.kind===`left`?`Left`:`Kept`} ${st(e)}\n`).join(``))}function ot(e){return Z(e.filter(({kind:e})=>e===`left`))}function st({path:e,text:t}){return e===null?t:`${e}: ${t}`}function ct({before:e,after:t}){return e===null?`Created`:t===null?`Removed`:`Changed`}function lt(e){return/^(?:\+\+\+|---|diff )/.test(e)?`\u001B[1m${e}\u001B[22m`:e.startsWith(`+`)?`\u001B[32m${e}\u001B[39m`:e.startsWith(`-`)?`\u001B[31m${e}\u001B[39m`:e.startsWith(`@@`)?`\u001B[36m${e}\u001B[39m`:e}function Q(t){return e(te(t))}const ut=[`observe`,`warn`,`enforce`],dt=d.filter(e=>e!==`hooks`);function ft(e){let t=ne(`init`,e,[`only`,`hooks-for`,`mode`],[`hooks`,`yes`,`dry-run`,`check`,`uninstall`,`force`]);if(t.files.length>0)throw new l(`\`init\` takes no files, got \`${t.files.join(` `)}\`; run it inside the repository`);let n=e=>t.flags.has(e);if(n(`check`)&&(n(`dry-run`)||n(`uninstall`)||n(`yes`)))throw new l("`--check` only looks, so it does not go with `--dry-run`, `--uninstall` and `--yes`");if(n(`dry-run`)&&n(`yes`))throw new l("`--dry-run` writes nothing, so it does not go with `--yes`");let r=[`mode`,`hooks-for`].filter(e=>t.values[e]!==void 0);if(n(`uninstall`)&&r.length>0)throw new l(`\`--${r[0]}\` says what to add, so it does not go with \`--uninstall\`; \`--only\` says what to remove`);let i=$(t,`only`,d),a=$(t,`hooks-for`,U.map(({id:e})=>e)),o=n(`hooks`)||a!==null,s=i??(o?[...dt]:null);return{parts:s!==null&&o&&!s.includes(`hooks`)?[...s,`hooks`]:s,hookAgents:a,mode:ee(t,`mode`,ut,null),action:n(`check`)?`check`:n(`dry-run`)?`dry-run`:`write`,isUninstall:n(`uninstall`),isAgreed:n(`yes`),force:n(`force`)}}function $({values:e},t,n){let r=e[t]?.flatMap(e=>e.split(`,`).map(e=>e.trim()));return r===void 0?null:r.map(e=>{let r=n.find(t=>t===e);if(r!==void 0)return r;let i=n.map(e=>`\`${e}\``).join(`, `);throw new l(`\`--${t}\` takes ${i} with commas between, got \`${e}\``)})}async function pt(e,t){let r=ft(e),i=r.action===`write`&&!r.isAgreed;if(i&&!_t(t))throw new l("`init` asks before it writes, and this is no terminal: add `--yes` to write, or `--dry-run` to see what it would do");let a=await ue(await se(process.cwd())),o={parts:r.parts??await mt(a,r),mode:r.mode??`warn`,force:r.force,hookAgents:r.hookAgents,isUninstall:r.isUninstall};if(r.action===`check`)return ht(await tt(a,o),t);let s=await tt(a,i?await gt(r,o,t):o);if(r.action===`dry-run`){let{text:e,isExact:r}=await nt(s.changes,t);return await n(t.stdout,e),await n(t.stderr,Z(s.notes)+(r?``:"Note: characters that do not show were left out of this diff, so `git apply` may refuse it; `ai-worklog init --yes` writes them as they are.\n")),0}if(i&&s.changes.length>0){let{confirmChanges:e}=await import(`./cli-ask.js`),{text:r}=await nt(s.changes,t);if(!await e(r,s.changes.length,t))return await n(t.stdout,`Nothing was written.
`),0}return await ve(a.root,s),await n(t.stdout,it(s,r.isUninstall)),0}async function mt(e,{isUninstall:t}){return t||await ze(e)?d:dt}async function ht(e,t){return await n(t.stdout,at(e)),e.changes.length===0?0:1}async function gt(e,t,n){if(e.isUninstall||e.parts!==null)return t;let{askChoices:r}=await import(`./cli-ask.js`);return{...t,...await r(t,e.mode===null,n)}}function _t({stdin:e,stdout:t}){return`isTTY`in e&&e.isTTY===!0&&t.isTTY===!0}export{pt as setUp};