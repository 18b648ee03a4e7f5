import{Ft as e,Gt as t,Kt as n,Nt as r,Pt as i,Rt as a,Vt as o,Wt as s,X as c,_ as l,g as ee,kt as u,o as te,s as d,w as ne,z as re}from"./cli-run.js";import{n as ie,t as ae}from"./cli-stage-file.js";import{n as oe,t as se}from"./cli-run-git.js";import{t as ce}from"./cli-find-root2.js";import{a as f,i as p,n as m,r as h,t as g}from"./cli-plan.js";import{n as _,r as le,t as ue}from"./cli-text-style.js";import{t as de}from"./cli-find-templates2.js";import{t as fe}from"./cli-repository2.js";import{t as pe}from"./cli-name-command.js";import{createHash as me}from"node:crypto";import{dirname as v,join as y,posix as b}from"node:path";import{mkdir as he,readFile as ge,rename as _e,rm as ve,rmdir as ye,stat as be,unlink as xe}from"node:fs/promises";async function Se(e,{changes:t}){let n=await Ce(e,t),i=[];for(let{change:t,temporary:a}of n){let o=y(e,t.path);try{a===null?(await xe(o),await C(e,v(t.path))):await _e(a,o)}catch(e){await x(n);let a=i.length===0?`Nothing was written`:`Already written: ${i.join(`, `)}`;throw new r(`${w(t,e)}. ${a}; run the same command again once that is mended.`,{cause:e})}i.push(t.path)}}async function Ce(e,t){let n=[],i=[];for(let a of t)try{await we(e,a),n.push({change:a,temporary:await Te(e,a,i)})}catch(e){await x(n);for(let e of i.reverse())await ye(e).catch(()=>{});throw e instanceof r?e:new r(`${w(a,e)}. Nothing was written.`,{cause:e})}return n}async function x(e){for(let{temporary:t}of e)t!==null&&await ve(t,{force:!0})}async function we(e,{path:t,before:n}){let i=y(e,t);if(await ge(i,`utf8`).catch(()=>null)!==n)throw new r(`\`${t}\` changed while it was read. Nothing was written; run the command again.`);if(n!==null&&!((await be(i)).mode&146))throw new r(`\`${t}\` is read-only. Nothing was written; allow writing and run the command again.`)}async function Te(e,{path:t,after:n,isExecutable:r},i){if(n===null)return null;let a=y(e,t),o=await he(v(a),{recursive:!0});if(o!==void 0)for(let e of S(o,v(a)))i.push(e);return ae(a,n,r?511:438)}function S(e,t){return t===e||v(t)===t?[t]:[...S(e,v(t)),t]}async function C(e,t){if(t!==`.`){try{await ye(y(e,t))}catch{return}await C(e,v(t))}}function w({path:e},t){return`Cannot write \`${e}\`: ${ie(t)}`}async function Ee(e,t){if(t.length===0)return[];let n=[`check-ignore`,`--`,...t],{chunks:r,ended:i}=oe(e,n,AbortSignal.timeout(3e4));try{let e=``;for await(let t of r)e+=t.toString();return await i,e.split(/\r?\n/).filter(e=>e!==``)}catch(e){if(e instanceof se)return[];throw e}}const T=[`AGENTS.md`,`CLAUDE.md`,`.claude/CLAUDE.md`,`.github/copilot-instructions.md`,`GEMINI.md`,`.junie/guidelines.md`,`.cursorrules`,`.windsurfrules`,`.clinerules`,`.roorules`],E=[{folder:`.cursor/rules`,path:`.cursor/rules/ai-worklog.mdc`,head:`---
description: How to document AI use when opening or updating a pull request
globs:
alwaysApply: true
---

`},{folder:`.windsurf/rules`,path:`.windsurf/rules/ai-worklog.md`,head:`---
trigger: always_on
---

`},{folder:`.clinerules`,path:`.clinerules/ai-worklog.md`,head:``},{folder:`.roo/rules`,path:`.roo/rules/ai-worklog.md`,head:``}],D=`AGENTS.md`;function O(e){return me(`sha256`).update(e.replace(/\s+/g,` `).trim()).digest(`hex`).slice(0,8)}function k(e,t){let n=e.search(N(t)),r=n<0?-1:e.indexOf(P(t),n);if(r<0)return null;let i=[...e.slice(0,r).matchAll(N(t))].at(-1);if(i===void 0)return null;let a=O(e.slice(i.index+i[0].length,r))!==i[1];return{start:i.index,end:r+P(t).length,isEdited:a}}function A(e,t,n){let r=n===null?e:e.slice(0,n.start)+e.slice(n.end);return r.search(N(t))>=0||r.includes(P(t))}function j(e,t){return`<!-- ai-worklog:begin ${e} ${O(t)} -->\n\n${t}\n${P(e)}`}function De(e,t,n){let r=ue(e),i=le(t,r);return n===null?ke(e)?`${e}${r}${i}${r}`:`${e}${r}${r}${i}`:e.slice(0,n.start)+i+e.slice(n.end)}function Oe(e,t){let n=e.slice(0,t.start),r=e.slice(t.end),i=/-->(\r?\n)/.exec(e.slice(t.start))?.[1]??`
`;return r===``?M(n,i+i):M(n,i)+(r.startsWith(i)?r.slice(i.length):r)}function M(e,t){return e.endsWith(t)?e.slice(0,-t.length):e}function ke(e){return e===``||e===`﻿`||e.endsWith(`
`)}function N(e){return RegExp(`<!-- ai-worklog:begin ${e} ([0-9a-f]{8}) -->\\r?\\n`,`g`)}function P(e){return`<!-- ai-worklog:end ${e} -->`}const Ae=new Map(Object.entries({"init/agents.md":`## Document AI use in pull requests

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
`,"init/cline-hook.sh":`#!/bin/sh
# Cline runs this before each tool. When a command opens a pull request whose description does not say how AI was used,
# the command does not run and the model is told why (https://github.com/ai-worklog/ai-worklog/blob/main/docs/init.md).
# It takes ai-worklog only from where it is installed, and whatever goes wrong, the command runs.
in=$(cat)
out=
case $in in
*gh*' pr '*) out=$(printf %s "$in" | npx --no-install --offline ai-worklog hook cline 2>/dev/null || :) ;;
esac
[ -n "$out" ] || out='{"cancel":false}'
printf '%s\\n' "$out"
exit 0
`,"init/opencode-plugin.js":`// opencode loads this by itself. When a command opens a pull request whose description does not say how AI was used,
// the command does not run and the model is told why (https://github.com/ai-worklog/ai-worklog/blob/main/docs/init.md).
// It takes ai-worklog only from where it is installed, and whatever goes wrong, the command runs.

import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

export const AiWorklog = async ({ directory }) => ({
  'tool.execute.before': async ({ sessionID }, { args }) => {
    const reason = await askReason(sessionID, directory, args)
    if (reason) throw new Error(reason)
  },
})

/** Why the command must not run; null when it may. */
async function askReason(session, directory, args) {
  try {
    const { command, workdir = '.' } = args
    if (!/gh[\\s\\S]* pr /.test(command)) return null
    const call = { session_id: session, cwd: resolve(directory, workdir), tool_input: { command } }
    return JSON.parse(await run(JSON.stringify(call))).reason
  } catch {
    return null
  }
}

function run(input) {
  return new Promise((done, fail) => {
    const args = ['--no-install', '--offline', 'ai-worklog', 'hook', 'opencode']
    const options = { timeout: 20_000, shell: process.platform === 'win32' }
    const child = execFile('npx', args, options, (error, stdout) => (error ? fail(error) : done(stdout)))
    child.stdin.on('error', fail)
    child.stdin.end(input)
  })
}
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
`})),F=e=>Ae.get(e);function je(e,t){let n=re(_(e));return n.state!==`read`||n.tree.children.some(e=>e.type===`html`&&e.value.startsWith(`<!-- ai-worklog:begin ${t} `))}function I({name:e,content:t},n=``){return`${n}${j(e,t)}\n`}function L(e,t,n){let{part:r,path:i,name:a,content:o}=e,s=k(t,a);if(A(t,a,s))return p(r,i,`blocked`,z);if(s?.isEdited&&!n)return p(r,i,`left`,Me);let c=j(a,o);if(s!==null&&O(t.slice(s.start,s.end))===O(c))return p(r,i,`kept`,f);let l=De(t,c,s);return s===null&&!je(l,a)?p(r,i,`blocked`,Ne):h(r,i,t,l)}function R({part:e,path:t,name:n},r,i,a=!1){let o=k(r,n);if(A(r,n,o))return p(e,t,`blocked`,z);if(o===null)return{changes:[],notes:[]};if(o.isEdited&&!i)return p(e,t,`left`,Me);let s=_(r.slice(0,o.start)),c=(s===``||a&&/^---\n(?:(?!---\n).*\n)*---\n\s*$/.test(s))&&_(r.slice(o.end))===`
`;return h(e,t,r,c?null:Oe(r,o))}const Me="somebody edited our block, so it is left alone (`--force` overwrites or removes it)",z="has one of our two marks without the other, or our block twice: remove what is left over, then run `ai-worklog init` again",Ne="leaves a code fence, a comment or an HTML element open, which would hide our block: close it, then run `ai-worklog init` again",Pe={part:`agents`,async install(e,{force:t}){let n=await Fe(e),r=await ze(e),i=[...Ie(n,t)];for(let n of r)i.push(await Be(e,n,t));if(i.length>0)return g(i);let a=await e.read(D);return a.kind===`unusable`?p(`agents`,D,`blocked`,a.reason):h(`agents`,D,null,I(B(D)))},async uninstall(e,{force:t}){let n=/* @__PURE__ */ new Set,r=[],i=E.map(({path:e})=>e);for(let a of[...T,...i]){let o=await e.read(a);o.kind!==`text`||n.has(o.path)||(n.add(o.path),r.push(R(B(o.path),o.text,t,i.includes(a))))}return g(r)}};async function Fe(e){let t=[];for(let n of T){if((await e.list(b.dirname(n))).includes(`${b.basename(n)}/`))continue;let r=await e.read(n);r.kind===`missing`||r.kind===`unusable`&&!r.isThere||t.push({path:n,state:r})}return t}function Ie(e,t){let n=new Map(e.flatMap(({state:e})=>e.kind===`text`?[[e.path,e.text]]:[])),r=/* @__PURE__ */ new Map;return e.map(({path:e,state:i})=>{if(i.kind===`unusable`)return p(`agents`,e,`blocked`,i.reason);let a=r.get(i.path);if(a!==void 0)return p(`agents`,e,`kept`,`is the same file as ${a}`);r.set(i.path,e);let o=k(i.text,`agents`)===null?Le(i.path,n):i.path;return o===i.path?L(B(i.path),i.text,t):p(`agents`,e,`kept`,`imports ${o}, which has the block`)})}function Le(e,t){let n=[];for(let r=e;;){n.push(r);let e=t.get(r)??``,i=k(e,`agents`)===null?Re(r,e,t):null;if(i===null)return r;let a=n.includes(i)?n.slice(n.indexOf(i)):[];if(a.length>0)return[...t.keys()].find(e=>a.includes(e))??r;r=i}}function Re(e,t,n){if(!/^(?:CLAUDE|GEMINI)\.md$/.test(b.basename(e)))return null;for(let[,r=``]of t.matchAll(/(?:^|\s)@(?:\.\/)?([\w./-]+\.md)\b/g)){let t=b.normalize(b.join(b.dirname(e),r));if(t!==e&&n.has(t))return t}return null}async function ze(e){let t=[];for(let{folder:n,path:r,head:i}of E){if(!(await e.list(b.dirname(n))).includes(`${b.basename(n)}/`))continue;let a=await e.list(n);(a.length!==1||a[0]!==`hooks/`)&&t.push({path:r,head:i})}return t}async function Be(e,{path:t,head:n},r){let i=await e.read(t);return i.kind===`unusable`?p(`agents`,t,`blocked`,i.reason):i.kind===`text`?L(B(i.path),i.text,r):h(`agents`,t,null,I(B(t),n))}function B(e){return{part:`agents`,path:e,name:`agents`,content:F(`init/agents.md`)}}const Ve=/^(?:#|\/\/) ai-worklog:init ([0-9a-f]{8})\b.*\s*(?![\s\S])/m;function V(e,t=`#`){return`${e}\n${t} ai-worklog:init ${O(e)}: with this line, \`ai-worklog init\` may update or remove a file that nobody edited.\n`}function H(e){return/^(?:#|\/\/) ai-worklog:init [0-9a-f]{8}\b/m.test(e)}function U(e){let t=Ve.exec(e);return t!==null&&O(e.slice(0,t.index))===t[1]}function W(e){return`in=$(cat); case $in in *gh*' pr '*) printf %s "$in" | ${`npx --no-install --offline ai-worklog hook ${e} 2>/dev/null`} || :;; esac; exit 0`}function He(e){return`in=$(cat); case $in in *gh*' pr '*) printf %s "$in" | ${`npx --no-install --offline ai-worklog hook ${e} || [ $? -ne 2 ] || exit 2`};; esac; exit 0`}function Ue(e){return`try { $in = [Console]::In.ReadToEnd(); if ($in -match 'gh.* pr ') { $in | ${`npx --no-install --offline ai-worklog hook ${e} 2>$null`} } } catch { }; exit 0`}const We=[{id:`cline`,name:`Cline`,path:`.clinerules/hooks/PreToolUse`,example:`init/cline-hook.sh`,comment:`#`,isExecutable:!0,traces:[`.clinerules/`]},{id:`opencode`,name:`opencode`,path:`.opencode/plugin/ai-worklog.js`,example:`init/opencode-plugin.js`,comment:`//`,isExecutable:!1,traces:[`.opencode/`,`opencode.json`,`opencode.jsonc`]}];function Ge({example:e,comment:t}){return V(F(e),t)}const G=(e,t={})=>({type:`command`,command:W(e),timeout:20,...t}),K=[{id:`claude-code`,name:`Claude Code`,path:`.claude/settings.json`,list:[`hooks`,`PreToolUse`],base:{},entry:{matcher:`Bash`,hooks:[G(`claude-code`)]},traces:[`.claude/`,`CLAUDE.md`]},{id:`openai-codex`,name:`Codex CLI`,path:`.codex/hooks.json`,list:[`hooks`,`PreToolUse`],base:{},entry:{matcher:`Bash`,hooks:[G(`openai-codex`)]},traces:[`.codex/`]},{id:`gemini-cli`,name:`Gemini CLI`,path:`.gemini/settings.json`,list:[`hooks`,`BeforeTool`],base:{},entry:{matcher:`run_shell_command`,hooks:[G(`gemini-cli`,{timeout:2e4,name:`ai-worklog`})]},traces:[`.gemini/`,`GEMINI.md`]},{id:`copilot-cli`,name:`GitHub Copilot`,path:`.github/hooks/ai-worklog.json`,list:[`hooks`,`preToolUse`],base:{version:1},entry:{type:`command`,bash:W(`copilot-cli`),powershell:Ue(`copilot-cli`),timeoutSec:20},traces:[`.github/hooks/`,`.github/copilot-instructions.md`]},{id:`cursor`,name:`Cursor`,path:`.cursor/hooks.json`,list:[`hooks`,`beforeShellExecution`],base:{version:1},entry:{command:W(`cursor`),timeout:20},traces:[`.cursor/`,`.cursorrules`]},{id:`windsurf`,name:`Windsurf`,path:`.windsurf/hooks.json`,list:[`hooks`,`pre_run_command`],base:{},entry:{command:He(`windsurf`),show_output:!1},traces:[`.windsurf/`,`.windsurfrules`]},...We];async function Ke(e){let t=[];for(let n of K)for(let r of n.traces)(r.endsWith(`/`)?(await e.list(r)).length>0:(await e.read(r)).kind===`text`)&&!t.includes(n)&&t.push(n);return t.length>0?t:K.slice(0,1)}async function qe(e,t,n){let r=await e.read(t.path);if(r.kind===`unusable`)return p(`hooks`,t.path,`blocked`,r.reason);let i=Ge(t);if(r.kind===`missing`)return h(`hooks`,t.path,null,i,t.isExecutable);if(!H(r.text))return p(`hooks`,t.path,`left`,Xe);if(!U(r.text)&&!n)return p(`hooks`,t.path,`left`,Ye);let a=_(r.text)===i;return h(`hooks`,r.path,r.text,a?r.text:i,t.isExecutable)}async function Je(e,t,n){let r=await e.read(t.path);return r.kind!==`text`||!H(r.text)?{changes:[],notes:[]}:!U(r.text)&&!n?p(`hooks`,t.path,`left`,Ye):h(`hooks`,r.path,r.text,null,t.isExecutable)}const Ye="somebody edited our hook, so it is left alone (`--force` overwrites or removes it)",Xe="is a hook of your own, so call `ai-worklog hook` from it (see docs/init.md)",Ze={part:`hooks`,async install(e,{hookAgents:t,force:n}){let r=(t===null?await Ke(e):K.filter(({id:e})=>t.includes(e))).map(t=>`list`in t?$e(e,t):qe(e,t,n));return g(await Promise.all(r))},async uninstall(e,{force:t}){let n=K.map(n=>`list`in n?et(e,n):Je(e,n,t));return g(await Promise.all(n))}};async function Qe(e){let{hasEntry:t}=await import(`./cli-json-entry.js`);for(let n of K){let r=await e.read(n.path);if(r.kind===`text`&&(`list`in n?t(r.text,n):H(r.text)))return!0}return!1}async function $e(e,t){let{createSettings:n,putEntry:r}=await import(`./cli-json-entry.js`),i=await e.read(t.path);if(i.kind===`unusable`)return p(`hooks`,t.path,`blocked`,i.reason);if(i.kind===`missing`)return h(`hooks`,t.path,null,n(t));let a=r(i.text,t);return a===null?p(`hooks`,t.path,`blocked`,tt):h(`hooks`,i.path,i.text,a)}async function et(e,t){let{createSettings:n,dropEntry:r,hasEntry:i,putEntry:a}=await import(`./cli-json-entry.js`),o=await e.read(t.path);if(o.kind!==`text`||!i(o.text,t))return{changes:[],notes:[]};let s=r(o.text,t);if(s===null)return p(`hooks`,t.path,`blocked`,tt);let c=_(a(o.text,t)??``)===n(t);return h(`hooks`,o.path,o.text,c?null:s)}const tt=`is not the JSON of settings with hooks, so add the hook by hand (see docs/init.md)`,q=`.github/workflows`;async function nt(e){let{parse:t}=await import(`./cli-browser2.js`);for(let r of await e.list(q)){if(!/\.ya?ml$/.test(r))continue;let i=`${q}/${r}`,a=await e.read(i);if(a.kind===`text`)try{let e=t(a.text,{maxAliasCount:100}),r=o(e)?rt(e).find(it):void 0;if(r!==void 0)return{path:i,policy:n(s(r,`with`),`policy`)||null}}catch{}}return null}function rt(e){return Object.values(s(e,`jobs`)??{}).filter(o).flatMap(e=>[e,...t(e,`steps`)])}function it(e){return/^ai-worklog\/ai-worklog(?:\/\.github\/workflows\/[^@]+)?@/i.test(n(e,`uses`)??``)}const at=/^mode: (\w+)(?=\r?$)/m;function ot(e){return st(V(F(`init/policy.yml`)),e)}function st(e,t){return e.replace(at,`mode: ${t}`)}function ct(e){let t=at.exec(e)?.[1];return d.find(e=>e===t)??null}async function J(e,t){let{part:n,path:r}=t,i=await e.read(r);if(i.kind===`unusable`)return p(n,r,`blocked`,i.reason);if(i.kind===`missing`)return h(n,r,null,t.write(null));if(ut(t,i.text)){let e=t.write(i.text);return O(i.text)===O(e)?p(n,r,`kept`,f):h(n,r,i.text,le(e,ue(i.text)))}let a=await t.refuse?.(i.text)??null;return a===null?p(n,r,`kept`,`is there already`):p(n,r,`blocked`,a)}async function lt(e,t,n){let{part:r,path:i}=t,a=await e.read(i);return a.kind===`text`?!n&&!ut(t,a.text)?p(r,i,`left`,dt):h(r,i,a.text,null):{changes:[],notes:[]}}function ut({settle:e=e=>e},t){return U(e(t))}const dt="is not of `init`, or somebody edited it, so it is left alone (`--force` removes it)",Y=`.github/ai-worklog.yml`,ft={part:`policy`,async install(e,{mode:t}){let n=await nt(e);if(n?.policy&&n.policy!==`.github/ai-worklog.yml`)return p(`policy`,n.path,`kept`,`names a policy, so none is added`);let r=await mt(e);return r===null?J(e,pt(t)):p(`policy`,r,`blocked`,`is not read: rename it to \`${Y}\``)},uninstall:(e,{mode:t,force:n})=>lt(e,pt(t),n)};function pt(e){return{part:`policy`,path:Y,write:t=>ot(e??ct(t??``)??`warn`),settle:e=>st(e,`warn`),refuse:async t=>await gt(t)??ht(ct(t),e)}}async function mt(e){let t=Y.replace(/yml$/,`yaml`);return(await e.read(`.github/ai-worklog.yml`)).kind===`missing`&&(await e.read(t)).kind===`text`?t:null}function ht(e,t){return e===null||t===null||e===t?null:`is not of \`init\`, or somebody edited it, so its mode stays \`${e}\`: change it there`}async function gt(e){let{readPolicy:t}=await import(`./cli-read-policy.js`),[n]=t([{file:Y,text:e}]).problems;return n===void 0?null:`is no valid policy: ${n.line}:${n.column}: ${n.message}`}const _t=`.github/pull_request_template.md`,vt={part:`template`,async install(e,{force:t}){let n=await de(e),r=await yt(e,n.length===0?[_t]:n);return g([...r].map(([e,n])=>bt(e,n,t)))},async uninstall(e,{force:t}){let n=await yt(e,await de(e));return g([...n].map(([e,n])=>n.kind===`text`?R(X(e),n.text,t):{changes:[],notes:[]}))}};async function yt(e,t){let n=/* @__PURE__ */ new Map;for(let r of t){let t=await e.read(r);n.set(t.kind===`text`?t.path:r,t)}return n}function bt(e,t,n){return t.kind===`unusable`?p(`template`,e,`blocked`,t.reason):t.kind===`missing`?h(`template`,e,null,I(X(e))):k(t.text,`template`)===null&&xt(t.text)?p(`template`,e,`kept`,`already asks about AI, so no second question is added`):L(X(e),t.text,n)}function X(e){return{part:`template`,path:e,name:`template`,content:a()}}function xt(e){return ne(c({body:``,templates:[{path:_t,text:e,problem:null}]})).template.state!==`none`}const Z={part:`workflow`,path:`${q}/ai-worklog.yml`,write:()=>V(F(`workflows/warn.yml`))},St=[{part:`workflow`,async install(e){let t=await nt(e);return t===null?J(e,{...Z,refuse:async()=>"does not run `ai-worklog/ai-worklog`, and no other workflow does: add the step to one, or rename this file, then run `ai-worklog init` again"}):t.path===Z.path?J(e,Z):p(`workflow`,t.path,`kept`,`already runs the check, so no second workflow is added`)},uninstall:(e,{force:t})=>lt(e,Z,t)},ft,vt,Pe,Ze];async function Ct(e,t){let n=[];for(let r of St)t.parts.includes(r.part)&&n.push(await(t.isUninstall?r.uninstall:r.install)(e,t));return g(n)}async function wt(e,t){let{formatDiff:n}=await import(`./cli-format-diff.js`),r=n(e),i=r.split(`
`).map(Tt),a=i.join(`
`)===r;return{text:(te(t)?i.map(Nt):i).join(`
`),isExact:a}}function Tt(e){return e.endsWith(`\r`)?`${$(e.slice(0,-1))}\r`:$(e)}const Et=e=>`
Next: look at them (\`git status\`), then commit and push them.
On a branch, \`${e} draft --update BODY.md\` writes the section for you.
`;function Dt({changes:e,notes:t},n,r,i){if(e.length===0)return Ot(t,r);let a=e.map(e=>`${Mt(e)} ${e.path}\n`).join(``),o=n.map(e=>`Note: Git ignores ${e}, so nobody else gets it\n`).join(``);return $(a+Q(t)+o+(r?``:Et(i)))}function Ot(e,t){let n=t?`There is nothing of ours to remove.
`:`Everything is set up already.
`;return(e.some(({kind:e})=>e!==`kept`)?``:n)+Q(e)}function kt({changes:e,notes:t},n){let r=At(t);return e.length===0?`${r}Everything ${r===``?`is`:`else is`} set up.\n`:$(`${e.map(({path:e,before:t})=>`${t===null?`missing`:`out of date`}: ${e}\n`).join(``)}${r}\nRun \`${n} init\` to mend this.\n`)}function Q(e){return $(e.map(e=>`${e.kind===`kept`?`Kept`:`Left`} ${jt(e)}\n`).join(``))}function At(e){return Q(e.filter(({kind:e})=>e!==`kept`))}function jt({path:e,text:t}){return e===null?t:`${e}: ${t}`}function Mt({before:e,after:t}){return e===null?`Created`:t===null?`Removed`:`Changed`}function Nt(e){return/^(?:\+\+\+|---|diff )/.test(e)?`\u001B[1m${e}\u001B[22m`:e.startsWith(`+`)?`\u001B[32m${e}\u001B[39m`:e.startsWith(`-`)?`\u001B[31m${e}\u001B[39m`:e.startsWith(`@@`)?`\u001B[36m${e}\u001B[39m`:e}function $(t){return i(e(t))}const Pt=m.filter(e=>e!==`hooks`);function Ft(e){let t=ee(`init`,e,[`only`,`hooks-for`,`mode`],[`hooks`,`yes`,`dry-run`,`check`,`uninstall`,`force`]);if(t.files.length>0)throw new r(`\`init\` takes no files, got \`${t.files.join(` `)}\`; run it inside the repository`);let n=e=>t.flags.has(e);if(n(`check`)&&(n(`dry-run`)||n(`uninstall`)||n(`yes`)))throw new r("`--check` only looks, so it does not go with `--dry-run`, `--uninstall` and `--yes`");if(n(`dry-run`)&&n(`yes`))throw new r("`--dry-run` writes nothing, so it does not go with `--yes`");let i=[`mode`,`hooks-for`,`hooks`].filter(e=>t.values[e]!==void 0||n(e));if(n(`uninstall`)&&i.length>0)throw new r(`\`--${i[0]}\` says what to add, so it does not go with \`--uninstall\`; \`--only\` says what to remove`);let a=It(t,`only`,m),o=It(t,`hooks-for`,K.map(({id:e})=>e)),s=n(`hooks`)||o!==null,c=a??(s?[...Pt]:null);return{parts:c!==null&&s&&!c.includes(`hooks`)?[...c,`hooks`]:c,hookAgents:o,mode:l(t,`mode`,d,null),action:n(`check`)?`check`:n(`dry-run`)?`dry-run`:`write`,isUninstall:n(`uninstall`),isAgreed:n(`yes`),force:n(`force`)}}function It({values:e},t,n){let i=e[t]?.flatMap(e=>e.split(`,`).map(e=>e.trim()));return i===void 0?null:i.map(e=>{let i=n.find(t=>t===e);if(i!==void 0)return i;let a=n.map(e=>`\`${e}\``).join(`, `);throw new r(`\`--${t}\` takes ${a} with commas between, got \`${e}\``)})}async function Lt(e,t){let n=Ft(e),i=n.action===`write`&&!n.isAgreed;if(i&&!Vt(t))throw new r("`init` asks before it writes, and this is no terminal: add `--yes` to write, or `--dry-run` to see what it would do");let a=await fe(await ce(process.cwd())),o={parts:n.parts??await Rt(a,n),mode:n.mode,force:n.force,hookAgents:n.hookAgents,isUninstall:n.isUninstall};if(n.action===`check`)return zt(await Ct(a,o),t);let s=await Ct(a,i?await Bt(a,n,o,t):o);if(n.action===`dry-run`){let{text:e,isExact:r}=await wt(s.changes,t);await u(t.stdout,e);let i=s.changes.length===0?Ot(s.notes,n.isUninstall):Q(s.notes);return await u(t.stderr,i+(r?``:"Note: characters that do not show were left out of this diff, so `git apply` may refuse it; `ai-worklog init --yes` writes them as they are.\n")),0}if(i&&s.changes.length>0){let{confirmChanges:e}=await import(`./cli-ask.js`),{text:n}=await wt(s.changes,t);if(!await e(n,s.changes.length,t))return await u(t.stdout,`Nothing was written.
`),0}await Se(a.root,s);let c=s.changes.flatMap(({path:e,after:t})=>t===null||n.isUninstall?[]:e),l=await Ee(a.root,c);return await u(t.stdout,Dt(s,l,n.isUninstall,pe(t))),0}async function Rt(e,{isUninstall:t}){return t||await Qe(e)?m:Pt}async function zt(e,t){return await u(t.stdout,kt(e,pe(t))),e.changes.length===0&&e.notes.every(({kind:e})=>e!==`blocked`)?0:1}async function Bt(e,t,n,r){if(t.isUninstall||t.parts!==null)return n;let{askChoices:i}=await import(`./cli-ask.js`),a=(await e.read(Y)).kind===`missing`;return{...n,...await i(n,t.mode===null&&a,r)}}function Vt({stdin:e,stdout:t}){return`isTTY`in e&&e.isTTY===!0&&t.isTTY===!0}export{Lt as setUp};