#!/usr/bin/env node
import{a as e,n as t,t as n}from"./lib/errors.js";import{d as r,f as i,l as a,n as o,o as s,p as c,r as l,s as u,t as d,u as f}from"./lib/run.js";import{t as p}from"./lib/configure.js";import{t as m}from"./lib/request.js";import{mkdir as h,writeFile as g}from"node:fs/promises";import{tmpdir as _}from"node:os";import{dirname as v}from"node:path";import{parseArgs as y}from"node:util";function b(e){return e.isTTY?S(e):x(e)}function x(e){let t=t=>{e.write(`${c(t)}\n`)};return{group:(e,t)=>t(),info:t,warning:e=>{t(`warning: ${e}`)},raw:()=>void 0,activity:e=>{let n=performance.now();return t(`building ${e}`),r=>{t(`${r} ${e} in ${i(performance.now()-n)}`)}},close:()=>void 0}}function S(e){let t,n=!1,r=/* @__PURE__ */ new Map,a=``,o=0,s=0,l=()=>{let e=`⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏`[s++%10]??``,n=performance.now(),c=[...r.values()].map(({title:t,started:r})=>`${e} ${t}  ${i(n-r)}`),l=o>0?`  (${o} done)`:``;t?.([...r.size===0?[`${e} ${a}`]:[`  ${a}${l}`],...c].join(`
`))},u=async()=>{let r=await import(`./lib/log-update.js`);n||(t??=r.createLogUpdate(e)),l()},d=setInterval(()=>{t===void 0?u():l()},100);d.unref();let f=n=>{t?.clear(),e.write(`${c(n)}\n`),l()};return{group:async(e,t)=>(a=e,l(),t()),info:f,warning:e=>{f(`warning: ${e}`)},raw:()=>void 0,activity:e=>{let t=Symbol(e);return r.set(t,{title:c(e),started:performance.now()}),l(),()=>{r.delete(t),o++,l()}},close:()=>{n=!0,clearInterval(d),t?.clear(),t?.done()}}}const C=`go-linkage: what a Go binary links to under every static-linking strategy, why, and what to do

Usage: go-linkage [check] [packages…] [options]   build under the strategies and judge
       go-linkage explain [packages…] [options]   say without building what would come out, and why
       go-linkage inspect FILE… [options]         judge binaries that are there already
       go-linkage policy init [packages…]         write a first policy, under which what ships now passes

  packages                      main packages: folders, import paths or patterns (default ./...)
  FILE                          a binary, or a glob in quotes

Options:
  --strategies LIST             names, or all (default: ${m.strategies.replaceAll(` `,`,`)}; explain: all)
  --platforms LIST              GOOS/GOARCH or GOOS/GOARCH/VARIANT (default: this machine's)
  --ship NAME                   the strategy that is released: the verdict is about it (default: ${m.ship})
  --require static|none         fail unless the shipped strategy is static (default: ${m.require})
  --flags FLAGS                 extra flags of go build, as one word: --flags '-trimpath -ldflags="-s -w"'
  --working-directory DIR       where go runs (default: .)
  --output-dir DIR              keep the artifacts here
  --prove ARGS                  start each static binary with ARGS in an empty root: --prove --version
  --baseline-ref REF            compare what ships with this branch, tag or commit
  --fail-on LIST                what fails: regression, policy, build, missing, or none (default: all four)
  --on-missing-baseline WORD    warn, fail or pass when that commit cannot be had (default: warn)
  --config FILE                 defaults for these options, own strategies and the policy
                                (default: ${m.config}, here or in a folder above)
  --policy-relaxation WORD      warn or fail when only a change to the policy excuses a binary (default: warn)
  --go-version VERSION          1.27, 1.27.x, 1.27rc1, >=1.26, stable, oldstable, rc
  --go-version-file FILE        go.mod, go.work, .go-version or .tool-versions
  --go-download-base-url URLS   where Go archives and their index are, in order (default: ${m[`go-download-base-url`]})
  --go-sha256 HEX               what the Go archive must be, if one is downloaded
  --json                        print the report as JSON, and nothing else, to stdout
  --report-json FILE            also write it there
  --report-markdown FILE        also write it as Markdown
  -o FILE, --force              policy init: write to FILE (- is stdout); write over one that is there
  --help, --version

Exit codes: 0 passed or warned, 1 the gate failed, 2 a mistake in the call, 3 anything else
`,w=[`check`,`explain`,`inspect`];function T(t){let r={type:`string`},i={type:`boolean`},a=Object.keys(m).filter(e=>e!==`cache`),o=Object.fromEntries(a.map(e=>[e,r])),s;try{s=y({args:D(t),options:{...o,json:i,"report-json":r,"report-markdown":r,help:i,version:i,force:i,output:{type:`string`,short:`o`}},allowPositionals:!0})}catch(t){throw new n(`${e(t).message}; go-linkage --help lists the options`)}let{values:c,positionals:l}=s;if(c.help===!0)return`help`;if(c.version===!0)return`version`;let u=l[0]===`policy`&&l[1]===`init`,[d,...f]=u?[`check`,...l.slice(2)]:l,p=w.find(e=>e===d),h=p===void 0?l:f;if(!u&&(c.output!==void 0||c.force===!0))throw new n(`-o and --force belong to go-linkage policy init; reports have --report-json and the like`);let g=E(c);g.mode=p??g.mode??`check`;let _=g.mode===`inspect`?`binaries`:`packages`;return h.length>0&&(g[_]=[g[_]??``,...h].join(`
`)),{isInit:u,given:g,output:c.output,force:c.force===!0,json:c.json===!0,reportJson:c[`report-json`],reportMarkdown:c[`report-markdown`]}}function E(e){let t={};for(let[n,r]of Object.entries(e))O(n)&&typeof r==`string`&&(t[n]=r);return t}function D(e){let t=[];for(let n=0;n<e.length;n++){let r=e[n]??``,i=e[n+1];(r===`--flags`||r===`--prove`)&&i!==void 0?(t.push(`${r}=${i}`),n++):t.push(r)}return t}function O(e){return e in m}async function k(){let e=T(process.argv.slice(2));if(e===`help`||e===`version`)return process.stdout.write(e===`help`?C:`go-linkage ${u}\n`),0;let n=f(),i=b(process.stderr),{files:o,removeTempDirs:s}=r(_());try{let t=a({files:o,log:i,signal:n.signal});if(e.isInit){let{initPolicy:n}=await import(`./lib/init.js`),r=await n(e,{ports:t,run:d});return i.close(),process.stdout.write(r),0}let r=await d(await A(e,t),t);return i.close(),await j(e,r),+(r.verdict.outcome===`fail`)}catch(e){throw i.close(),n.signal.aborted?new t(`interrupted`):e}finally{s(),n.dieAsAsked()}}async function A({given:e,json:t,reportJson:n},r){let{request:i}=await p(e,r);return i.mode===`inspect`?{...i,digests:t||n!==void 0}:i}async function j({json:e,reportJson:t,reportMarkdown:n},r){let i=async(e,t)=>{e!==void 0&&(await h(v(e),{recursive:!0}),await g(e,t(r)))};await i(t,s),await i(n,l),process.stdout.write(e?s(r):o(r,M()))}function M(){let{NO_COLOR:e,FORCE_COLOR:t}=process.env,n=t!==void 0&&t!==`0`,r=e!==void 0&&e!==``;return{color:n||process.stdout.isTTY&&!r,width:process.stdout.isTTY?process.stdout.columns:120}}try{process.exitCode=await k()}catch(r){let i=e(r);i instanceof t?(process.stderr.write(`interrupted
`),process.exitCode=3):i instanceof n?(process.stderr.write(`go-linkage: ${i.message}\n`),process.exitCode=2):(process.stderr.write(`go-linkage: this is a bug in go-linkage or trouble with this machine, please report it\n${i.stack??i.message}\n`),process.exitCode=3)}export{};