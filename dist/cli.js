#!/usr/bin/env node
import{i as e}from"./lib/rolldown-runtime.js";import{a as t,n,t as r}from"./lib/errors.js";import{a as i,c as a,d as o,f as s,i as c,l,n as u,o as d,r as f,s as p,t as m,u as h}from"./lib/run.js";import{C as g,N as _,P as v,_ as y,j as b}from"./lib/words.js";import{t as x}from"./lib/configure.js";import{l as S}from"./lib/quoting.js";import{mkdir as C,writeFile as w}from"node:fs/promises";import{tmpdir as T}from"node:os";import{dirname as E}from"node:path";import{parseArgs as D}from"node:util";var O=/* @__PURE__ */ e(i(),1);function k(e,t){let n=[],r=()=>({columns:Math.max(1,A(e.columns,80)-1),rows:Math.max(1,A(e.rows,24)-1)}),i=()=>{let e=r().columns+1,t=n.reduce((t,n)=>t+Math.max(1,Math.ceil(j(n)/e)),0);return t===0?``:`\u001b[${t}A\r`},a=a=>{let o=i();n=t(r()),e.write(`${o}${a}${n.map(e=>`${e}[K\n`).join(``)}[J`)},o=()=>{a(``)};return e.on(`resize`,o),{draw:o,print:e=>{a(`${e.split(`
`).join(`\x1B[K
`)}[K\n`)},close:()=>{e.off(`resize`,o),n.length>0&&e.write(`${i()}[J`),n=[]}}}function A(e,t){return e!==void 0&&e>0?e:t}function j(e){return c(e.replaceAll(/\u001b\[\d*m/g,``))}function M({env:e,isTTY:t}){return e.FORCE_COLOR===void 0?!P(e.NO_COLOR)&&t&&!F(e)&&!I(e):[``,`1`,`2`,`3`,`true`].includes(e.FORCE_COLOR)}function N({env:e,isTTY:t}){return t&&!F(e)&&!I(e)}function P(e){return e!==void 0&&e!==``}function F({TERM:e}){return e===`dumb`}function I({CI:e}){return P(e)&&e!==`false`&&e!==`0`}function L(e){return e.isTTY===!0?e.columns!==void 0&&e.columns>0?e.columns:80:120}function R(e,t){let n={env:t,isTTY:e.isTTY===!0};return N(n)?B(e,M(n)):z(e)}function z(e){let t=t=>{e.write(`${v(t)}\n`)};return{...s(t),info:t,warning:e=>{t(`warning: ${e}`)},raw:()=>void 0,close:()=>void 0}}function B(e,t){let n=O.default.createColors(t),r=new o,i=0,a=k(e,({columns:e,rows:t})=>{let a=`⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏`[i%10]??``,o=`${n.cyan(a)} ${n.bold(f(r.headline,e-2))}`,{running:s}=r,c=s.length<t?s:s.slice(0,Math.max(0,t-2)),l=c.map(({title:t,started:r})=>{let i=`  ${b(performance.now()-r)}`;return`  ${f(t,e-2-i.length)}${n.dim(i)}`}),u=s.length-c.length;return[o,...l,...u>0&&t>1?[f(`  … and ${u} more`,e)]:[]]}),s=setInterval(()=>{i++,a.draw()},100);return s.unref(),{group:(e,t,n)=>(r.begin(e,n),t()),info:e=>{a.print(v(e))},warning:e=>{a.print(`${n.yellow(`warning:`)} ${v(e)}`)},raw:()=>void 0,activity:e=>{let t=r.start(e);return(e,r)=>{let{text:i,isTrouble:o}=t(e,r);o&&a.print(`${n.red(`✗`)} ${_(i)}`)}},close:()=>{clearInterval(s),a.close()}}}const V=`go-linkage: what a Go binary links to under every static-linking strategy, why, and what to do

Usage: go-linkage [check] [packages…] [options]   build under the strategies and judge
       go-linkage explain [packages…] [options]   say without building what would come out, and why
       go-linkage inspect FILE… [options]         judge binaries that are there already
       go-linkage policy init [packages…]         write a first policy, under which what ships now passes

  packages                      main packages: folders, import paths or patterns (default ./...)
  FILE                          a binary, or a glob in quotes

Options:
  --strategies LIST             names, or all (default: ${S.strategies.replaceAll(` `,`,`)}; explain: all)
  --platforms LIST              GOOS/GOARCH or GOOS/GOARCH/VARIANT (default: this machine's)
  --ship NAME                   the strategy that is released: the verdict is about it (default: ${S.ship})
  --require static|none         fail unless the shipped strategy is static (default: ${S.require})
  --flags FLAGS                 extra flags of go build, as one word: --flags '-trimpath -ldflags="-s -w"'
  --working-directory DIR       where go runs (default: .)
  --output-dir DIR              keep the artifacts here
  --prove ARGS                  start each static binary with ARGS in an empty root: --prove --version
  --baseline-ref REF            compare what ships with this branch, tag or commit
  --baseline WORD               how: auto, build (insist on it), policy (only the rules) or none (default: auto)
  --fail-on LIST                what fails: regression, policy, build, missing, or none (default: all four)
  --on-missing-baseline WORD    warn, fail or pass when that commit cannot be had (default: warn)
  --config FILE                 defaults for these options, own strategies and the policy
                                (default: ${S.config}, here or in a folder above)
  --policy-relaxation WORD      warn or fail when only a change to the policy excuses a binary (default: warn)
  --go-version VERSION          1.27, 1.27.x, 1.27rc1, >=1.26, stable, oldstable, rc
  --go-version-file FILE        go.mod, go.work, .go-version or .tool-versions
  --go-download-base-url URLS   where Go archives and their index are, in order (default: ${S[`go-download-base-url`]})
  --go-sha256 HEX               what the Go archive must be, if one is downloaded
  --json                        print the report as JSON, and nothing else, to stdout
${d.map(e=>`  ${`--report-${e} FILE`.padEnd(30)}also write it there as ${p[e].help}`).join(`
`)}
  -o FILE, --force              policy init: write to FILE (- is stdout); write over one that is there
  --help, --version

Exit codes: 0 passed or warned, 1 the gate failed, 2 a mistake in the call, 3 anything else
`,H=[`check`,`explain`,`inspect`];function U(e){let n={type:`string`},i={type:`boolean`},a=Object.keys(S).filter(e=>e!==`cache`),o=Object.fromEntries(a.map(e=>[e,n])),s;try{s=D({args:K(e),options:{...o,...Object.fromEntries(d.map(e=>[`report-${e}`,n])),json:i,help:i,version:i,force:i,output:{type:`string`,short:`o`}},allowPositionals:!0})}catch(e){throw new r(`${t(e).message}; go-linkage --help lists the options`)}let{values:c,positionals:l}=s;if(c.help===!0)return`help`;if(c.version===!0)return`version`;let u=l[0]===`policy`&&l[1]===`init`,[f,...p]=u?[`check`,...l.slice(2)]:l,m=H.find(e=>e===f),h=m===void 0?l:p;if(!u&&(c.output!==void 0||c.force===!0))throw new r(`-o and --force belong to go-linkage policy init; reports have --report-json and the like`);let g=G(c);g.mode=m??g.mode??`check`;let _=g.mode===`inspect`?`binaries`:`packages`;return h.length>0&&(g[_]=[g[_]??``,...h].join(`
`)),{isInit:u,given:g,output:c.output,force:c.force===!0,json:c.json===!0,paths:W(c)}}function W(e){let t=d.map(t=>[t,e[`report-${t}`]]);return new Map(t.flatMap(([e,t])=>typeof t==`string`?[[e,t]]:[]))}function G(e){let t={};for(let[n,r]of Object.entries(e))q(n)&&typeof r==`string`&&(t[n]=r);return t}function K(e){let t=[];for(let n=0;n<e.length;n++){let r=e[n]??``,i=e[n+1];(r===`--flags`||r===`--prove`)&&i!==void 0?(t.push(`${r}=${i}`),n++):t.push(r)}return t}function q(e){return e in S}async function J(){let e=U(process.argv.slice(2));if(e===`help`||e===`version`)return process.stdout.write(e===`help`?V:`go-linkage ${g}\n`),0;let t=l(),r=R(process.stderr,process.env),{files:i,removeTempDirs:o}=h(T());try{let n=a({files:i,log:r,signal:t.signal});if(e.isInit){let{initPolicy:t}=await import(`./lib/init.js`),i=await t(e,{ports:n,run:m});return r.close(),process.stdout.write(i),0}let o=await m(await Y(e,n),n);return r.close(),await X(e,o),+(o.verdict.outcome===`fail`)}catch(e){throw r.close(),t.signal.aborted?new n(`interrupted`):e}finally{o(),t.dieAsAsked()}}async function Y({given:e,json:t,paths:n},r){let{request:i}=await x(e,r);return i.mode===`inspect`?{...i,digests:t||n.has(`json`)}:i}async function X({json:e,paths:t},n){for(let[e,r]of t){let t=await p[e].load();await C(E(r),{recursive:!0}),await w(r,await t(n))}process.stdout.write(e?y(n):u(n,Z()))}function Z(){let{env:e,stdout:t}=process;return{color:M({env:e,isTTY:t.isTTY}),width:L(t)}}process.stderr.on(`error`,()=>void 0),process.stdout.on(`error`,e=>{e.code!==`EPIPE`&&e.code!==`EIO`&&(process.stderr.write(`go-linkage: the report cannot be written: ${e.message}\n`),process.once(`exit`,()=>{process.exitCode=3}))});try{process.exitCode=await J()}catch(e){let i=t(e);i instanceof n?(process.stderr.write(`interrupted
`),process.exitCode=3):i instanceof r?(process.stderr.write(`go-linkage: ${i.message}\n`),process.exitCode=2):(process.stderr.write(`go-linkage: this is a bug in go-linkage or trouble with this machine, please report it\n${i.stack??i.message}\n`),process.exitCode=3)}export{};