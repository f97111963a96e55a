#!/usr/bin/env node
import{a as e,n as t,t as n}from"./lib/errors.js";import{a as r,i,n as a,o,r as s,s as c,t as l}from"./lib/run.js";import{f as u,g as d,x as f,y as p}from"./lib/words.js";import{t as m}from"./lib/configure.js";import{t as h}from"./lib/request.js";import{mkdir as g,writeFile as _}from"node:fs/promises";import{tmpdir as v}from"node:os";import{dirname as y}from"node:path";import{parseArgs as b}from"node:util";function x(e){return e.isTTY?C(e):S(e)}function S(e){let t=t=>{e.write(`${f(t)}\n`)};return{group:(e,t)=>t(),info:t,warning:e=>{t(`warning: ${e}`)},raw:()=>void 0,activity:e=>{let n=performance.now();return t(`building ${e}`),r=>{t(`${r} ${e} in ${p(performance.now()-n)}`)}},close:()=>void 0}}function C(e){let t,n=!1,r=/* @__PURE__ */ new Map,i=``,a=0,o=0,s=()=>{let e=`⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏`[o++%10]??``,n=performance.now(),s=[...r.values()].map(({title:t,started:r})=>`${e} ${t}  ${p(n-r)}`),c=a>0?`  (${a} done)`:``;t?.([...r.size===0?[`${e} ${i}`]:[`  ${i}${c}`],...s].join(`
`))},c=async()=>{let r=await import(`./lib/log-update.js`);n||(t??=r.createLogUpdate(e)),s()},l=setInterval(()=>{t===void 0?c():s()},100);l.unref();let u=n=>{t?.clear(),e.write(`${f(n)}\n`),s()};return{group:async(e,t)=>(i=e,s(),t()),info:u,warning:e=>{u(`warning: ${e}`)},raw:()=>void 0,activity:e=>{let t=Symbol(e);return r.set(t,{title:f(e),started:performance.now()}),s(),()=>{r.delete(t),a++,s()}},close:()=>{n=!0,clearInterval(l),t?.clear(),t?.done()}}}const w=`go-linkage: what a Go binary links to under every static-linking strategy, why, and what to do

Usage: go-linkage [check] [packages…] [options]   build under the strategies and judge
       go-linkage explain [packages…] [options]   say without building what would come out, and why
       go-linkage inspect FILE… [options]         judge binaries that are there already
       go-linkage policy init [packages…]         write a first policy, under which what ships now passes

  packages                      main packages: folders, import paths or patterns (default ./...)
  FILE                          a binary, or a glob in quotes

Options:
  --strategies LIST             names, or all (default: ${h.strategies.replaceAll(` `,`,`)}; explain: all)
  --platforms LIST              GOOS/GOARCH or GOOS/GOARCH/VARIANT (default: this machine's)
  --ship NAME                   the strategy that is released: the verdict is about it (default: ${h.ship})
  --require static|none         fail unless the shipped strategy is static (default: ${h.require})
  --flags FLAGS                 extra flags of go build, as one word: --flags '-trimpath -ldflags="-s -w"'
  --working-directory DIR       where go runs (default: .)
  --output-dir DIR              keep the artifacts here
  --prove ARGS                  start each static binary with ARGS in an empty root: --prove --version
  --baseline-ref REF            compare what ships with this branch, tag or commit
  --fail-on LIST                what fails: regression, policy, build, missing, or none (default: all four)
  --on-missing-baseline WORD    warn, fail or pass when that commit cannot be had (default: warn)
  --config FILE                 defaults for these options, own strategies and the policy
                                (default: ${h.config}, here or in a folder above)
  --policy-relaxation WORD      warn or fail when only a change to the policy excuses a binary (default: warn)
  --go-version VERSION          1.27, 1.27.x, 1.27rc1, >=1.26, stable, oldstable, rc
  --go-version-file FILE        go.mod, go.work, .go-version or .tool-versions
  --go-download-base-url URLS   where Go archives and their index are, in order (default: ${h[`go-download-base-url`]})
  --go-sha256 HEX               what the Go archive must be, if one is downloaded
  --json                        print the report as JSON, and nothing else, to stdout
${s.map(e=>`  ${`--report-${e} FILE`.padEnd(30)}also write it there as ${i[e].help}`).join(`
`)}
  -o FILE, --force              policy init: write to FILE (- is stdout); write over one that is there
  --help, --version

Exit codes: 0 passed or warned, 1 the gate failed, 2 a mistake in the call, 3 anything else
`,T=[`check`,`explain`,`inspect`];function E(t){let r={type:`string`},i={type:`boolean`},a=Object.keys(h).filter(e=>e!==`cache`),o=Object.fromEntries(a.map(e=>[e,r])),c;try{c=b({args:k(t),options:{...o,...Object.fromEntries(s.map(e=>[`report-${e}`,r])),json:i,help:i,version:i,force:i,output:{type:`string`,short:`o`}},allowPositionals:!0})}catch(t){throw new n(`${e(t).message}; go-linkage --help lists the options`)}let{values:l,positionals:u}=c;if(l.help===!0)return`help`;if(l.version===!0)return`version`;let d=u[0]===`policy`&&u[1]===`init`,[f,...p]=d?[`check`,...u.slice(2)]:u,m=T.find(e=>e===f),g=m===void 0?u:p;if(!d&&(l.output!==void 0||l.force===!0))throw new n(`-o and --force belong to go-linkage policy init; reports have --report-json and the like`);let _=O(l);_.mode=m??_.mode??`check`;let v=_.mode===`inspect`?`binaries`:`packages`;return g.length>0&&(_[v]=[_[v]??``,...g].join(`
`)),{isInit:d,given:_,output:l.output,force:l.force===!0,json:l.json===!0,paths:D(l)}}function D(e){let t=s.map(t=>[t,e[`report-${t}`]]);return new Map(t.flatMap(([e,t])=>typeof t==`string`?[[e,t]]:[]))}function O(e){let t={};for(let[n,r]of Object.entries(e))A(n)&&typeof r==`string`&&(t[n]=r);return t}function k(e){let t=[];for(let n=0;n<e.length;n++){let r=e[n]??``,i=e[n+1];(r===`--flags`||r===`--prove`)&&i!==void 0?(t.push(`${r}=${i}`),n++):t.push(r)}return t}function A(e){return e in h}async function j(){let e=E(process.argv.slice(2));if(e===`help`||e===`version`)return process.stdout.write(e===`help`?w:`go-linkage ${d}\n`),0;let n=o(),i=x(process.stderr),{files:a,removeTempDirs:s}=c(v());try{let t=r({files:a,log:i,signal:n.signal});if(e.isInit){let{initPolicy:n}=await import(`./lib/init.js`),r=await n(e,{ports:t,run:l});return i.close(),process.stdout.write(r),0}let o=await l(await M(e,t),t);return i.close(),await N(e,o),+(o.verdict.outcome===`fail`)}catch(e){throw i.close(),n.signal.aborted?new t(`interrupted`):e}finally{s(),n.dieAsAsked()}}async function M({given:e,json:t,paths:n},r){let{request:i}=await m(e,r);return i.mode===`inspect`?{...i,digests:t||n.has(`json`)}:i}async function N({json:e,paths:t},n){for(let[e,r]of t){let t=await i[e].load();await g(y(r),{recursive:!0}),await _(r,t(n))}process.stdout.write(e?u(n):a(n,P()))}function P(){let{NO_COLOR:e,FORCE_COLOR:t}=process.env,n=t!==void 0&&t!==`0`,r=e!==void 0&&e!==``;return{color:n||process.stdout.isTTY&&!r,width:process.stdout.isTTY?process.stdout.columns:120}}try{process.exitCode=await j()}catch(r){let i=e(r);i instanceof t?(process.stderr.write(`interrupted
`),process.exitCode=3):i instanceof n?(process.stderr.write(`go-linkage: ${i.message}\n`),process.exitCode=2):(process.stderr.write(`go-linkage: this is a bug in go-linkage or trouble with this machine, please report it\n${i.stack??i.message}\n`),process.exitCode=3)}export{};